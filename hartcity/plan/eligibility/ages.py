"""Ages that a plan tells: the person's own, and those of children."""

from __future__ import annotations

import re

from hartcity.plan.eligibility.figures import spelled_in_figures
from hartcity.plan.vocabulary import phrases


GROWN = 18

_TEEN_AGES = (13, 19)
_OLDER_FROM = 60

_YEARS = r"[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)"
_KIN = r"sons?|daughters?|child|children|kids?|boys?|girls?|twins?"
_OF_THE_PERSON = (
    rf"(?<!\bher )(?<!\bhis )(?<!\btheir )\b(\d{{2}}){_YEARS}\b"
    r"(?!\s*-?\s*(?:son|daughter|child|children|girl|boy|baby|toddler|twins|grand\w+|kids?|car|building|house|home|lease|"
    r"apartment|school|debt)\b)",
    r"\b(?:is|she's|he's|they're|who is|turned|turns|aged?|at)\s+(?:only\s+|just\s+|now\s+)?(\d{2})"
    r"(?=\s*[,.;:)]|\s+(?:and|but|so|in|this|next|years?)\b(?!\s+of\b)|\s+[-\u2013\u2014]|\s*$)",
    r"(?:^|[.;]\s|\b(?:adult|man|woman|learner|client|participant|person|student|mother|father|mom|dad|veteran|worker|"
    r"tenant|resident|graduate|he|she|they),\s)(\d{2}),",
)
_OF_A_CHILD = (
    rf"\b(?:{_KIN}|grand(?:sons?|daughters?|children))\b"
    r"[\s,(]{0,2}(?:(?:is|are|age|ages|aged|both)\s)?(\d{1,2})(?:(?:,| and|, and| &) (\d{1,2}))?"
    r"(?!\d|%|\s*(?:hours|days|weeks))",
    rf"\b(?:her|his|their|my)\s(?:\w{{1,20}}\s)?(\d{{1,2}}){_YEARS}\b",
    r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|guardian) (?:of|to) (?:an? |both )?"
    r"(\d{1,2})[- ]?(?:(?:years?|yrs?\.?)[- ]olds?|y/?o)\b(?:(?:,| and|, and| &) (?:an? )?(\d{1,2})[- ]year)?",
    rf"\b(\d{{1,2}}){_YEARS}[- ](?:{_KIN}|grand\w+)\b",
)
_PERSON_AGES, _CHILD_AGES = (
    tuple(re.compile(form, re.IGNORECASE) for form in forms) for forms in (_OF_THE_PERSON, _OF_A_CHILD)
)
_CHILD_FIRST = re.compile(
    rf"\s?(?:(?:her|his|their|the|a|my)\s)?(?:\w{{1,20}}\s)?(?:\d{{1,2}}{_YEARS}\b|"
    r"(?:son|daughter|child|boy|girl|toddler|grandson|granddaughter)\b)",
    re.IGNORECASE,
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DECADE = re.compile(rf"\bin (?:his|her|their) (?:early |mid-?|late )?({'|'.join(_DECADES)})\b", re.IGNORECASE)
_TEEN = re.compile(
    r"\b(?:is a |a |the )?(?:teenager|teen|minor)\b(?!\s+(?:child|children|daughter|son|boy|girl))", re.IGNORECASE
)


def person_ages(words: str, *, is_older: bool) -> tuple[int | None, int | None]:
    """Return the lowest and the highest age, in years, that the words leave possible.

    ``is_older``: they show an older adult, without a number.
    """
    figures = spelled_in_figures(words)
    said = {int(found.group(1)) for form in _PERSON_AGES for found in form.finditer(figures)}
    if len(said) == 1:
        age = said.pop()
        return age, age
    if decade := _DECADE.search(figures):
        first = 20 + 10 * _DECADES.index(decade.group(1).casefold())
        return first, first + 9
    if _TEEN.search(figures):
        return _TEEN_AGES
    return (_OLDER_FROM, None) if is_older else (None, None)


def children_ages(words: str) -> tuple[int, ...]:
    """Return the ages, in years, that the words give children under 18, from the lowest."""
    return tuple(sorted({age for age in _ages_of_children(words) if age < GROWN}))


def are_grown(words: str) -> bool:
    """Whether all children that the words tell of are grown, by their ages."""
    ages = _ages_of_children(words)
    return bool(ages) and min(ages) >= GROWN and not phrases("eligibility", "small_children").search(words)


def opens_with_a_child(need: str) -> bool:
    """Whether a need is a child's by its first words ("Her 9-year-old has nightmares.")."""
    return bool(_CHILD_FIRST.match(need))


def _ages_of_children(words: str) -> list[int]:
    figures = spelled_in_figures(words)
    return [int(age) for form in _CHILD_AGES for found in form.finditer(figures) for age in found.groups() if age]
