"""What a description of whom a service serves asks for beyond what is read: a condition for a person to judge."""

from __future__ import annotations

import re

from hartcity.plan import traits
from hartcity.plan.bounds import income_percent, spelled_in_figures, without_bounds
from hartcity.plan.vocabulary import pattern, phrases, table


_CLAUSE = re.compile(r"[;()]|,(?!\d{3})|\.(?=\s|$)|\s[-\u2013\u2014]+\s")
_SAME_HOUSEHOLD = re.compile(r"\b\d{1,2} (?:or|and) more(?: people| persons| members)?\b", re.IGNORECASE)
_SAME_INCOME = re.compile(
    r"\b\d{2,3}\s?(?:%|percent)\s?(?:of\s)?(?:the\s)?(?:fp[lg]|federal poverty|poverty)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def without_lifted(served: str) -> str:
    """Return a description without what it lifts ("regardless of income", "no age limit")."""
    rest = _lifted_to_the_end().sub(" ", served)
    return phrases("served", "lifted").sub(" ", rest)


def unread(served: str) -> str:
    """Return the first clause of ``served`` with a word that is neither read nor plain; empty where there is none."""
    is_income_told = income_percent(served) is not None
    for clause in map(str.strip, _CLAUSE.split(without_lifted(served))):
        known = traits.without_needed(without_bounds(_SAME_HOUSEHOLD.sub(" ", spelled_in_figures(clause))))
        known = _SAME_INCOME.sub(" ", known) if is_income_told else known
        is_aside = phrases("served", "asides").match(clause)
        if not is_aside and _WORD.search(phrases("served", "plain").sub(" ", known)):
            return clause
    return ""


def _lifted_to_the_end() -> re.Pattern[str]:
    openings = pattern(tuple(table("served")["words"]["lifted_to_the_end"]))
    return re.compile(rf"{openings.pattern}[^.,;:()]*", re.IGNORECASE)
