"""Tables as they stand in a file, before anything is known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hartcity.files import RefusedFileError


MOST_ROWS = 200_000
"""Rows of all tables together; a county's directory has some 50,000."""

LONGEST_CELL = 20_000
"""Code points in one cell."""


MOST_COLUMNS = 300
"""Columns of one table."""


class RawLine(NamedTuple):
    """The line where a row begins (from 1) and its cells from left to right."""

    line: int
    cells: list[str]


class RawRow(NamedTuple):
    """The line where a row begins (from 1, the header included) and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class RawTable:
    """One table of a file. ``unreadable`` holds the line and reason of rows that could not even be split.

    ``across`` are the lines in which one cell is merged over several columns.
    """

    file: str
    columns: list[str] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    unreadable: list[tuple[int, str]] = field(default_factory=list)
    across: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Grid:
    """Rows as they stand in a file or sheet, header included. ``unreadable`` and ``across`` as in ``RawTable``."""

    title: str
    rows: list[RawLine] = field(default_factory=list)
    unreadable: list[tuple[int, str]] = field(default_factory=list)
    is_hidden: bool = False
    across: set[int] = field(default_factory=set)

    def table(self, header: RawLine) -> RawTable:
        """Return the rows below ``header`` by its columns; a row with more cells than the header is unreadable."""
        columns = [" ".join(cell.split()) for cell in header.cells]
        while columns and not columns[-1]:
            columns.pop()
        columns = _told_apart(columns)
        table = RawTable(self.title, columns, unreadable=list(self.unreadable), across=self.across)
        for line, cells in self.rows:
            if line <= header.line:
                continue
            if any(cells[len(columns) :]):
                table.unreadable.append((line, f"it has {len(cells)} cells, and the header has {len(columns)}"))
            else:
                table.rows.append(
                    RawRow(line, {name: cell for name, cell in zip(columns, cells, strict=False) if name})
                )
        return table


def _told_apart(columns: list[str]) -> list[str]:
    """Return the names of columns with a number behind each that stands more than once, so that no cell is lost."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        names.append(f"{column} ({seen[column]})" if column and seen[column] > 1 else column)
    return names


def refuse_too_many(rows: int) -> None:
    """Refuse a directory of more rows than a screen could ever show.

    Raises:
        RefusedFileError: when there are more than ``MOST_ROWS``.

    """
    if rows > MOST_ROWS:
        raise RefusedFileError(
            f"This file holds more than {MOST_ROWS:,} rows, which is more than can be read here. "
            "Could you keep only the rows of your city?"
        )
