"""Whose number, address or workplace is meant: the writer's, the reader's or the service user's."""

from __future__ import annotations

from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING

from hartcity.text import Part


if TYPE_CHECKING:
    from collections.abc import Iterator

    from hartcity.rules.passage import Passage
    from hartcity.rules.tokenized_draft import TokenizedDraft


_OURS = frozenset("i me my mine we us our ours you your yours".split())
_THEIRS = frozenset("he him his she her hers they them their theirs client mother father family who".split())
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
    for at, form in islice(_before(draft, start), _REACH):
        if at < since:
            break
        if form in _OURS:
            return Owner.CORRESPONDENTS
        if form in _THEIRS:
            return Owner.SERVICE_USER
    return Owner.SERVICE_USER if passage.sentence.part is Part.REFERENCE else Owner.UNKNOWN


def _before(draft: TokenizedDraft, start: int) -> Iterator[tuple[int, str]]:
    """Yield the tokens that end before ``start``, the nearest first: where each begins, and its form."""
    for passage in reversed(draft.every_passage):
        begin = passage.sentence.span.start
        if begin < start:
            for token in reversed(passage.tokens):
                if begin + token.end < start:
                    yield begin + token.start, token.form
