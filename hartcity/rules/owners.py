"""Whose number, address or workplace is meant: the writer's, the reader's or the service user's."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from hartcity.rules.reading import Reading


_OURS = frozenset(("i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"))
_THEIRS = frozenset(
    (
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "they",
        "them",
        "their",
        "theirs",
        "client",
        "mother",
        "father",
        "family",
        "who",
    )
)
_REACH = 25


class Owner(Enum):
    """Who a detail belongs to, by the nearest word before it that says so."""

    CORRESPONDENTS = "the writer or the reader"
    SERVICE_USER = "somebody in the story"
    UNKNOWN = "not said"


def owner(reading: Reading, start: int) -> Owner:
    """Return who the detail that starts at code point ``start`` belongs to."""
    before = bisect_left(reading.stream, start, key=lambda token: token.end)
    for token in reversed(reading.stream[max(0, before - _REACH) : before]):
        if token.form in _OURS:
            return Owner.CORRESPONDENTS
        if token.form in _THEIRS:
            return Owner.SERVICE_USER
    return Owner.UNKNOWN
