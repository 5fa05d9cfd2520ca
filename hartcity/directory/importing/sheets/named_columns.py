"""The directory in a sheet whose columns have been named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.sheets.entries import Entries
from hartcity.directory.importing.sheets.fields import FIELDS
from hartcity.directory.importing.sheets.hsds_tables import HsdsTables
from hartcity.directory.importing.sheets.row_groups import Heads
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hartcity.directory.importing.outcome import Progress
    from hartcity.directory.importing.sheets.entries import Entry
    from hartcity.directory.importing.sheets.sheet import Sheet

_MOST_SHOWN = 20


def take_columns(sheet: Sheet, columns: Mapping[str, str], progress: Progress | None = None) -> ImportedDirectory:
    """Return the directory that ``sheet`` holds when ``columns`` maps field names to its columns.

    Raises:
        RefusedFileError: when no column holds organizations or services, or no row could be used.

    """
    for needed in FIELDS:
        if needed.is_needed and columns.get(needed.name) not in sheet.columns:
            raise RefusedFileError(f"Which column holds the {needed.label.lower()}? Without it no row can come in.")
    reading = Entries(sheet, columns)
    entries = list(reading.read())
    heads = Heads(entries)
    tables = HsdsTables(sheet.file, heads)
    reasons = [(entry, _taken(entry, heads, tables)) for entry in entries]
    tables.finish()
    left_out = [*sheet.unreadable, *(LeftOut(entry.place, entry.line, why) for entry, why in reasons if why)]
    frames, refused = admitted(tables.raw, progress)
    if "service" not in frames or frames["service"].empty:
        if any(entry.is_closed for entry in entries):
            raise RefusedFileError("Every service in this file is closed, so there is nothing to bring in.")
        raise RefusedFileError("No row of this file could be used: each needs an organization and a service.")
    order = {title: number for number, title in enumerate(sheet.taken)}
    ordered = tuple(sorted([*left_out, *refused], key=lambda left: (order.get(left.file, 0), left.line)))
    notices = (*sheet.notices, *reading.notices(), *_unused(sheet, reading.used_columns))
    return ImportedDirectory(Directory(frames, name=sheet.file), sheet.format, ordered, notices)


def _taken(entry: Entry, heads: Heads, tables: HsdsTables) -> str:
    """Take what a row says; return what of it could not be taken and why, or nothing."""
    if entry.reason:
        return entry.reason
    if heads.is_closed(entry.known):
        return f'"{entry.known["service"]}" is closed with its organization'
    if entry.is_organization:
        return heads.why_left(entry)
    heads.complete(entry.known)
    tables.file = entry.place
    return tables.take(entry.line, entry.known)


def _unused(sheet: Sheet, used: Collection[str]) -> list[str]:
    """Name the columns with words in them that nobody asked for."""
    unused = [name for name in sheet.columns if name not in used]
    unused = [name for name in unused if any(row.cells.get(name) for row in sheet.rows)]
    if not unused:
        return []
    more = f" and {len(unused) - _MOST_SHOWN} more" if len(unused) > _MOST_SHOWN else ""
    return [f"Columns left out, since a card has no place for them: {', '.join(unused[:_MOST_SHOWN])}{more}."]
