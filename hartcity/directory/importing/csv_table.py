"""A table from the text of a CSV file."""

from __future__ import annotations

import csv
import io

from hartcity.directory.importing.raw import LONGEST_CELL, RawRow, RawTable, refuse_too_many
from hartcity.files import decode, plain


_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 300


def read_csv(data: bytes, file: str) -> RawTable:
    """Return the table in ``data``; the first line that is not blank holds the columns.

    The delimiter is the one of comma, semicolon, tab and bar that the header holds most often.

    Raises:
        RefusedFileError: when the bytes are no text, or there are too many rows.

    """
    text = decode(data)
    table = RawTable(file)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            table.unreadable.append((line, "a cell runs on without an end; is a quotation mark missing?"))
            continue
        if cells is None:
            return table
        if not any(map(str.strip, cells)):
            continue
        if not table.columns:
            table.columns = [cell.strip() for cell in cells[:_MOST_COLUMNS]]
            continue
        _add(table, line, cells)
        refuse_too_many(len(table.rows))


def _delimiter(text: str) -> str:
    header = next((line for line in text.split("\n", 20) if line.strip()), "")
    return max(_DELIMITERS, key=header.count)


def _add(table: RawTable, line: int, cells: list[str]) -> None:
    if len(cells) > len(table.columns) and any(map(str.strip, cells[len(table.columns) :])):
        table.unreadable.append((line, f"it has {len(cells)} cells, and the header has {len(table.columns)}"))
    elif any(len(cell) > LONGEST_CELL for cell in cells):
        table.unreadable.append((line, f"a cell is longer than {LONGEST_CELL:,} characters"))
    else:
        table.rows.append(RawRow(line, dict(zip(table.columns, map(plain, cells), strict=False))))
