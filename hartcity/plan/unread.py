"""What a description of whom a service serves asks for beyond what is read: a condition for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.plan import traits
from hartcity.plan.aims import is_about_the_service, without_aims
from hartcity.plan.bounds import without_bounds
from hartcity.plan.figures import spelled_in_figures
from hartcity.plan.incomes import income_dollars, income_percent
from hartcity.plan.lifted import without_lifted
from hartcity.plan.vocabulary import phrases


_SENTENCE = re.compile(r"[;()]|\.(?=\s|$)")
_CLAUSE = re.compile(r",(?!\d{3})|\s[-\u2013\u2014]+\s(?!\d)")
_SAME_HOUSEHOLD = re.compile(
    r"\b\d{1,2} (?:or|and) more(?: people| persons| members)?\b(?! (?:minor |young )?(?:children|kids))", re.IGNORECASE
)
_OF_A_SIZE = re.compile(
    r"(?:(?<=\bhousehold )|(?<=\bhouseholds )|(?<=\bfamilies )|(?<=\bfamily ))of \d{1,2}\b", re.IGNORECASE
)
_SAME_INCOME = re.compile(
    r"\b\d{2,3}\s?(?:%|percent)\s?(?:of\s)?(?:the\s)?(?:fp[lg]|federal poverty|poverty)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def unread(served: str, *, turned_away: bool = False) -> str:
    """Return the first clause of ``served`` with a word that is neither read nor plain; empty where there is none.

    ``turned_away``: the words tell of those who are not served.
    """
    is_income_told = income_percent(served) is not None
    for clause in _clauses(without_lifted(served)):
        figures = _SAME_HOUSEHOLD.sub(" ", spelled_in_figures(clause))
        known = traits.without_needed(without_bounds(figures, turned_away=turned_away))
        known = _SAME_INCOME.sub(" ", known) if is_income_told else known
        known = _OF_A_SIZE.sub(" ", known) if income_dollars(served) is not None else known
        if _WORD.search(phrases("served", "plain").sub(" ", known)):
            return clause
    return ""


def without_purpose(served: str) -> str:
    """Return a description without what people want and without what is said of the service and of how to come."""
    return ", ".join(_clauses(served))


def quoted(clause: str, served: str) -> str:
    """Return ``clause`` as ``served`` words it: the sentence that it stands in where some of it was read."""
    if not clause or clause in served:
        return clause
    words = set(_WORD.findall(clause))
    sentences = re.split(r"[;()]|[.!?](?=\s|$)", served)
    return max(sentences, key=lambda sentence: len(words & set(_WORD.findall(sentence)))).strip()


def _clauses(served: str) -> Iterator[str]:
    """Yield the clauses in which a condition may stand."""
    for place, sentence in enumerate(_SENTENCE.split(served)):
        if not (place and is_about_the_service(sentence)):
            clauses = filter(None, map(str.strip, _CLAUSE.split(without_aims(sentence))))
            yield from (clause for clause in clauses if not _is_aside(clause))


def _is_aside(clause: str) -> bool:
    return bool(phrases("served", "asides").match(clause) or phrases("served", "first").search(clause))
