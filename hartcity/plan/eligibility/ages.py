"""Ages that a plan tells: the person's own, and those of children."""

from __future__ import annotations

import re

from hartcity.plan.eligibility.figures import spelled_in_figures
from hartcity.plan.vocabulary import phrases


GROWN = 18

_TEEN_AGES = (13, 19)
_TEEN_CHILD = (13, 17)
_OLDER_FROM = 60
_NEAR = 80

_YEARS = r"[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)"
_KIN = r"sons?|daughters?|child|children|kids?|boys?|girls?|twins?"
_GRAND = r"grand(?:sons?|daughters?|child|children|kids?)"
_FIRSTBORN = r"oldest|youngest|eldest"
_LINK = r"(?:is|are|has|have|just|now|recently|already|only|both|all|age|ages|aged)"
_END = r"\s*[,.;:)](?!\d)|\s+(?:and|but|so|in|this|next|last|now|years?)\b(?!\s+of\b)|\s+[-\u2013\u2014]|\s*$"
"""What follows an age that stands alone, and no hour ("ends at 11:30")."""

_NO_COUNT = r"(?!\d|%|:|\s*(?:hours|days|weeks|months|minutes|blocks|miles|times|o'clock|[ap]\.?m\b))"

_IS_AGED = rf"\b(?:is|turned|turns|aged?)\s+(?:only\s+|just\s+|now\s+|already\s+)?(\d{{2}})(?={_END})"
_OF_THE_PERSON = (
    rf"(?<!\bher )(?<!\bhis )(?<!\btheir )\b(\d{{2}}){_YEARS}\b"
    r"(?!\s*-?\s*(?:son|daughter|child|children|girl|boy|baby|toddler|twins|grand\w+|kids?|car|building|house|home|lease|"
    r"apartment|school|debt)\b)",
    rf"\b(?:she's|he's|they're)\s+(?:only\s+|just\s+|now\s+|already\s+)?(\d{{2}})(?={_END})",
    r"\bat (?:the )?age (?:of )?(\d{2})\b",
    # Hours end at 24 ("her shift ends at 11, and"), so that a smaller number alone is an hour.
    rf"\bat\s+(?:only\s+|just\s+)?(2[5-9]|[3-9]\d)(?={_END})",
    r"(?:^|[.;]\s|\b(?:adult|man|woman|learner|client|participant|person|student|mother|father|mom|dad|veteran|worker|"
    r"tenant|resident|graduate|he|she|they),\s)(\d{2}),",
)
_THEIRS = re.compile(
    rf"\b(?:her|his|their|my|its|whose)\s(?:[\w'\u2019-]+,?\s){{0,3}}(?:who\s)?$|"
    rf"\b(?:{_KIN}|{_GRAND}),?\s(?:who\s)?(?:{_LINK}\s){{0,3}}$",
    re.IGNORECASE,
)
"""Whose age stands behind it: somebody of theirs ("her mother, who is 79")."""

_A_THING = re.compile(
    r"\b(?:the|an?|this|that|each|every)\s(?!(?:[\w-]+\s)?(?:adult|man|woman|learner|client|participant|person|user|"
    r"student|mother|father|mom|dad|parent|veteran|worker|tenant|resident|graduate)\s$)"
    r"(?:[\w'\u2019-]+,?\s){1,2}(?:who\s)?$",
    re.IGNORECASE,
)
"""What is no person and has a number behind it ("the bill is 40, and")."""

