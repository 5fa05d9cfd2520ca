"""Whose number, address or workplace is meant: the writer's, the reader's or the service user's."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING

from hartcity.text import Part


if TYPE_CHECKING:
    from hartcity.rules.passage import Passage
    from hartcity.rules.tokenized_draft import TokenizedDraft


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


def owner(draft: TokenizedDraft, start: int, passage: Passage) -> Owner:
    """Return who the detail that starts at code point ``start`` of ``passage`` belongs to.

    What was said before counts too, but not for a reference line, a quoted sentence or a postscript: those speak
    for themselves.
    """
    alone = passage.is_around or passage.sentence.part is Part.POSTSCRIPT
    since = passage.sentence.span.start if alone else 0
    before = bisect_left(draft.stream, start, key=lambda token: token.end)
    for token in reversed(draft.stream[max(0, before - _REACH) : before]):
        if token.start < since:
            break
        if token.form in _OURS:
            return Owner.CORRESPONDENTS
        if token.form in _THEIRS:
            return Owner.SERVICE_USER
    return Owner.SERVICE_USER if passage.sentence.part is Part.REFERENCE else Owner.UNKNOWN
