"""Rows of HSDS tables as they are read: which belong to whom, and what their cells say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias


if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

Row: TypeAlias = Mapping[str, str]
Tables: TypeAlias = Mapping[str, "pd.DataFrame"]
"""HSDS tables by name. Every cell is a string; what is not there is the empty string."""

_OF_SERVICE = ("service_id", "service_at_location_id")


class GroupedRows:
    """The rows of every table, grouped by the column that ties them to their owner."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> list[Row]:
        """Return all rows of a table, in its order."""
        frame = self._tables.get(table)
        if frame is None:
            return []
        columns = [str(column) for column in frame.columns]
        return [dict(zip(columns, cells, strict=True)) for cells in frame.itertuples(index=False, name=None)]

    def of(self, table: str, column: str, key: str) -> list[Row]:
        """Return the rows of a table that hold ``key`` in ``column``."""
        if not key:
            return []
        if (table, column) not in self._groups:
            groups: dict[str, list[Row]] = defaultdict(list)
            for row in self.rows(table):
                groups[row.get(column, "")].append(row)
            self._groups[table, column] = groups
        return self._groups[table, column].get(key, [])

    def nearest(self, table: str, owners: Mapping[str, list[str]]) -> list[Row]:
        """Return the rows of the first kind of owner that has any; a service and the service at a place are one kind.

        ``owners`` maps the columns that tie rows to their owners to ids.
        """
        kinds = [_OF_SERVICE, *((column,) for column in owners if column not in _OF_SERVICE)]
        for kind in kinds:
            found = [row for column in kind for key in owners.get(column, ()) for row in self.of(table, column, key)]
            if found:
                return found
        return []


def texts(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    """Return what stands in a column, blank cells left out."""
    return tuple(row[column] for row in rows if row.get(column))


def first(texts: Iterable[str]) -> str:
    """Return the first text that is not blank, or nothing."""
    return next((text for text in texts if text), "")


def number(text: str) -> float | None:
    """Return the finite number that ``text`` spells, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
