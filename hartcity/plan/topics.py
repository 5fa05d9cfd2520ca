"""What a need, a service or a purpose is about, in broad strokes."""

from __future__ import annotations

from hartcity.plan.vocabulary import pattern, table


def topics(text: str) -> frozenset[str]:
    """Return the broad topics that the words of ``text`` touch; empty when they tell nothing."""
    listed: dict[str, list[str]] = table("topics")["topics"]
    return frozenset(topic for topic, phrases in listed.items() if pattern(tuple(phrases)).search(text))


def share_a_topic(one: str, other: str) -> bool:
    """Whether two texts are plainly about the same thing."""
    return bool(topics(one) & topics(other))
