"""Bounds on an income, read from plain words: forms with a number in them, which stand as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hartcity.plan.figures import forms_of
from hartcity.plan.vocabulary import table


_INCOME = (
    r"(?:about\s)?(?:(?:the\s)?\$\s?(?P<dollars>\d[\d,]*)(?:\.\d+)?(?P<thousand>k\b)?(?:\s?(?:(?:a|per|each|/)\s?(?P<rate>year|"
    r"yr|month|mo|week|wk)\b|(?P<adverb>monthly|weekly|yearly|annually)))?|(?P<percent>\d{2,3})\s?(?:%|percent\b|(?=fp[lg]\b|"
    r"of\s(?:the\s)?(?:federal\s)?poverty)))(?:\s?(?:of\s)?(?:the\s)?(?:federal\s)?(?:poverty(?:\s(?:level|line|guidelines?|"
    r"threshold))?|fp[lg]|guidelines?))?"
)
_MULTIPLES = {"once": 100, "twice": 200, "double": 200, "two times": 200, "three times": 300, "triple": 300}
_MULTIPLE = re.compile(
    rf"\b(?:({'|'.join(_MULTIPLES)})|(\d(?:\.\d+)?)\stimes)\s(?:the\s)?(?:federal\s)?(?=poverty|fp[lg]\b)",
    re.IGNORECASE,
)
_THE_LINE = re.compile(
    r"(?<=\b(?:below|under)\s)(?:the\s)?(?:federal\s)?(?=poverty\s(?:line|level|guideline))", re.IGNORECASE
)
_A_YEAR = {"month": 12, "mo": 12, "monthly": 12, "week": 52, "wk": 52, "weekly": 52}
_THOUSAND = 1000


@cache
def _income_forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return forms_of(table("bounds")["income"][kind], lambda _: _INCOME)


def income_percent(words: str, *, turned_away: bool = False) -> float | None:
    """Return the highest income that is let in, in percent of the poverty guideline; None where none is told.

    ``turned_away``: the words tell of those who are not let in ("earning over 200% of poverty").
    """
    found = incomes(words, turned_away=turned_away)
    return max((float(one.group("percent")) for one in found if one.group("percent")), default=None)


def income_dollars(words: str, *, turned_away: bool = False) -> float | None:
    """Return the highest income that is let in, in dollars a year; None where none is told."""
    found = incomes(words, turned_away=turned_away)
    return max((_dollars(one) for one in found if one.group("dollars")), default=None)


def _dollars(found: re.Match[str]) -> float:
    amount = float(found.group("dollars").replace(",", "")) * (_THOUSAND if found.group("thousand") else 1)
    return amount * _A_YEAR.get((found.group("rate") or found.group("adverb") or "").casefold(), 1)


def incomes(words: str, *, turned_away: bool = False) -> Iterator[re.Match[str]]:
    """Yield each bound on an income of those who are served, or of those who are ``turned_away``."""
    plain = plain_income(words)
    for form in _income_forms("over" if turned_away else "most"):
        for found in form.finditer(plain):
            sentence = plain[max(plain.rfind(";", 0, found.start()), plain.rfind(". ", 0, found.start())) + 1 :]
            is_median = re.match(r"[^.;]{0,24}\b(?:median|ami)\b", plain[found.end() :], re.IGNORECASE)
            is_income = found.group("percent") or re.search(
                r"\b(?:incomes?|earn\w*|mak(?:es?|ing)|wages?|(?:bring|tak)\w* (?:home|in))\b",
                sentence[: found.end() + 24],
                re.IGNORECASE,
            )
            if is_income and not is_median:
                yield found


def plain_income(words: str) -> str:
    """Return words with multiples of the poverty line in percent; the same again for what is so already."""
    return _MULTIPLE.sub(_in_percent, _THE_LINE.sub("100% of the ", words))


def _in_percent(found: re.Match[str]) -> str:
    word, times = found.groups()
    return f"{_MULTIPLES[word.casefold()] if word else round(float(times) * 100)}% of the "
