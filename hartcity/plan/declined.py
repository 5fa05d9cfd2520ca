"""Requests that a directory says a service declines ("Braces and implants"), compared with what a plan asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hartcity.model import PlannedService, Service
from hartcity.plan.vocabulary import pattern, phrases, table, words
from hartcity.plan.wording import content, sentences, stem, tokens


_OTHERS = re.compile(r"[,;]|\s(?:and|or)\s|\([^)]*\)")
_NEGATED = re.compile(r"\b(?:not|no|never|without|instead of|rather than|otherwise)\b|n['\u2019]t\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,:()]|\s[-\u2013\u2014]+\s")
_AGAIN = re.compile(r"^(?:an? )?(?:second|another|repeat\w*|more than one)\b", re.IGNORECASE)
_WORDS_BEFORE = 3


class Declined(NamedTuple):
    """What a directory declines of a plan's requests, in its own words; whether that is asked for ``is_certain``."""

    words: str = ""
    is_certain: bool = False


def declined_request(planned: PlannedService, listed: Service, needs: Iterable[str] = ()) -> Declined:
    """Return what ``listed`` declines and ``planned`` asks for; nothing where nothing is asked that is declined.

    What is asked for stands in the service's name, in its need and in the ``needs`` of the service user that it
    answers. What a service would change tells of much that nobody asks it for, so there the whole request has to
    stand. Whom a service turns away is no request, and is read elsewhere.
    """
    own = content(f"{listed.name} {listed.organization}")
    found = (
        each
        for declined in listed.not_served
        if not phrases("eligibility", "people").match(declined)
        for each in _of_one(declined, planned, own, tuple(needs))
    )
    return max(found, key=lambda one: one.is_certain, default=Declined())


def _of_one(declined: str, planned: PlannedService, own: frozenset[str], needs: tuple[str, ...]) -> Iterator[Declined]:
    if _AGAIN.match(declined):
        if phrases("eligibility", "again").search(planned.service):
            yield Declined(declined, is_certain=True)
        elif any(phrases("eligibility", "had_before").search(one) for one in _said(planned.need, planned.eligibility)):
            yield Declined(declined)
        return
    plain = content(" ".join(words("eligibility", "plain_request")))
    everyday = content(" ".join(words("eligibility", "everyday_request")))
    for part in filter(None, map(str.strip, _OTHERS.split(declined))):
        telling = content(part) - own - plain
        if not telling or _is_ruled_out(telling, planned):
            continue
        is_named = telling <= content(planned.service)
        in_other_words = ". ".join((planned.service, *_said(planned.need, *needs)))
        if is_named or any(_asks_for(telling, one) for one in _said(planned.need)):
            # A single word in a need may mean something else.
            yield Declined(declined, is_certain=bool(telling - everyday) and (is_named or len(telling) > 1))
        elif _would_bring(telling, planned) or _in_other_words(part).search(in_other_words):
            yield Declined(declined)


def _would_bring(telling: frozenset[str], planned: PlannedService) -> bool:
    """Whether the whole of a request stands in what the service would change."""
    return len(telling) > 1 and any(_asks_for(telling, one) for one in _said(planned.benefit))


def _asks_for(telling: frozenset[str], sentence: str) -> bool:
    """Whether the words stand in one clause as what is asked for, and not as where somebody is or comes from."""
    for clause in _CLAUSE.split(sentence):
        if telling <= content(clause):
            spoken = tokens(clause)
            first = next(place for place, word in enumerate(spoken) if stem(word) in telling)
            before = " ".join(spoken[max(0, first - _WORDS_BEFORE) : first])
            return not phrases("eligibility", "beside_the_request").search(before)
    return False


def _is_ruled_out(telling: frozenset[str], planned: PlannedService) -> bool:
    """Whether the plan says in so many words that this is not asked for ("Nursing care is not needed.")."""
    told = (one for text in (planned.need, planned.eligibility, planned.barriers) for one in sentences(text))
    return any(_NEGATED.search(one) and telling <= content(one) for one in told)


def _in_other_words(part: str) -> re.Pattern[str]:
    """Return what people say who ask for a request that a directory names so ("a ride to work" for "commuting")."""
    listed = table("eligibility")["said_for"]
    named = (said for name, said in listed.items() if pattern((name.replace("_", " ") + "*",)).search(part))
    return pattern(tuple(phrase for said in named for phrase in said))


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(one for text in texts for one in sentences(text) if not _NEGATED.search(one))
