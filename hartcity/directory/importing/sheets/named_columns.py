"""The directory in a sheet whose columns have been named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.sheets.fields import FIELDS, NEEDED
from hartcity.directory.importing.sheets.hsds_tables import HsdsTables
from hartcity.directory.importing.sheets.merging import SHEET_COLUMN
from hartcity.directory.importing.sheets.row_groups import Group
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.outcome import Progress
    from hartcity.directory.importing.raw import RawRow
    from hartcity.directory.importing.sheets.sheet import Sheet

_MOST_SHOWN = 20
_PARTS_OF_ADDRESS = ("address", "address_more", "city")


def take_columns(sheet: Sheet, columns: Mapping[str, str], progress: Progress | None = None) -> ImportedDirectory:
    """Return the directory that ``sheet`` holds when ``columns`` maps field names to its columns.

    Raises:
        RefusedFileError: when no column holds organizations or services, or no row could be used.

    """
    for needed in FIELDS:
        if needed.is_needed and columns.get(needed.name) not in sheet.columns:
            raise RefusedFileError(f"Which column holds the {needed.label.lower()}? Without it no row can come in.")
    left_out = list(sheet.unreadable)
    group = Group()
    tables = HsdsTables(sheet.file)
    for at, row in enumerate(sheet.rows):
        place = sheet.places[at] if sheet.places else sheet.file
        known = {name: row.cells.get(column, "").strip() for name, column in columns.items()}
        group.repeat(known, place)
        known |= _put_together(known, row)
        group.complete(known, place, left_out)
        tables.file = place
        reason = tables.take(row.line, known)
        if reason:
            left_out.append(LeftOut(place, row.line, reason))
            group.heading = left_out[-1] if known["organization"] and not known["service"] else None
    frames, refused = admitted(tables.raw, progress)
    if "service" not in frames or frames["service"].empty:
        raise RefusedFileError("No row of this file could be used: each needs an organization and a service.")
    order = {title: number for number, title in enumerate(sheet.taken)}
    ordered = tuple(sorted([*left_out, *refused], key=lambda left: (order.get(left.file, 0), left.line)))
    notices = (*sheet.notices, *_carried(group.carried), *_unused(sheet, columns))
    return ImportedDirectory(Directory(frames, name=sheet.file), sheet.format, ordered, notices)


def _put_together(known: Mapping[str, str], row: RawRow) -> dict[str, str]:
    """Return what a row says in several cells, in several lines of one, or by the sheet that it stands in."""
    whole = {name: " ".join(known.get(name, "").split()) for name in NEEDED}
    whole["address"] = _whole_address(known)
    if not known.get("needs") and SHEET_COLUMN in row.cells:
        whole["needs"] = row.cells[SHEET_COLUMN]
    return whole


def _whole_address(known: Mapping[str, str]) -> str:
    """Return an address with what stands of it in columns of its own."""
    region = " ".join(filter(None, (known.get("state", ""), known.get("postal_code", ""))))
    whole = ""
    for part in (*(known.get(name, "") for name in _PARTS_OF_ADDRESS), region):
        if part and part.casefold() not in whole.casefold():
            whole += f", {part}" if whole else part
    return whole


def _carried(rows: int) -> list[str]:
    """Say how many rows took their organization from a row above."""
    return [f"{rows} rows name no organization; they came in under the one above them."] if rows else []


def _unused(sheet: Sheet, columns: Mapping[str, str]) -> list[str]:
    """Name the columns with words in them that nobody asked for."""
    unused = [name for name in sheet.columns if name not in {*columns.values(), SHEET_COLUMN}]
    unused = [name for name in unused if any(row.cells.get(name) for row in sheet.rows)]
    if not unused:
        return []
    more = f" and {len(unused) - _MOST_SHOWN} more" if len(unused) > _MOST_SHOWN else ""
    return [f"Columns left out, since a card has no place for them: {', '.join(unused[:_MOST_SHOWN])}{more}."]
