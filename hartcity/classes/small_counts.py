"""Numbers for others: a count so small that it could point at somebody is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


FEWEST = 5
"""Counts under this are hidden where a class is shown to others (the usual least cell of student statistics)."""

HIDDEN = "hidden"
"""What stands for a hidden count. It says nothing of the number: a large one is hidden too where it tells a small."""

WHY_HIDDEN = f"Groups under {FEWEST} students are hidden, and so are counts by which they could be worked out."

_NEARLY_ALL = 0.75


def hide(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the counts of one row as words, with small ones hidden.

    Where only one count is hidden, what is left of the sum would tell it, so the next smallest is hidden too.
    """
    small = {name for name, count in counts.items() if 0 < count < FEWEST}
    if len(small) == 1:
        others = [name for name in counts if name not in small and counts[name]]
        if others:
            small.add(min(others, key=lambda name: (counts[name], name)))
    return {name: HIDDEN if name in small else str(count) for name, count in counts.items()}


def mostly_hidden(rows: Iterable[Mapping[str, str]]) -> bool:
    """Whether nearly all counts of these rows that are not zero are hidden, so that the rest says little."""
    told = [count for row in rows for count in row.values() if count != "0"]
    return bool(told) and sum(count == HIDDEN for count in told) > _NEARLY_ALL * len(told)
