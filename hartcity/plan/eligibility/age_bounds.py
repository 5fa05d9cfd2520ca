"""Ages in a description of whom a service serves: bounds on them in figures, in words and by the grades of a school.

How bounds are worded, and whose age they may be, stands in ``vocabulary/bounds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from hartcity.plan.eligibility.clauses import around
from hartcity.plan.eligibility.figures import SHORT_OF_A_YEAR, blanked, spelled_in_figures
from hartcity.plan.vocabulary import forms_of, pattern, table


Whose = Literal["person", "child", "another"]

_OLDEST_CHILD = 17
_YOUNGEST_PERSON = 10
_LET_IN = {"least": (0, None), "over": (0, None), "most": (None, 0), "under": (None, -1)}
"""From and up to which age a bound lets in, in years beside its own number; None is open."""

_LEFT_OPEN = {"least": (None, -1), "over": (None, 0), "most": (1, None), "under": (0, None)}
"""The same of a bound within which people are turned away; what a span leaves open is not told."""

_MARK = (
    r"(?:[\s-]{0,2}(?:years?|yrs?\.?)(?:[\s-]olds?\b|\sof\sage\b)?(?!\s+of\b)|\s?y/?o\b|(?:th|st|nd|rd)\sbirthday|s\b)?"
)
_AGE = (
    r"(?:(?:the\s)?age[sd]?\s(?:of\s)?)?(?<![$\d.,])(?P<age@>\d{1,2})"
    r"(?:-?(?=[\s-]*(?:to|and|or|through|-\s?(?:ages?\s)?\d))|\+|" + _MARK + r")"
    r"(?!\d|[.,]\d|\s?%|\s?percent|:\d|/|[\s-]*" + SHORT_OF_A_YEAR + r"\b)"
)
_AGE_SURE = re.compile(r"\b(?:age[sd]?|old|older|younger|years?|yrs?|birthday|turned)\b|y/?o\b|\+", re.IGNORECASE)
_ENDS = re.compile(r"\s{0,9}(?:$|[.:)])|\s{1,9}\w{1,40}ing\b", re.IGNORECASE)
_OPEN_TO = re.compile(r"\bopen to\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:no|not|without|never)\b", re.IGNORECASE)
_MONTHS = re.compile(r"\b\d{1,2}\s?(?:to|through|until|-)\s?(\d{1,2})\s?months?\b", re.IGNORECASE)

_AGE_AT_SCHOOL = 5
_GRADE = r"(?:pre-?\s?k(?:indergarten)?|k(?:indergarten)?|\d{1,2}(?:st|nd|rd|th)?)"
_TO = r"\s?(?:through|thru|to|and|-)\s?"
_GRADES = (
    re.compile(rf"\bgrades?\s(?P<first>{_GRADE}){_TO}(?P<last>{_GRADE})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<first>{_GRADE}){_TO}(?P<last>\d{{1,2}}(?:st|nd|rd|th))[\s-]grade(?:rs?|s)?\b", re.IGNORECASE),
    re.compile(rf"\b(?P<first>(?:pre-?)?kindergarten|pre-?k){_TO}(?:grade\s)?(?P<last>{_GRADE})\b", re.IGNORECASE),
    re.compile(r"\b(?P<first>(?:[Pp]re-?)?[Kk])\s?-\s?(?P<last>\d{1,2})\b"),
)


@dataclass(frozen=True, slots=True)
class AgeBound:
    """One bound on an age, in years: ``first`` and ``last`` are the ages that it lets in; None is open.

    ``whose`` age it is: the ``person``'s who asks for the service, a ``child``'s in their care, or ``another``'s.
    """

    first: float | None
    last: float | None
    whose: Whose


class _Told(NamedTuple):
    """A bound as it stands in the words: its kind, where, its numbers, and whose age it is."""

    kind: str
    found: re.Match[str]
    ages: list[float]
    whose: Whose


def age_bounds(words: str, *, turned_away: bool = False) -> tuple[AgeBound, ...]:
    """Return the bounds on an age that stand in a description of who is served, or of who is ``turned_away``."""
    figures = spelled_in_figures(words)
    return (
        *(AgeBound(*_let_in(told, turned_away=turned_away), told.whose) for told in _told(figures)),
        *(
            AgeBound(first or None, last, "child")
            for name, (first, last) in _alone()
            if _asks_for(name).search(figures)
        ),
        *(AgeBound(None, -(-int(found.group(1)) // 12), "child") for found in _MONTHS.finditer(figures)),
        *(AgeBound(*_at_school(found), "child") for found in _grades(figures)[0]),
    )


def without_ages(words: str) -> str:
    """Return words without the bounds on an age that are read from them, and without what was made unreadable."""
    figures = spelled_in_figures(words)
    for told in tuple(_told(figures)):
        figures = blanked(figures, told.found)
    _, figures = _grades(_MONTHS.sub(" ", figures))
    return pattern(tuple(word for word, _ in _alone())).sub(" ", figures.replace("\0", " "))


def _told(words: str) -> Iterator[_Told]:
    _, words = _grades(words)
    rest = words
    for kind in ("span", "least", "most", "over", "under"):
        for form in _forms(kind):
            while found := form.search(rest):
                rest = blanked(rest, found)
                ages = [float(age) for name, age in found.groupdict().items() if name.startswith("age")]
                before, behind = around(words, found)
                told = _Told(kind, found, ages, _whose(found.group(), ages, before, behind, is_span=kind == "span"))
                if _is_meant(told, before, behind):
                    yield told


def _let_in(told: _Told, *, turned_away: bool) -> tuple[float | None, float | None]:
    if told.kind == "span":
        return (None, None) if turned_away else (min(told.ages), max(told.ages))
    first, last = (_LEFT_OPEN if turned_away else _LET_IN)[told.kind]
    return None if first is None else told.ages[0] + first, None if last is None else told.ages[0] + last


def _whose(bound: str, ages: list[float], before: str, behind: str, *, is_span: bool) -> Whose:
    """Return whose age a bound is: by the word that stands nearest; a small age in a span is a child's."""
    if _said("another").search(before):
        return "another"
    if _said("child").match(behind.lstrip(" -")):
        return "child"
    child, person = (max((one.end() for one in _said(who).finditer(before)), default=-1) for who in ("child", "person"))
    if child > person:
        return "child"
    is_small = max(ages) < _YOUNGEST_PERSON and _AGE_SURE.search(bound)
    return "child" if is_span and person < 0 and is_small else "person"


