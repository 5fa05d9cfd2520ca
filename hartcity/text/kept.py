"""What was worked out for a sentence lately, kept by its words, so that a changed word costs one sentence.

It stays in memory only. ``forget`` drops all of it, as when a student deletes their work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar
from weakref import WeakSet


Worked = TypeVar("Worked", bound=Callable[..., Any])

SENTENCES = 4096
"""How many sentences are worth keeping: about those of two hundred drafts."""

WORDS = 20_000
"""How many words are."""

_every: WeakSet[Any] = WeakSet()


def kept(entries: int) -> Callable[[Worked], Worked]:
    """Keep the last ``entries`` answers of a function, by its arguments; the answers must not be changed."""

    def decorate(work: Worked) -> Worked:
        keeping: Any = lru_cache(entries)(work)
        _every.add(keeping)
        return keeping  # type: ignore[no-any-return] # it is called as the function itself

    return decorate


def forget() -> None:
    """Drop everything that is kept in this process."""
    for keeping in list(_every):
        keeping.cache_clear()
