"""What people want of a service, and what is said of the service itself: neither asks for anything of a person."""

from __future__ import annotations

import re
from functools import cache

from hartcity.plan.bounds import age_bounds
from hartcity.plan.statements import WHO_DOES
from hartcity.plan.traits import asked_for
from hartcity.plan.vocabulary import phrases


_END = re.compile(r"[.;:()]|\s[-\u2013\u2014]+\s")
_HELP_WITH = re.compile(
    r"\b(?:help\w*|hand|assistance|support|deal\w*|trouble|advice|struggl\w*|cop\w+)\s$", re.IGNORECASE
)
_APART = re.compile(
    r",\s*(?:on|out of|in|at|under|over|above|below|from|within|up to|between|near|no|not|as|when|through|of|for)\b",
    re.IGNORECASE,
)
"""Opens a part that goes on with who may come ("looking for a mentor, out of jail less than a year")."""

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

_MAY_DO = (
    r"(?<!who )(?<!that )(?<!which )(?<!and )(?<!or )(?<!they )\b(?:can|may) "
    r"(?!not\b|no\b|only\b|be\b|have\b|need\b|show\b|prove\b|pass\b|include\b|apply\b|qualify\b)[a-z]+\b"
)
_AND_DID = re.compile(r"\band \w{3,}ed\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|it|we|our)\b", re.IGNORECASE)
_TO_BE = re.compile(r"\s+to\s+(?:be|have)\b", re.IGNORECASE)
"""What is needed in order to come, and not from the service ("who need to be over 60")."""


def without_aims(words: str) -> str:
    """Return a sentence without what people want, need or look for in a service ("who want to learn to read").

    A word that restricts ends what is wanted, and so does a part of a list that names people.
    """
    kept, rest = "", _DO_HERE.sub(" ", _without_predicate(_without_offer(words)))
    while found := _aims().search(rest):
        before, rest = rest[: found.start()], rest[found.end() :]
        is_asked = found.group().casefold().endswith(("need", "needs")) and _TO_BE.match(rest)
        kept += before + (found.group() if is_asked else " ")
        rest = rest[0 if is_asked else _length(rest) :]
    return kept + rest


@cache
def _aims() -> re.Pattern[str]:
    """Return what people want of a service, or what they may do there ("Adults may swim at noon")."""
    return re.compile(rf"{phrases('served', 'aims').pattern}|{_MAY_DO}", re.IGNORECASE)


def is_about_the_service(sentence: str) -> bool:
    """Whether a sentence tells when, where or how a service is given, and names neither people nor a requirement."""
    if phrases("served", "ways").match(sentence.strip()):
        return not _asks_for_something(sentence)
    is_said = _happens().search(sentence)
    return bool(is_said and is_said.start() and not _asks_for_something(sentence) and not _names_people(sentence))


@cache
def _happens() -> re.Pattern[str]:
    said = phrases("served", "is_said").pattern
    return re.compile(
        rf"{phrases('served', 'happens').pattern}|\b(?:is|are|['\u2019]s|will be) (?:also |always |all |held )?{said}",
        re.IGNORECASE,
    )


def _without_offer(words: str) -> str:
    """Return a sentence without what is offered before it says for whom ("Meals and company for older people")."""
    found = _for_people().match(words)
    is_plain = (
        found
        and not _SAYS.search(found["offer"])
        and not _asks_for_something(found["offer"])
        and not _names_people(found["offer"])
    )
    return words[found.end() :] if found and is_plain and not asked_for(found["offer"]) else words


def _without_predicate(words: str) -> str:
    """Return a sentence on people without what they get or do there ("Veterans get a haircut on Mondays")."""
    found = _PREDICATE.match(words)
    if not found or _asks_for_something(found["gets"]) or _names_people(found["gets"]):
        return words
    return found["whom"] if _names_people(found["whom"]) or asked_for(found["whom"]) else words


@cache
def _for_people() -> re.Pattern[str]:
    people = phrases("served", "people").pattern
    return re.compile(
        rf"(?P<offer>[^.;:()\d]{{1,80}}?)\sfor\s(?=(?:[\w'\u2019-]+\s){{0,3}}?(?:{people}|whoever\b))", re.IGNORECASE
    )


def _length(rest: str) -> int:
    """Return how far what is wanted goes."""
    end = found.start() if (found := _END.search(rest)) else len(rest)
    for place, piece in enumerate(re.finditer(r",?[^,]*", rest[:end])):
        restriction = _restriction(piece.group())
        if place and (restriction is not None or _APART.match(piece.group()) or _names_people(piece.group())):
            return piece.start()
        if restriction is not None:
            return piece.start() + restriction
    return end


def _restriction(words: str) -> int | None:
    """Return where a word stands that restricts who comes; the "with" of help with something does not."""
    found = (one for one in phrases("served", "restricting").finditer(words) if not _is_other(words, one))
    did = _AND_DID.search(words)
    return min((one.start() for one in (next(found, None), did) if one), default=None)


def _is_other(words: str, found: re.Match[str]) -> bool:
    """Whether a word that restricts is a part of another ("after-school"), or a "with" of how or with whom."""
    return words[found.end() :].startswith("-") or _is_manner(words, found)


def _is_manner(words: str, found: re.Match[str]) -> bool:
    """Whether a "with" tells what help is with, how or in whose company."""
    if found.group().casefold() != "with":
        return False
    before, behind = words[max(0, found.start() - 20) : found.start()], words[found.end() :].lstrip()
    return bool(_HELP_WITH.search(before) or phrases("served", "with_what").match(behind))


def _asks_for_something(sentence: str) -> bool:
    asked = (phrases("served", part).search(sentence) for part in ("to_show", "before_coming"))
    return _restriction(sentence) is not None or any(asked)


def _names_people(words: str) -> bool:
    plain = phrases("served", "no_people").sub(" ", words)
    return bool(phrases("served", "people").search(plain) or WHO_DOES.search(plain) or age_bounds(plain))
