"""What a description of whom a service serves asks for beyond what is read: a condition for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.plan.eligibility import households, statements, traits
from hartcity.plan.eligibility.age_bounds import without_ages
from hartcity.plan.eligibility.aims import without_aims
from hartcity.plan.eligibility.clauses import clauses, sentences
from hartcity.plan.eligibility.figures import spelled_in_figures
from hartcity.plan.eligibility.lifted import without_lifted
from hartcity.plan.eligibility.towns import towns_of, without_towns
from hartcity.plan.vocabulary import forms, phrases
from hartcity.plan.wording import WORD


_MINOR = re.compile(r"\b(child|children|kids?) (?:under|below|younger than) (?:the age of |age )?18\b", re.IGNORECASE)


def unread(served: str, *, turned_away: bool = False) -> str:
    """Return the first clause of ``served`` with a word that is neither read nor plain; empty where there is none.

    ``turned_away``: the words tell of those who are not served.
    """
    plain = without_lifted(served)
    towns = () if turned_away else towns_of(plain)
    limit = households.income_limit(served)
    for clause in _clauses(plain):
        rest = _MINOR.sub(r"\1", spelled_in_figures(without_towns(clause, towns)))
        rest = rest if turned_away else forms("served", "single_adults").sub(" ", rest)
        rest = without_ages(households.without_bounds(rest, turned_away=turned_away))
        rest = households.without_repetitions(traits.without_asked(rest), limit)
        if WORD.search(phrases("served", "plain").sub(" ", rest)):
            return clause
    return ""


def without_purpose(served: str) -> str:
    """Return a description without what people want and without what is said of the service and of how to come."""
    return ", ".join(_clauses(served))


def quoted(clause: str, served: str) -> str:
    """Return ``clause`` as ``served`` words it: the sentence that it stands in where some of it was read."""
    if not clause or clause in served:
        return clause
    words = set(WORD.findall(clause))
    return max(sentences(served), key=lambda sentence: len(words & set(WORD.findall(sentence)))).strip()


def _clauses(served: str) -> Iterator[str]:
    """Yield the clauses in which a condition may stand."""
    for place, sentence in enumerate(sentences(served)):
        if statements.is_statement(sentence) or statements.tells_whom_it_suits(sentence):
            continue
        if place and statements.is_about_the_service(sentence):
            continue
        for clause in clauses(without_aims(sentence)):
            if not (statements.is_aside(clause) or statements.is_statement(clause)):
                yield clause
