"""How large a household is and how much it earns: bounds on both in a description of whom a service serves.

How bounds on an income are worded stands in ``vocabulary/bounds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hartcity.plan.eligibility.figures import blanked, spelled_in_figures
from hartcity.plan.vocabulary import forms_of, table


_POVERTY = r"(?:poverty(?:\s(?:level|line|guidelines?|threshold))?|fp[lg]|guidelines?)"
_INCOME = (
    r"(?:about\s)?(?:(?:the\s)?\$\s?(?P<dollars>\d[\d,]*)(?:\.\d+)?(?P<thousand>k\b)?"
    r"(?:\s?(?:(?:a|per|each|/)\s?(?P<rate>year|yr|month|mo|week|wk)\b|(?P<adverb>monthly|weekly|yearly|annually)))?|"
    r"(?P<percent>\d{2,3})\s?(?:%|percent\b|(?=fp[lg]\b|of\s(?:the\s)?(?:federal\s)?poverty)))"
    rf"(?:\s?(?:of\s)?(?:the\s)?(?:federal\s)?{_POVERTY})?"
)
_MULTIPLES = {"once": 100, "twice": 200, "double": 200, "two times": 200, "three times": 300, "triple": 300}
_MULTIPLE = re.compile(
    rf"\b(?:({'|'.join(_MULTIPLES)})|(\d(?:\.\d+)?)\stimes)\s(?:the\s)?(?:federal\s)?(?=poverty|fp[lg]\b)",
    re.IGNORECASE,
)
_THE_LINE = re.compile(
    r"(?<=\b(?:below|under)\s)(?:the\s)?(?:federal\s)?(?=poverty\s(?:line|level|guideline))", re.IGNORECASE
)
_EARNS = re.compile(r"\b(?:incomes?|earn\w*|mak(?:es?|ing)|wages?|(?:bring|tak)\w* (?:home|in))\b", re.IGNORECASE)
_MEDIAN = re.compile(r"[^.;]{0,24}\b(?:median|ami)\b", re.IGNORECASE)
_A_YEAR = {"month": 12, "mo": 12, "monthly": 12, "week": 52, "wk": 52, "weekly": 52}
_THOUSAND = 1000
_NEARBY = 24

_AGAIN_IN_PERCENT = re.compile(
    r"\b\d{2,3}\s?(?:%|percent)\s?(?:of\s)?(?:the\s)?(?:fp[lg]|federal poverty|poverty)\b", re.IGNORECASE
)
_AGAIN_IN_DOLLARS = re.compile(
    r"\b(?:meaning |that is )?(?:(?:no|not) more than|at most|up to|under|below)\s\$\d[\d,]*k?(?:\s(?:a|per)\s\w+)?",
    re.IGNORECASE,
)
_AGAIN_IN_WORDS = re.compile(r"\b(?:low|limited|modest|small)[\s-]incomes?\b(?:,? meaning\b)?", re.IGNORECASE)

_HOUSEHOLD = r"\b(?:households?|famil(?:y|ies))"
_LEAST = re.compile(
    _HOUSEHOLD + r"\b(?! income)[^.;]{0,20}?\b(?:(?P<from>\d{1,2}) (?:people |persons |members )?"
    r"(?:(?:or|and) (?:more|larger)|plus)|(?:at least|with) (?P<least>\d{1,2}) (?:or more )?"
    r"(?:people|persons|members))\b",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    r"\b\d{1,2} (?:or|and) more(?: people| persons| members)?\b(?! (?:minor |young )?(?:children|kids))", re.IGNORECASE
)
_OF_A_SIZE = re.compile(
    rf"(?P<whose>{_HOUSEHOLD}(?: size)?) of (?P<size>\d{{1,2}})\b(?P<more>\+| (?:or|and) (?:more|larger|over))?",
    re.IGNORECASE,
)


class IncomeLimit(NamedTuple):
    """The highest income let in, in percent of the poverty guideline and in dollars a year; None where none is told."""

    percent: float | None
    dollars: float | None

    @property
    def is_told(self) -> bool:
        """Whether there is any."""
        return self != (None, None)


def income_limit(words: str, *, turned_away: bool = False) -> IncomeLimit:
    """Return the limit that a description of who is served tells of, or one of who is ``turned_away``.

    Those who are turned away earn more ("earning over 200% of poverty").
    """
    found = tuple(_incomes(_in_percent(words), turned_away=turned_away))
    return IncomeLimit(
        max((float(one["percent"]) for one in found if one["percent"]), default=None),
        max((_dollars(one) for one in found if one["dollars"]), default=None),
    )


def smallest_household(served: str) -> int | None:
    """Return how many people a household has at least that is served; None where that is not told."""
    found = _LEAST.search(spelled_in_figures(served))
    return int(found["from"] or found["least"]) if found else None


def size_of_the_limit(served: str) -> int | None:
    """Return the size of the one household that a limit in dollars is told for; None where none or several are told."""
    sizes = {int(one["size"]) for one in _OF_A_SIZE.finditer(spelled_in_figures(served)) if not one["more"]}
    return min(sizes) if len(sizes) == 1 and income_limit(served).dollars is not None else None


def without_bounds(words: str, *, turned_away: bool = False) -> str:
    """Return words without "or more" people, and with the bounds on an income made unreadable."""
    plain = _in_percent(_OR_MORE.sub(" ", words))
    for found in tuple(_incomes(plain, turned_away=turned_away)):
        plain = blanked(plain, found)
    return plain


def without_repetitions(words: str, limit: IncomeLimit) -> str:
    """Return words without what only tells again of a limit that a description has ("low income", "200% FPL")."""
    words = words if limit.percent is None else _AGAIN_IN_PERCENT.sub(" ", words)
    words = _AGAIN_IN_WORDS.sub(" ", words) if limit.is_told else words
    if limit.dollars is None:
        return words
    return _AGAIN_IN_DOLLARS.sub(" ", _OF_A_SIZE.sub(lambda one: f"{one['whose']} {one['more'] or ''}", words))


@cache
def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return forms_of(table("bounds")["income"][kind], lambda _: _INCOME)


def _incomes(words: str, *, turned_away: bool) -> Iterator[re.Match[str]]:
    """Yield each bound on an income, and no share of the median and no sum that nobody earns."""
    for form in _forms("over" if turned_away else "most"):
        for found in form.finditer(words):
            start = max(words.rfind(";", 0, found.start()), words.rfind(". ", 0, found.start())) + 1
            is_income = found["percent"] or _EARNS.search(words[start : start + found.end() + _NEARBY])
            if is_income and not _MEDIAN.match(words, found.end()):
                yield found


def _in_percent(words: str) -> str:
    """Return words with multiples of the poverty line in percent."""
    return _MULTIPLE.sub(lambda found: f"{_percent(*found.groups())}% of the ", _THE_LINE.sub("100% of the ", words))


def _percent(word: str | None, times: str | None) -> int:
    return _MULTIPLES[word.casefold()] if word else round(float(times or 1) * 100)


def _dollars(found: re.Match[str]) -> float:
    amount = float(found["dollars"].replace(",", "")) * (_THOUSAND if found["thousand"] else 1)
    return amount * _A_YEAR.get((found["rate"] or found["adverb"] or "").casefold(), 1)
