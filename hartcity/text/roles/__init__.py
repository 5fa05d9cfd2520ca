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


def _presses(parse: Parse) -> bool:
    """Whether a scrap of a sentence only hurries the reader ('asap pls')."""
    return parse.has("pressure") and parse.word_in(_HURRY)


_HURRY = frozenset({"asap", "immediately", "urgently"})


@cache
def _readers() -> tuple[Callable[[Parse], Iterator[Evidence | Ask]], ...]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module.read for module in modules if hasattr(module, "read"))
