"""Tables as they stand in a file, before anything is known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hartcity.files import RefusedFileError


MOST_ROWS = 200_000
"""Rows of all tables together; a county's directory has some 50,000."""

LONGEST_CELL = 20_000
"""Code points in one cell."""


class RawRow(NamedTuple):
    """The line where a row begins (from 1, the header included) and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class RawTable:
    """One table of a file. ``unreadable`` holds the line and reason of rows that could not even be split."""

    file: str
    columns: list[str] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    unreadable: list[tuple[int, str]] = field(default_factory=list)


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
