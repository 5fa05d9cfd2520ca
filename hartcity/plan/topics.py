"""What a need, a service or a purpose is about, in broad strokes."""

from __future__ import annotations

import re
from functools import cache

from hartcity.plan.vocabulary import pattern, phrases, table, words
from hartcity.plan.wording import content
from hartcity.text.kept import SENTENCES, kept


_WHAT_FOR = re.compile(
    r"(?<=\bride) to |(?<=\brides) to |(?<=\btransportation) to |(?<=\bbus) to |(?<=\btrip) to |(?<=\btrips) to |"
    r"(?<!\bget)(?<!\bgets)(?<!\bgetting)(?<!\bway)(?<!\bback) to (?:the|a|an|his|her|their|any) |"
    r" (?:for|so|in order to) ",
    re.IGNORECASE,
)
"""Where a text goes over from what is wanted to what for ("a ride to dialysis", "an interpreter for court")."""


@kept(SENTENCES)
def topics(text: str) -> frozenset[str]:
    """Return the broad topics that the words of ``text`` touch; empty when they tell nothing.

    The longer phrase takes its words with it: "physical therapy" touches no topic that "therapy" does.
    """
    told = [found.group() for found in _any_of_them().finditer(phrases("topics", "places").sub(" ", text))]
    return frozenset(topic for topic, each in _listed().items() if any(each.fullmatch(one) for one in told))


@kept(SENTENCES)
def wanted(text: str) -> frozenset[str]:
    """Return the topics of what a text asks for or offers, and of what it is for only where that alone tells."""
    parts = map(topics, _WHAT_FOR.split(text))
    return next((found for found in parts if found - words("topics", "means")), topics(text)) or _alone(text)


def answering(asked: frozenset[str], offered: frozenset[str], stated: frozenset[str] = frozenset()) -> bool:
    """Whether what is offered is about what is asked for, and no pastime or trade that only shares a word with it.

    ``stated``: what the need beside the service is about, which decides over a trade.
    """
    is_a_trade = offered & words("topics", "trades") and not asked & (stated | words("topics", "for_a_trade"))
    return bool(asked & offered) and not is_a_trade and not (offered - asked) & words("topics", "pastimes")


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of topics share one, or hold two that belong together ("health" and "vision")."""
    return bool(one & other) or any(one & group and other & group for group in _groups())


def telling_of(asked: frozenset[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the words in ``text`` that tell of one of the topics ``asked``."""
    plain = phrases("topics", "places").sub(lambda found: " " * len(found.group()), text)
    wanted_ones = [each for topic, each in _listed().items() if topic in asked]
    found = _any_of_them().finditer(plain)
    return tuple(one.span() for one in found if any(each.fullmatch(one.group()) for each in wanted_ones))


@kept(SENTENCES)
def naming(text: str) -> frozenset[str]:
    """Return the stems of the words that name something: neither small nor everyday ones."""
    return content(text) - _everyday()


def _alone(text: str) -> frozenset[str]:
    """Return the topics of a text that holds one telling word and else only small and everyday ones."""
    held = content(text)
    return frozenset(
        topic
        for topic, each in table("topics")["alone"].items()
        if any(content(one) <= held and held - content(one) <= _everyday() for one in each)
    )


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    return {topic: pattern(tuple(listed)) for topic, listed in table("topics")["topics"].items()}


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, table("topics")["groups"].values()))


@cache
def _any_of_them() -> re.Pattern[str]:
    return pattern(tuple(phrase for listed in table("topics")["topics"].values() for phrase in listed))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(stem for word in words("topics", "everyday") for stem in content(word))
