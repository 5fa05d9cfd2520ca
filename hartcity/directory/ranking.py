"""The order in which services that were found are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_AGAIN = 0.85
"""What is left of a further service of an organization that was just shown."""

_MIXED = 30
"""How many services are looked at for that."""

_ANSWERS = 0.7
"""The share of the best service for a need from which on another answers it as well."""


def best_first(scores: Mapping[int, float], needs: Collection[Mapping[int, float]], owners: Sequence[str]) -> list[int]:
    """Return the places of services, best first; equal ones keep the directory's order.

    Each need has its best service before any has its second, and an organization's further services step back a little
    behind those of others. ``needs`` give what each service counts for each need, ``owners`` each service's
    organization.
    """
    ranked = sorted(scores, key=lambda place: (-round(scores[place], 6), place))
    return _each_need_first(_mixed(ranked, scores, owners), needs)


def _mixed(ranked: Sequence[int], scores: Mapping[int, float], owners: Sequence[str]) -> list[int]:
    waiting, shown, first = list(ranked[:_MIXED]), Counter[str](), list[int]()
    while waiting:
        best = max(waiting, key=lambda place: round(scores[place] * _AGAIN ** shown[owners[place]], 6))
        waiting.remove(best)
        shown[owners[best]] += 1
        first.append(best)
    return [*first, *ranked[_MIXED:]]


def _each_need_first(ranked: Sequence[int], needs: Collection[Mapping[int, float]]) -> list[int]:
    waiting = [{place for place, weight in hits.items() if weight >= _ANSWERS * max(hits.values())} for hits in needs]
    first: list[int] = []
    for place in ranked:
        if any(place in answering for answering in waiting):
            first.append(place)
            waiting = [answering for answering in waiting if place not in answering]
    named = set(first)
    return [*first, *(place for place in ranked if place not in named)]
