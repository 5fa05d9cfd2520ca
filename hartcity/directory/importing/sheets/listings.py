"""Where the lists of a sheet begin: which row names the columns, and what stands above it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hartcity.directory.importing.raw import Grid, RawLine
from hartcity.directory.importing.sheets.fields import KNOWN_HEADERS, NEEDED, names_of_both, spelled, suggested_columns


if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER_WITHIN = 40
"""Rows of a list among which its header is looked for."""


class Listing(NamedTuple):
    """One list of a sheet: its rows, the row with the columns' names and the lines above it: titles, dates, advice."""

    grid: Grid
    header: RawLine
    above: list[RawLine]

    def tells(self, *fields: str) -> bool:
        """Whether each of these fields probably has a column."""
        return set(suggested_columns(self.header.cells)) >= {*fields}


def listings(grid: Grid) -> Iterator[Listing]:
    """Yield the lists of a sheet that hold more than a header."""
    for part in _apart(grid):
        if len(part.rows) > 1:
            yield Listing(part, *_header(part))


def _apart(grid: Grid) -> list[Grid]:
    """Return the lists of a sheet apart: a header in the middle begins another, one that is repeated begins none."""
    parts: list[Grid] = []
    header: list[str] = []
    for row in grid.rows:
        filled = list(filter(None, row.cells))
        is_known = len(filled) > 1 and all(spelled(cell) in KNOWN_HEADERS or names_of_both(cell) for cell in filled)
        is_header = is_known and set(suggested_columns(row.cells)) >= NEEDED
        cells = list(map(spelled, filled)) if is_header else []
        if is_header and cells == header:
            continue
        if not parts or (is_header and header):
            parts.append(Grid(grid.title, [], [] if parts else grid.unreadable, grid.is_hidden, grid.across))
        header = cells if is_header else header
        parts[-1].rows.append(row)
    return parts


def _header(grid: Grid) -> tuple[RawLine, list[RawLine]]:
    """Return the row with the columns' names and the lines above it: titles, dates, advice."""
    looked_at = grid.rows[:_HEADER_WITHIN]
    known = [suggested_columns(row.cells) for row in looked_at]
    # A title such as "Agencies & Services" names both in one cell; so may a header, where no row has a cell for each.
    in_one = [at for at, row in enumerate(looked_at) if sum(map(bool, row.cells)) > 1 and set(known[at]) >= NEEDED]
    in_two = (at for at in in_one if known[at]["organization"] != known[at]["service"])
    best = next(in_two, in_one[0] if in_one else None)
    for at, (over, under) in enumerate(pairwise(looked_at[: best + 2] if best is not None else looked_at)):
        is_in_two_lines = _is_below(over, under) and len(grid.rows) > at + 2
        if is_in_two_lines and set(suggested_columns((both := _under(over, under)).cells)) >= NEEDED:
            return both, looked_at[:at]
    if best is None:
        width = max(sum(map(bool, row.cells)) for row in looked_at)
        best = next(at for at, row in enumerate(looked_at) if 2 * sum(map(bool, row.cells)) > width)
    return looked_at[best], looked_at[:best]


def _is_below(over: RawLine, under: RawLine) -> bool:
    """Whether a line names single columns below one that names several of them at once."""
    names = [spelled(cell) for cell in under.cells if cell]
    groups = [cell for cell in over.cells if cell]
    are_groups = not any(any(map(str.isdigit, cell)) or cell.endswith(":") for cell in groups)
    return are_groups and 1 < len(groups) < len(names) and KNOWN_HEADERS.issuperset(names)


def _under(over: RawLine, under: RawLine) -> RawLine:
    """Return a header of two lines as one: a name in the upper line stands over all columns up to the next."""
    cells: list[str] = []
    said = ""
    for at, cell in enumerate(under.cells):
        said = (over.cells[at] if at < len(over.cells) else "") or said
        cells.append(f"{said} {cell}".strip() if cell else "")
    return RawLine(under.line, cells)
