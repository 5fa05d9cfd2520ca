"""A class as documents: the table for spreadsheets, and each student's report as PDF in one zip."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hartcity.assignment import Assignment
from hartcity.classes.finished import FinishedClass
from hartcity.classes.plain_words import HEADS, in_words
from hartcity.classes.report_from_json import hand_in
from hartcity.exports import exporters
from hartcity.files import neutral


_REPORT = "report_pdf"
_OLDEST = (1980, 1, 1, 0, 0, 0)
_WIDEST = 40


def as_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return the table as CSV for spreadsheets (UTF-8 with a mark); no cell can run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    heads = list(rows[0]) if rows else []
    writer.writerow(heads)
    writer.writerows([neutral(row[head]) for head in heads] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def as_workbook(rows: Sequence[Mapping[str, str]], titles: Mapping[str, str]) -> bytes:
    """Return the table as an Excel workbook for people: ids in words, numbers as numbers, no text that a cell runs."""
    rows, titles = [in_words(row) for row in rows], {**titles, **HEADS}
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Class")
    sheet.freeze_panes = "B2"
    heads = list(rows[0]) if rows else []
    for place, head in enumerate(heads, start=1):
        longest = max([len(titles.get(head, head)), *(len(row[head]) for row in rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(_WIDEST, longest + 2)
    sheet.append([_bold(sheet, titles.get(head, head)) for head in heads])
    for row in rows:
        sheet.append([_value(sheet, row[head]) for head in heads])
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _bold(sheet: Any, words: str) -> WriteOnlyCell:  # noqa: ANN401 - openpyxl has no types
    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    return cell


def _value(sheet: Any, words: str) -> object:  # noqa: ANN401 - openpyxl has no types
    try:
        return float(words) if words else None
    except ValueError:
        cell = WriteOnlyCell(sheet, neutral(words))
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        return cell


def reports_zip(
    finished: FinishedClass, as_of: dt.date, assignment: Assignment, on_progress: Callable[[float], object]
) -> bytes:
    """Return every student's report as a PDF, in one zip; ``on_progress`` is told the share that is done (0-1)."""
    write = next(exporter.write for exporter in exporters() if exporter.key == _REPORT)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, row in enumerate(finished.rows, start=1):
            report = finished.report(row)
            if report is not None and "error" not in report:
                entry = zipfile.ZipInfo(row["report"].replace(".json", ".pdf"), date_time=_OLDEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, write(hand_in(report, as_of, assignment)))
            on_progress(place / len(finished.rows))
    return out.getvalue()
