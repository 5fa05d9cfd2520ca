"""Numbers for others: a count so small that it could point at somebody is hidden."""

from __future__ import annotations

from collections.abc import Mapping


FEWEST = 5
"""Counts under this are hidden where a class is shown to others (the usual least cell of student statistics)."""

HIDDEN = f"under {FEWEST}"


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
