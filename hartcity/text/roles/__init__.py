"""What each sentence does, worked out once from its clauses and shared by all checks.

Every module of this package with a function ``read`` finds the evidence for some roles; modules are found, not listed.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from hartcity.text.roles.model import Ask, Evidence, Manner, Reading, Role, Wanted
from hartcity.text.roles.parse import Parse, speaks_in_own_voice


__all__ = ["Ask", "Evidence", "Manner", "Parse", "Reading", "Role", "Wanted", "read", "speaks_in_own_voice"]


def read(plain: str, start: int = 0, *, in_own_voice: bool = False) -> Reading:
    """Read a sentence that begins at ``start`` in the draft.

    ``in_own_voice``: what the writer says of themselves is said of the service user.
    """
    if len(plain) > _LONGEST_SENTENCE:
        return _joined([_read(piece, start + at, in_own_voice=in_own_voice) for at, piece in _pieces(plain)])
    return _read(plain, start, in_own_voice=in_own_voice)


def _read(plain: str, start: int, *, in_own_voice: bool) -> Reading:
    parse = Parse.of(plain, start)
    if in_own_voice:
        parse.make_the_writer_the_person()
    evidence: list[Evidence] = []
    asks: list[Ask] = []
    for reader in _readers():
        for found in reader(parse):
            if isinstance(found, Ask):
                asks.append(found)
            else:
                evidence.append(found)
    return Reading(
        tuple(evidence),
        tuple(asks),
        parse.moments,
        names_service=bool(parse.tokens.services),
        presses=_presses(parse),
        names_person=parse.names_a_person,
    )


def _pieces(plain: str) -> Iterator[tuple[int, str]]:
    """Cut what is too long to be a sentence at white space, so that time grows with the length alone."""
    at = 0
    while at < len(plain):
        end = at + _LONGEST_SENTENCE
        if end < len(plain):
            gap = plain.rfind(" ", at + 1, end)
            end = gap if gap > at else end
        if plain[at:end].strip():
            yield at, plain[at:end]
        at = end


def _joined(readings: list[Reading]) -> Reading:
    return Reading(
        tuple(each for reading in readings for each in reading.evidence),
        tuple(each for reading in readings for each in reading.asks),
        tuple(each for reading in readings for each in reading.moments),
        names_service=any(reading.names_service for reading in readings),
        presses=any(reading.presses for reading in readings),
        names_person=any(reading.names_person for reading in readings),
    )


def _presses(parse: Parse) -> bool:
    """Whether a scrap of a sentence only hurries the reader ('asap pls')."""
    return parse.has("pressure") and parse.word_in(_HURRY)


_LONGEST_SENTENCE = 900
_HURRY = frozenset({"asap", "immediately", "urgently"})


@cache
def _readers() -> tuple[Callable[[Parse], Iterator[Evidence | Ask]], ...]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module.read for module in modules if hasattr(module, "read"))
