"""A class as documents: the table for spreadsheets, each student's report as PDF in one zip, and a summary as PDF."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hartcity.assignment import Assignment
from hartcity.classes.counted import LEVELS, STATES, counted, numbers
from hartcity.classes.finished import FinishedClass
from hartcity.classes.needs import Need
from hartcity.classes.report_from_json import hand_in
from hartcity.classes.small_counts import FEWEST
from hartcity.exports import exporters, pdf_page
from hartcity.files import neutral


_REPORT = "report_pdf"
_OLDEST = (1980, 1, 1, 0, 0, 0)
_WIDEST = 40
_NOT_A_GRADE = "Practice feedback, not a grade."

Titled = Callable[[str], str]
_Rows = Sequence[Mapping[str, str]]


def as_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return the table as CSV for spreadsheets (UTF-8 with a mark); no cell can run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    heads = list(rows[0]) if rows else []
    writer.writerow(heads)
    writer.writerows([neutral(row[head]) for head in heads] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="replace")


def as_workbook(rows: Sequence[Mapping[str, str]], titles: Mapping[str, str]) -> bytes:
    """Return the table as an Excel workbook: numbers as numbers, text as text that no cell runs, the head row kept."""
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


def summary_pdf(  # noqa: PLR0913 - what a summary is made of
    name: str,
    rows: Sequence[Mapping[str, str]],
    needs: Sequence[Need],
    quotations: Mapping[str, Sequence[str]],
    *,
    criteria: Sequence[str],
    checks: Sequence[str],
    titled: Titled,
    as_of: dt.date,
    for_others: bool,
) -> bytes:
    """Return the class on a page or two: what it needs next, levels, scores and checks; no student is named.

    ``quotations`` are those that the tutor chose, by check. With ``for_others`` counts under five are hidden.
    """
    read = [row for row in rows if row["draft"] == "read"]
    day = f"{as_of:%B} {as_of.day}, {as_of.year}"
    people = (
        f"{len(rows):,} students, {len(read):,} drafts read" if not for_others or len(read) >= FEWEST else "A class"
    )
    hiding = f" Counts under {FEWEST} are hidden." if for_others else ""
    pieces: list[pdf_page.Piece] = [
        pdf_page.heading(name or "The class", 1),
        pdf_page.words(f"{day}. {people}. {_NOT_A_GRADE}{hiding}", "small"),
        pdf_page.heading("What this class needs next", 2),
    ]
    for need in needs:
        counts = counted(read, f"check_{need.check}", STATES, small=not for_others)
        missed = f"not seen in {counts['not_seen']}, partly in {counts['partly']}, met in {counts['met']}"
        pieces.append(pdf_page.words(f"{titled(need.check)}: {missed}.", "small"))
        pieces += [pdf_page.words(f"\u201c{said}\u201d", "small") for said in quotations.get(need.check, ())]
    pieces += [
        pdf_page.heading("Criteria", 2),
        pdf_page.grid(_levels(read, criteria, titled, for_others=for_others), [2.7, 0.8, 0.8, 0.9, 1.3]),
        pdf_page.heading("Checks", 2),
        pdf_page.grid(_states(read, checks, titled, for_others=for_others), [3.5, 1, 1, 1]),
    ]
    return pdf_page.pdf(pieces, title=name or "The class")


def _levels(read: _Rows, criteria: Sequence[str], titled: Titled, *, for_others: bool) -> list[list[str]]:
    rows = [["Criterion", "Met", "Partly", "Not yet", "Middle score"]]
    for criterion in criteria:
        counts = counted(read, f"{criterion}_level", LEVELS, small=not for_others)
        scores = numbers(read, criterion)
        middle = f"{median(scores):.0f}" if len(scores) >= (FEWEST if for_others else 1) else ""
        rows.append([titled(criterion), *(counts[level] for level in LEVELS), middle])
    return rows


def _states(read: _Rows, checks: Sequence[str], titled: Titled, *, for_others: bool) -> list[list[str]]:
    rows = [["Check", "Met", "Partly", "Not seen"]]
    for check in checks:
        counts = counted(read, f"check_{check}", STATES, small=not for_others)
        rows.append([titled(check), *(counts[state] for state in STATES[:3])])
    return rows
