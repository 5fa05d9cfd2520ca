"""Tables from an Excel workbook."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from hartcity.directory.importing.raw import LONGEST_CELL, MOST_COLUMNS, Grid, RawLine, refuse_too_many
from hartcity.files import RefusedFileError, check_xml, clean, plain, read_members


_MOST_SHEETS = 60
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]{0,80}ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
"""Cells that are merged, as the sheet's own part lists them; the library leaves them out where it reads row by row."""

_MOST_MERGED = 20_000
_BROKEN = (InvalidFileException, ParseError, OSError, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""What openpyxl is known to raise when a part of a workbook is missing or of another shape."""


def read_workbook(data: bytes) -> list[Grid]:
    """Return the rows of a workbook's sheets, empty sheets left out.

    What a formula showed when the workbook was saved is read; the formula itself is not.

    Raises:
        RefusedFileError: when it is damaged, protected, too large or built to do harm.

    """
    parts = read_members(data, lambda name: name.endswith((".xml", ".rels", ".vml")))
    for part in parts.values():
        check_xml(part)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            if len(book.worksheets) > _MOST_SHEETS:
                raise RefusedFileError(
                    f"This workbook holds more than {_MOST_SHEETS} sheets. Could you keep only yours?"
                )
            grids: list[Grid] = []
            for sheet in book.worksheets:
                grid = _grid(sheet, sum(len(grid.rows) for grid in grids))
                _fill_merged(grid, parts.get(sheet._worksheet_path.lstrip("/"), b""))  # noqa: SLF001 - see `_MERGED`
                grid.is_hidden = sheet.sheet_state != "visible"
                grids.append(grid)
            book.close()
    except _BROKEN as error:
        raise RefusedFileError("This workbook is damaged. Could you open it in Excel and save it again?") from error
    return [grid for grid in grids if grid.rows]


def _grid(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet, rows_before: int) -> Grid:
    sheet.reset_dimensions()
    grid = Grid(" ".join(sheet.title.split()))
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        refuse_too_many(max(line, rows_before + len(grid.rows)))
        cells = [_text(value) for value in values[:MOST_COLUMNS]]
        if not any(cells):
            continue
        if any(len(cell) > LONGEST_CELL for cell in cells):
            grid.unreadable.append((line, f"a cell is longer than {LONGEST_CELL:,} characters"))
        else:
            grid.rows.append(RawLine(line, cells))
    return grid


def _fill_merged(grid: Grid, part: bytes) -> None:
    """Write what a cell says that is merged over several rows into each of them."""
    rows = {row.line: row.cells for row in grid.rows}
    for number, found in enumerate(_MERGED.finditer(part)):
        left, right = (column_index_from_string(found[at].decode()) - 1 for at in (1, 3))
        first, last = int(found[2]), int(found[4])
        said = rows.get(first, [])[left : left + 1]
        if left != right and first == last and any(said):
            grid.across.add(first)
        if number >= _MOST_MERGED or left != right or last - first > len(rows) or not any(said):
            continue
        for line in range(first + 1, last + 1):
            cells = rows.get(line)
            if cells is not None and left < MOST_COLUMNS:
                cells += [""] * (left + 1 - len(cells))
                cells[left] = cells[left] or said[0]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return plain(clean(str(value)).strip())
