"""What people want of a service, are offered or get there: parts of a sentence that ask for nothing of a person."""

from __future__ import annotations

import re

from hartcity.plan.eligibility.asking import asks_for_something, names_people, restriction
from hartcity.plan.eligibility.traits import asked_for
from hartcity.plan.vocabulary import phrases


_END = re.compile(r"[.;:()]|\s[-\u2013\u2014]+\s")
_APART = re.compile(
    r",\s*(?:on|out of|in|at|under|over|above|below|from|within|up to|between|near|no|not|as|when|through|of|for)\b",
    re.IGNORECASE,
)
"""Opens a part that goes on with who may come ("looking for a mentor, out of jail less than a year")."""

_AIMS = re.compile(
    rf"{phrases('served', 'aims').pattern}|"
    r"(?<!who )(?<!that )(?<!which )(?<!and )(?<!or )(?<!they )\b(?:can|may) "
    r"(?!not\b|no\b|only\b|be\b|have\b|need\b|show\b|prove\b|pass\b|include\b|apply\b|qualify\b)[a-z]+\b",
    re.IGNORECASE,
)
"""What people want of a service, or what they may do there ("Adults may swim at noon")."""

_TO_BE = re.compile(r"\s+to\s+(?:be|have)\b", re.IGNORECASE)
"""What is needed in order to come, and not from the service ("who need to be over 60")."""

_DO_HERE = re.compile(
    r"(?<!who )(?<!that )(?<!and )(?<!were )(?<!are )(?<!be )(?<!not )(?<!['\u2019]t )"
    r"\b(?!\w*(?:ed|en|orn|ing|[^s]s)\b)[a-z]{3,} here\b|"
    r"(?<!who )(?<!that )(?<!and )(?<!which )\b(?:can|may) (?!not\b|be\b|have\b)[a-z]+ here\b",
    re.IGNORECASE,
)
"""What those who are served do there ("Mothers of small children meet here")."""

_PREDICATE = re.compile(
    r"^(?P<whom>(?:(?!\b(?:who|whom|whose|that|which|if|when|because|no|not|nobody|none|must|only)\b)[^.;:]){1,300}?)\s"
    r"(?P<gets>(?:are (?:always |also |all )?"
    r"(?!\w*(?:quir|select|chos|ask|expect|limit|admit|need|retir|disab|marri)\w*)"
    r"(?:\w+(?:ed|en)|welcome)|get|ride|eat|pay|sleep|meet|gather|play|learn|share|cook|sing|swim|enjoy)\b[^.;:]*)$",
    re.IGNORECASE,
)
"""Those whom a sentence is about, by no word that tells more of them, and what they get or do."""

_OFFER = re.compile(
    r"(?P<offer>[^.;:()\d]{1,80}?)\sfor\s"
    rf"(?=(?:[\w'\u2019-]+\s){{0,3}}?(?:{phrases('served', 'people').pattern}|whoever\b))",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:is|are|was|were|it|we|our)\b", re.IGNORECASE)


def without_aims(words: str) -> str:
    """Return a sentence without what people want, need or look for in a service ("who want to learn to read").

    A word that restricts ends what is wanted, and so does a part of a list that names people.
    """
    kept, rest = "", _DO_HERE.sub(" ", _without_predicate(_without_offer(words)))
    while found := _AIMS.search(rest):
        before, rest = rest[: found.start()], rest[found.end() :]
        is_asked = found.group().casefold().endswith(("need", "needs")) and _TO_BE.match(rest)
        kept += before + (found.group() if is_asked else " ")
        rest = rest[0 if is_asked else _length(rest) :]
    return kept + rest


def _without_offer(words: str) -> str:
    """Return a sentence without what is offered before it says for whom ("Meals and company for older people")."""
    found = _OFFER.match(words)
    if not found or _SAYS.search(found["offer"]) or _is_asking(found["offer"]) or asked_for(found["offer"]):
        return words
    return words[found.end() :]


def _without_predicate(words: str) -> str:
    """Return a sentence on people without what they get or do there ("Veterans get a haircut on Mondays")."""
    found = _PREDICATE.match(words)
    if not found or _is_asking(found["gets"]):
        return words
    return found["whom"] if names_people(found["whom"]) or asked_for(found["whom"]) else words


def _is_asking(words: str) -> bool:
    return asks_for_something(words) or names_people(words)


def _length(rest: str) -> int:
    """Return how far what is wanted goes."""
    end = found.start() if (found := _END.search(rest)) else len(rest)
    for place, part in enumerate(re.finditer(r",?[^,]*", rest[:end])):
        restricts = restriction(part.group())
        if place and (restricts is not None or _APART.match(part.group()) or names_people(part.group())):
            return part.start()
        if restricts is not None:
            return part.start() + restricts
    return end
