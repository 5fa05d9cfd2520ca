"""What an import brings, and what it had to leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias


if TYPE_CHECKING:
    from hartcity.directory.directory import Directory

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the rows done and the rows in all, some twenty times in a long import."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row, or one cell of it, that did not come in. ``line`` counts from 1 with the header, as a spreadsheet does."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportedDirectory:
    """A directory with what was left out, in the file's order.

    ``format`` names what the file turned out to be, ``sheets`` are the names of all sheets of a workbook.
    """

    directory: Directory
    format: str
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
