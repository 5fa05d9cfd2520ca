"""Tables from an Excel workbook."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from hartcity.directory.importing.raw import LONGEST_CELL, MOST_ROWS, RawRow, RawTable, refuse_too_many
from hartcity.files import RefusedFileError, check_xml, clean, plain, read_members


if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_COLUMNS = 300
_BROKEN = (InvalidFileException, ParseError, OSError, KeyError, ValueError, TypeError, AttributeError, IndexError)
"""What openpyxl is known to raise when a part of a workbook is missing or of another shape."""


def read_workbook(data: bytes) -> dict[str, RawTable]:
    """Return the tables of a workbook's sheets by the sheet's name in small letters, empty sheets left out.

    What a formula showed when the workbook was saved is read; the formula itself is not.

    Raises:
        RefusedFileError: when it is damaged, protected, too large or built to do harm.

    """
    for part in read_members(data, lambda name: name.endswith((".xml", ".rels", ".vml"))).values():
        check_xml(part)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            tables = {sheet.title.strip().casefold(): _table(sheet) for sheet in book.worksheets}
            book.close()
    except _BROKEN as error:
        raise RefusedFileError("This workbook is damaged. Could you open it in Excel and save it again?") from error
    return {title: table for title, table in tables.items() if table.rows}


def _table(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> RawTable:
    sheet.reset_dimensions()
    table = RawTable(sheet.title)
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if line > MOST_ROWS:
            refuse_too_many(line)
        cells = [_text(value) for value in values[:_MOST_COLUMNS]]
        if not any(cells):
            continue
        if not table.columns:
            table.columns = cells
        else:
            _add(table, line, cells)
    return table


def _add(table: RawTable, line: int, cells: Iterable[str]) -> None:
    row = {column: cell for column, cell in zip(table.columns, cells, strict=False) if column}
    if any(len(cell) > LONGEST_CELL for cell in row.values()):
        table.unreadable.append((line, f"a cell is longer than {LONGEST_CELL:,} characters"))
    else:
        table.rows.append(RawRow(line, row))


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
