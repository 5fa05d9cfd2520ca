"""Whose number, address or workplace is meant: the writer's, the reader's or the service user's."""

from __future__ import annotations

from enum import Enum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from hartcity.rules.colleagues import is_colleague
from hartcity.rules.word_class import word_class
from hartcity.text import Part


if TYPE_CHECKING:
    from collections.abc import Iterator

    from hartcity.rules.passage import Passage
    from hartcity.rules.tokenized_draft import TokenizedDraft


_OURS = frozenset("i me my mine we us our ours you your yours".split())
_THEIRS = frozenset("he him his she her hers they them their theirs client mother father family who".split())
_REACH = 25
_REACHING = frozenset("call write dial ring reach visit".split())
_BETWEEN = frozenset("at on to the number is are or , :".split())
_TELLS_OF_OTHERS = frozenset({Part.REFERENCE, Part.SUBJECT})


class Owner(Enum):
    """Who a detail belongs to, by the nearest word before it that says so."""

    CORRESPONDENTS = "the writer or the reader"
    SERVICE_USER = "somebody in the story"
    UNKNOWN = "not said"


def owner(draft: TokenizedDraft, start: int, passage: Passage) -> Owner:
    """Return who the detail that starts at code point ``start`` of ``passage`` belongs to.

    Where nobody else is spoken of, what an agency of ours or "the front desk" has is ours, and a number to call is that
    of whoever says so. What was said before counts too, but not for a reference line, a quoted sentence or a
    postscript: those speak for themselves.
    """
    if is_an_agencys(draft, start, passage):
        return Owner.CORRESPONDENTS
    alone = passage.is_around or passage.sentence.part is Part.POSTSCRIPT
    since = passage.sentence.span.start if alone else 0
    named = _people_named(draft, start) if alone else {}
    for at, form in islice(_before(draft, start), _REACH):
        if at < since:
            break
        if at in named or form in _OURS:
            return named.get(at, Owner.CORRESPONDENTS)
        if form in _THEIRS:
            return next((named[name] for name in sorted(named, reverse=True) if name < at), Owner.SERVICE_USER)
    return Owner.SERVICE_USER if passage.sentence.part is Part.REFERENCE else Owner.UNKNOWN


def _people_named(draft: TokenizedDraft, end: int) -> dict[int, Owner]:
    """Return where people are named before ``end``, and whether it is somebody who works for one of ours."""
    people = (name for name in draft.names if name.span.end <= end and name.reads_as_a_person)
    return {
        name.span.start: Owner.CORRESPONDENTS if name.is_own or is_colleague(name) else Owner.SERVICE_USER
        for name in people
    }


def is_an_agencys(draft: TokenizedDraft, start: int, passage: Passage) -> bool:
    """Whether a sentence speaks, before the detail, of an agency or of a way to reach one, and of nobody else."""
    if passage.sentence.part in _TELLS_OF_OTHERS:
        return False
    begin = passage.sentence.span.start
    ours = [name for name in draft.names if name.passage is passage and name.is_our_agency and name.span.end <= start]
    named = {at for name in ours for at in range(name.first, name.last)}
    forms = [token.form for at, token in enumerate(passage.tokens) if begin + token.end <= start and at not in named]
    if not _people().isdisjoint(forms):
        return False
    while forms and forms[-1] in _BETWEEN:
        forms.pop()
    return bool(ours) or (bool(forms) and forms[-1] in _REACHING | word_class("reader_team") | word_class("agency"))


@cache
def _people() -> frozenset[str]:
    """Return the words for people who are not in their work."""
    people = word_class("person") | word_class("relation") | _THEIRS
    return people - word_class("reader_team") - word_class("agency")


def _before(draft: TokenizedDraft, start: int) -> Iterator[tuple[int, str]]:
    """Yield the tokens that end before ``start``, the nearest first: where each begins, and its form."""
    for passage in reversed(draft.every_passage):
        begin = passage.sentence.span.start
        if begin < start:
            for token in reversed(passage.tokens):
                if begin + token.end < start:
                    yield begin + token.start, token.form
