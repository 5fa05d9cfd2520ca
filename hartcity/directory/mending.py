"""Slips in typed words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA


if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 5
"""Letters from which on a slip in a word can be told from another word."""

_TWO_SLIPS_FROM = 9
_SHORTEST_HALF = 3


class Mending:
    """Knows for a word that nobody knows which of the ``known`` ones was most likely meant."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            self._by_letter[word[0]].append(word)

    def mended(self, word: str) -> tuple[str, ...]:
        """Return what was most likely meant, of the same first letter.

        That is the shortest word of which only the beginning was typed; else one that a slip makes, or two slips in a
        long word; else two words that were written as one; else the word itself.
        """
        if len(word) < _SHORTEST:
            return (word,)
        slips = 1 if len(word) < _TWO_SLIPS_FROM else 2
        near = [other for other in self._by_letter[word[0]] if len(other) >= len(word) - slips]
        longer = [(len(other), other) for other in near if other.startswith(word)]
        alike = [
            (distance, other)
            for other in near
            if len(other) <= len(word) + slips and (distance := OSA.distance(word, other, score_cutoff=slips)) <= slips
        ]
        if longer or alike:
            return (min(longer or alike)[1],)
        halves = ((word[:at], word[at:]) for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1))
        return next((two for two in halves if all(half in self._known for half in two)), (word,))
