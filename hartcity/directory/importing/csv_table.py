"""A table from the text of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress

from hartcity.directory.importing.raw import LONGEST_CELL, MOST_COLUMNS, Grid, RawLine, RawTable, refuse_too_many
from hartcity.files import decode, plain


_DELIMITERS = ",;\t|"
_LOOKED_AT = 30
"""Rows by which the delimiter is chosen."""

_TOLD = re.compile(r"\s{0,20}sep=(.)\s{0,20}?\n", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""


def read_csv(data: bytes, file: str) -> RawTable:
    """Return the table in ``data``; the first line that is not blank holds the columns.

    Raises:
        RefusedFileError: when the bytes are no text, or there are too many rows.

    """
    grid = read_grid(data, file)
    return grid.table(grid.rows[0]) if grid.rows else RawTable(file, unreadable=grid.unreadable)


def read_grid(data: bytes, file: str) -> Grid:
    """Return the rows in ``data`` that hold something, before anything is known about them.

    The delimiter is the one of comma, semicolon, tab and bar by which most rows have the same number of cells, unless
    a first line ``sep=;`` names it.

    Raises:
        RefusedFileError: when the bytes are no text, or there are too many rows.

    """
    text = decode(data)
    told = _TOLD.match(text)
    start = told.end() if told else 0
    if told and told[1] not in text[start:].lstrip().split("\n", 1)[0]:
        told = None  # the line was left from another program, and the cells are divided otherwise
    grid = Grid(file)
    delimiter = told[1] if told else _delimiter(text[start:])
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter, skipinitialspace=True)
    first = 1 + (start > 0)
    while True:
        line = reader.line_num + first
        try:
            cells = next(reader, None)
        except csv.Error:
            grid.unreadable.append((line, "a cell runs on without an end; is a quotation mark missing?"))
            continue
        if cells is None:
            return grid
        if not any(map(str.strip, cells)):
            continue
        if any(len(cell) > LONGEST_CELL for cell in cells):
            grid.unreadable.append((line, f"a cell is longer than {LONGEST_CELL:,} characters"))
        elif len(cells) > MOST_COLUMNS:
            grid.unreadable.append((line, f"it has more than {MOST_COLUMNS} cells"))
        else:
            grid.rows.append(RawLine(line, [plain(cell.strip()) for cell in cells]))
            refuse_too_many(len(grid.rows))


def _delimiter(text: str) -> str:
    head = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])

    def evenness(delimiter: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        with suppress(csv.Error):
            widths.update(
                len(cells) for cells in csv.reader(io.StringIO(head), delimiter=delimiter, skipinitialspace=True)
            )
        del widths[1], widths[0]
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width

    return max(_DELIMITERS, key=evenness)