_THEMSELVES = re.compile(r"\b(?:he|she|they|i)\s$", re.IGNORECASE)
_OF_A_CHILD = (
    rf"\b(?:{_KIN}|{_GRAND}|{_FIRSTBORN})\b"
    rf"[\s,(]{{0,2}}(?:(?:is|are|age|ages|aged|both|now)\s)?(\d{{1,2}})(?:(?:,| and|, and| &) (\d{{1,2}}))?{_NO_COUNT}",
    rf"\b(?:{_KIN}|{_GRAND}|{_FIRSTBORN}),?\s(?:who\s)?(?:{_LINK}\s){{0,3}}(?:turned|is|aged|of)\s(\d{{1,2}})(?={_END})",
    rf"\b(?:her|his|their|my)\s(?:\w{{1,20}}\s)?(\d{{1,2}}){_YEARS}\b",
    r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|guardian) (?:of|to) (?:an? |both )?"
    r"(\d{1,2})[- ]?(?:(?:years?|yrs?\.?)[- ]olds?|y/?o)\b(?:(?:,| and|, and| &) (?:an? )?(\d{1,2})[- ]year)?",
    rf"\b(\d{{1,2}}){_YEARS}[- ](?:{_KIN}|grand\w+)\b",
)
_PERSON_AGES, _CHILD_AGES = (
    tuple(re.compile(form, re.IGNORECASE) for form in forms) for forms in (_OF_THE_PERSON, _OF_A_CHILD)
)
_BY_A_SUBJECT = re.compile(_IS_AGED, re.IGNORECASE)
_CHILD_FIRST = re.compile(
    rf"\s?(?:(?:her|his|their|the|a|my)\s)?(?:\w{{1,20}}\s)?(?:\d{{1,2}}{_YEARS}\b|"
    r"(?:son|daughter|child|boy|girl|toddler|grandson|granddaughter)\b)",
    re.IGNORECASE,
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DECADE = re.compile(rf"\bin (?:his|her|their) (?:early |mid-?|late )?({'|'.join(_DECADES)})\b", re.IGNORECASE)
_TEEN = re.compile(
    r"(?:\bis (?:still |only |just )?a minor\b(?=\s*(?:[.,;:)]|$|(?:and|who|so|but)\b))|"
    r"\b(?:is a |a |the )?(?:teenager|teen)\b"
    r"(?!\s+(?:child|children|daughter|son|boy|girl|years|center|program|group|club|clinic|court|room|night)))",
    re.IGNORECASE,
)
_TEEN_OF_THEIRS = re.compile(
    r"\b(?:her|his|their|my|own|of|with|raising|and|for|to|by|has)\s(?:(?:an?|one|the|two|three)\s)?$", re.IGNORECASE
)
_TEENS_OF_THEIRS = re.compile(
    rf"\bteenaged?\s(?:{_KIN}|{_GRAND})\b|\b(?:her|his|their|my)\s(?:\w{{1,20}}\s)?(?:teens?|teenagers?)\b"
    r"(?!\s+years)|"
    r"\b(?:mother|father|mom|dad|parent|raising|grandmother|grandfather|guardian) (?:of |to )?(?:an? |two |three )?"
    r"teen(?:s|agers?)?\b",
    re.IGNORECASE,
)


def person_ages(words: str, *, is_older: bool) -> tuple[int | None, int | None]:
    """Return the lowest and the highest age, in years, that the words leave possible.

    ``is_older``: they show an older adult, without a number.
    """
    figures = spelled_in_figures(words)
    said = {
        int(found.group(1))
        for form in (*_PERSON_AGES, _BY_A_SUBJECT)
        for found in form.finditer(figures)
        if not _is_another_s(_before(figures, found), may_be_a_thing=form is _BY_A_SUBJECT)
    }
    if len(said) == 1:
        age = said.pop()
        return age, age
    if decade := _DECADE.search(figures):
        first = 20 + 10 * _DECADES.index(decade.group(1).casefold())
        return first, first + 9
    if any(not _TEEN_OF_THEIRS.search(_before(figures, found)) for found in _TEEN.finditer(figures)):
        return _TEEN_AGES
    return (_OLDER_FROM, None) if is_older else (None, None)


def children_ages(words: str) -> tuple[int, ...]:
    """Return the ages, in years, that the words give children under 18, from the lowest.

    Teenagers without a number may be of any age that teenagers under 18 have.
    """
    teens = _TEEN_CHILD if _TEENS_OF_THEIRS.search(words) else ()
    return tuple(sorted({age for age in (*_ages_of_children(words), *teens) if age < GROWN}))


def are_grown(words: str) -> bool:
    """Whether all children that the words tell of are grown, by their ages."""
    ages = _ages_of_children(words)
    return bool(ages) and min(ages) >= GROWN and not phrases("eligibility", "small_children").search(words)


def opens_with_a_child(need: str) -> bool:
    """Whether a need is a child's by its first words ("Her 9-year-old has nightmares.")."""
    return bool(_CHILD_FIRST.match(need))


def _before(words: str, found: re.Match[str]) -> str:
    """Return the few words before what was found."""
    return words[max(0, found.start() - _NEAR) : found.start()]


def _is_another_s(before: str, *, may_be_a_thing: bool) -> bool:
    """Whether the words before a number tell that it is the age of somebody else, or no age."""
    if _THEMSELVES.search(before):
        return False
    return bool(_THEIRS.search(before) or (may_be_a_thing and _A_THING.search(before)))


def _ages_of_children(words: str) -> list[int]:
    figures = spelled_in_figures(words)
    return [int(age) for form in _CHILD_AGES for found in form.finditer(figures) for age in found.groups() if age]