def _is_meant(told: _Told, before: str, behind: str) -> bool:
    """Whether a number is an age, and that of somebody whom the service is for."""
    if told.whose == "person":
        return max(told.ages) >= _YOUNGEST_PERSON and _is_age(told.found.group(), before, behind)
    if told.whose == "child":
        is_a_count = _said("child").match(behind.lstrip())
        is_in_passing = _NEGATED.search(before) or _said("in_passing").search(behind)
        return min(told.ages) <= _OLDEST_CHILD and not (is_a_count or is_in_passing)
    return True


def _is_age(bound: str, before: str, behind: str) -> bool:
    if _said("something_else").search(_OPEN_TO.sub("", before)):
        return False
    if _AGE_SURE.search(bound) or _ENDS.match(behind):
        return True
    next_word = behind.lstrip(" -")
    is_a_person = _said("person").match(next_word) and _said("person").search(before)
    return bool(_said("before").match(next_word) or is_a_person)


def _grades(words: str) -> tuple[list[re.Match[str]], str]:
    """Return the spans of grades, and the words with them made unreadable, so that no number is taken for an age."""
    told = []
    for form in _GRADES:
        for found in form.finditer(words):
            told.append(found)
            words = blanked(words, found)
    return told, words


def _at_school(span: re.Match[str]) -> tuple[int, int]:
    """Return the youngest and the oldest age, in years, in a span of grades, with a year to spare at either end."""
    first, last = (_grade(span[end]) + _AGE_AT_SCHOOL for end in ("first", "last"))
    return first - 1, last + 2


def _grade(name: str) -> int:
    if found := re.match(r"\d+", name):
        return int(found.group())
    return -1 if name.casefold().startswith("pre") else 0


def _alone() -> Iterable[tuple[str, list[int]]]:
    """Return the words that tell an age alone, each with the youngest and the oldest that it means."""
    ages: dict[str, list[int]] = table("bounds")["age"]["words"]
    return ages.items()


@cache
def _asks_for(word: str) -> re.Pattern[str]:
    frames = ("{} only", "only {}", "for {}", "with {}", "with a {}", "of {}", "of a {}", "{} and the", "{} and their")
    framed = pattern(tuple(frame.format(word) for frame in frames)).pattern
    return re.compile(rf"{framed}|(?:^|[.;,(])\s*{re.escape(word)}\s*(?:$|[.;,)])", re.IGNORECASE)


@cache
def _said(part: str) -> re.Pattern[str]:
    return pattern(tuple(table("bounds")["age"]["whose"][part]))


@cache
def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return forms_of(table("bounds")["age"][kind], lambda place: _AGE.replace("@", str(place)))
