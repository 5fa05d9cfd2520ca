"""What a description of whom a service serves asks for beyond what is read: a condition for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.plan import traits
from hartcity.plan.aims import is_about_the_service, without_aims
from hartcity.plan.bounds import without_bounds
from hartcity.plan.figures import listed_forms, spelled_in_figures
from hartcity.plan.incomes import income_dollars, income_percent
from hartcity.plan.lifted import without_lifted
from hartcity.plan.statements import is_statement
from hartcity.plan.towns import towns_of, without_towns
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
_MINOR = re.compile(r"\b(child|children|kids?) (?:under|below|younger than) (?:the age of |age )?18\b", re.IGNORECASE)
_SAME_SUM = re.compile(
    r"\b(?:meaning |that is )?(?:(?:no|not) more than|at most|up to|under|below)\s\$\d[\d,]*k?(?:\s(?:a|per)\s\w+)?",
    re.IGNORECASE,
)
_SMALL_INCOME = re.compile(r"\b(?:low|limited|modest|small)[\s-]incomes?\b(?:,? meaning\b)?", re.IGNORECASE)
_DEPENDS = re.compile(
    r"\b(?:if|once)\b(?! you (?:have|can|need|want|like|wish|prefer)\b)(?! (?:possible|needed)\b)|"
    r"\b(?:letters?|notes?|referrals?) from\b",
    re.IGNORECASE,
)
"""What makes even a word on how to come a condition ("Call if your power was cut off")."""

_MAINLY = re.compile(
    r"^\s*(?:and )?(?:especially|particularly|most(?:ly)?) (?:helpful|useful|suited|good|fun)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def unread(served: str, *, turned_away: bool = False) -> str:
    """Return the first clause of ``served`` with a word that is neither read nor plain; empty where there is none.

    ``turned_away``: the words tell of those who are not served.
    """
    towns = () if turned_away else towns_of(without_lifted(served))
    is_sum_told = income_dollars(served) is not None
    is_income_told = income_percent(served) is not None
    for clause in _clauses(without_lifted(served)):
        figures = _MINOR.sub(r"\1", _SAME_HOUSEHOLD.sub(" ", spelled_in_figures(without_towns(clause, towns))))
        figures = figures if turned_away else listed_forms("served", "single_adults").sub(" ", figures)
        known = traits.without_needed(without_bounds(figures, turned_away=turned_away))
        known = _SAME_INCOME.sub(" ", known) if is_income_told else known
        known = _SMALL_INCOME.sub(" ", known) if is_income_told or is_sum_told else known
        known = _SAME_SUM.sub(" ", _OF_A_SIZE.sub(" ", known)) if is_sum_told else known
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
        if is_statement(sentence) or _is_priority(sentence) or (place and is_about_the_service(sentence)):
            continue
        clauses = filter(None, map(str.strip, _CLAUSE.split(without_aims(sentence))))
        yield from (clause for clause in clauses if not (_is_aside(clause) or is_statement(clause)))


def _is_aside(clause: str) -> bool:
    is_first = phrases("served", "first").search(clause)
    return bool(is_first or (phrases("served", "asides").match(clause) and not _DEPENDS.search(clause)))


def _is_priority(sentence: str) -> bool:
    return bool(_MAINLY.match(sentence))
