"""A class in numbers: how many drafts reach each level of a criterion and each state of a check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hartcity.classes.small_counts import hide
from hartcity.model import Level, State


LEVELS = tuple(Level)
STATES = tuple(State)


def counted(
    rows: Sequence[Mapping[str, str]], column: str, values: Sequence[str], *, small: bool = True
) -> dict[str, str]:
    """Return how many rows hold each of ``values`` in ``column``, as words; without ``small`` under five is hidden."""
    counts = {value: sum(row.get(column) == value for row in rows) for value in values}
    return {name: str(count) for name, count in counts.items()} if small else hide(counts)


def numbers(rows: Sequence[Mapping[str, str]], column: str) -> list[float]:
    """Return the numbers of a column; what cannot be said is left out."""
    return [float(row[column]) for row in rows if row.get(column)]
