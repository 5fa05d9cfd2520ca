"""Grades of a school as ages, read with a year to spare at either end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.plan.figures import blanked


_AGE_AT_SCHOOL = 5
_GRADE = r"(?:pre-?\s?k(?:indergarten)?|k(?:indergarten)?|\d{1,2}(?:st|nd|rd|th)?)"
_TO = r"\s?(?:through|thru|to|and|-)\s?"
_FORMS = (
    re.compile(rf"\bgrades?\s(?P<first>{_GRADE}){_TO}(?P<last>{_GRADE})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<first>{_GRADE}){_TO}(?P<last>\d{{1,2}}(?:st|nd|rd|th))[\s-]grade(?:rs?|s)?\b", re.IGNORECASE),
    re.compile(rf"\b(?P<first>(?:pre-?)?kindergarten|pre-?k){_TO}(?:grade\s)?(?P<last>{_GRADE})\b", re.IGNORECASE),
    re.compile(r"\b(?P<first>(?:[Pp]re-?)?[Kk])\s?-\s?(?P<last>\d{1,2})\b"),
)


def grades(words: str) -> Iterator[tuple[int, int]]:
    """Yield the youngest and the oldest age, in years, of each span of grades in words with numbers in figures."""
    for found in _divided(words)[0]:
        yield _number(found["first"]) + _AGE_AT_SCHOOL - 1, _number(found["last"]) + _AGE_AT_SCHOOL + 2


def without_grades(words: str) -> str:
    """Return words with spans of grades made unreadable, so that their numbers are not taken for ages."""
    return _divided(words)[1]


def _divided(words: str) -> tuple[list[re.Match[str]], str]:
    """Return the spans of grades, and the words without them; what one form has read the next does not see."""
    told = []
    for form in _FORMS:
        for found in form.finditer(words):
            told.append(found)
            words = blanked(words, found)
    return told, words


def _number(grade: str) -> int:
    if found := re.match(r"\d+", grade):
        return int(found.group())
    return -1 if grade.casefold().startswith("pre") else 0
