"""What kind of file a student dropped, and the directory in it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hartcity.directory.assembly import NOT_OFFERED
from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.csv_table import read_csv, read_grid
from hartcity.directory.importing.json_tables import read_json
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.placing import HUNG_BY, placed
from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.importing.sheets import Sheet, sheet_of
from hartcity.directory.importing.spelling import file_named, snake
from hartcity.directory.importing.upgrade import OLD_FILES, upgraded, version_of
from hartcity.directory.importing.workbook import read_workbook
from hartcity.directory.tables import BY_FILE, TABLES
from hartcity.files import RefusedFileError, is_archive, is_formula, read_members, shown_name


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from hartcity.directory.importing.outcome import Progress

LARGEST_BYTES = 20_000_000
"""The largest file that is read, in bytes as it is dropped."""

_SHOWN = 10
_WITH_FRACTION = re.compile(r"(?<=\d)\.0$")
_KNOWN_COLUMNS = {name: {*table.columns, *HUNG_BY.get(name, ())} for name, table in TABLES.items()}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"


def read(
    data: bytes, name: str, progress: Progress | None = None, sheet: str | None = None
) -> ImportedDirectory | Sheet:
    """Return the directory in an HSDS file, or the sheet of any other table, whose columns are then to be named.

    Args:
        data: The file's bytes.
        name: The file's name, for messages; its ending is not trusted.
        progress: Told about the rows done while an HSDS file is read.
        sheet: The only sheet of a workbook to take; without it all sheets of services are taken together.

    Raises:
        RefusedFileError: when nothing can be read; the message says why.

    """
    shown = shown_name(name)
    if not data.strip():
        raise RefusedFileError("This file is empty.")
    if len(data) > LARGEST_BYTES:
        raise RefusedFileError(f"This file is larger than {LARGEST_BYTES // 1_000_000} MB, which is the most we read.")
    if data.startswith(_OLD_OFFICE):
        raise RefusedFileError("This is an older or protected Excel file. Could you save it as .xlsx or as CSV?")
    if data.startswith(_PDF):
        raise RefusedFileError(
            "This is a PDF, which has no table inside that can be read. Is there a CSV or Excel file?"
        )
    if is_archive(data):
        return _from_archive(data, shown, progress, sheet)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return _hsds(read_json(data, OLD_FILES), shown, "JSON", progress)
    return sheet_of([read_grid(data, shown)], shown, "CSV", sheet)


def _from_archive(data: bytes, name: str, progress: Progress | None, sheet: str | None) -> ImportedDirectory | Sheet:
    members = read_members(data, lambda member: member in {"xl/workbook.xml", "mimetype"} or _is_table(member))
    if "xl/workbook.xml" in members:
        return _from_workbook(data, name, progress, sheet)
    if members.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        raise RefusedFileError("This is an OpenDocument file. Could you save it as .xlsx or as CSV?")
    tables: dict[str, RawTable] = {}
    alone: dict[str, bytes] = {}
    for member, content in members.items():
        path = PurePosixPath(member.replace("\\", "/"))
        if path.suffix.lower() == ".json" and "datapackage" not in path.stem.lower():
            tables |= read_json(content, OLD_FILES)
        elif content.strip() and (path.suffix.lower() == ".csv" or file_named(path.stem) in BY_FILE):
            tables[file_named(path.stem)] = read_csv(content, path.name)
            alone[path.name] = content
    if alone and not {"organizations", "services"} & set(tables):  # lists of one's own that were packed
        if len(alone) == 1:
            ((file, content),) = alone.items()
            return sheet_of([read_grid(content, file)], file, "CSV", sheet)
        grids = [read_grid(content, PurePosixPath(file).stem) for file, content in alone.items()]
        return sheet_of([grid for grid in grids if grid.rows], name, "CSV", sheet)
    return _hsds(tables, name, "", progress)


def _is_table(member: str) -> bool:
    path = PurePosixPath(member.replace("\\", "/"))
    return (
        path.suffix.lower() in {".csv", ".json", ".tsv", ".txt"}
        and not path.name.startswith(".")
        and "__MACOSX" not in path.parts
    )


def _from_workbook(data: bytes, name: str, progress: Progress | None, sheet: str | None) -> ImportedDirectory | Sheet:
    grids = read_workbook(data)
    titles = {file_named(grid.title): grid for grid in grids}
    if {"organizations", "services"} <= set(titles) and sheet is None:
        tables = {title: grid.table(grid.rows[0]) for title, grid in titles.items()}
        return _hsds(tables, name, "Excel", progress)
    if not grids:
        raise RefusedFileError("This workbook holds no rows.")
    return sheet_of(grids, name, "Excel", sheet)


def _hsds(tables: Mapping[str, RawTable], name: str, kind: str, progress: Progress | None) -> ImportedDirectory:
    tables = {file: _spelled(table) for file, table in tables.items()}
    if not tables.get("organizations"):
        raise RefusedFileError(
            "An HSDS directory needs a table of organizations and a table of services, and this file lacks one of them."
        )
    version = version_of(tables)
    raw = upgraded(tables, version)
    placed(raw)
    frames, left_out = admitted(raw, progress)
    if frames["organization"].empty:
        raise RefusedFileError(f"No organization in this file could be used: {_why(left_out)}.")
    if "service" in frames and frames["service"].empty:
        raise RefusedFileError(f"No service in this file could be used: {_why(left_out)}.")
    unknown = sorted(set(tables) - set(BY_FILE) - set(OLD_FILES) - set(TABLES))
    notices = [f"Not used, since HSDS has no table of that name: {', '.join(unknown)}."] if unknown else []
    notices += _unknown_columns(raw)
    notices += _not_offered(frames)
    formulas = sum(is_formula(cell) for frame in frames.values() for cells in frame.to_numpy() for cell in cells)
    if formulas:
        notices.append(f"{formulas} cells begin like a formula. They came in as plain words.")
    label = " ".join(filter(None, ("HSDS", version, kind)))
    return ImportedDirectory(Directory(frames, name=name), label, left_out, tuple(notices))


def _spelled(table: RawTable) -> RawTable:
    """Return a table with its columns as HSDS spells them: small letters, no spaces."""
    spelled = {column: snake(column) for column in table.columns}
    rows = [
        RawRow(line, {known: _whole(known, cells[name]) for name, known in spelled.items() if cells.get(name)})
        for line, cells in table.rows
    ]
    return RawTable(table.file, list(dict.fromkeys(spelled.values())), rows, table.unreadable)


def _whole(column: str, cell: str) -> str:
    """Return an id without the fraction that a program added where the column had empty cells: ``7.0`` is ``7``."""
    return _WITH_FRACTION.sub("", cell) if column == "id" or column.endswith("_id") else cell


def _unknown_columns(raw: Mapping[str, RawTable]) -> list[str]:
    """Name the columns with words in them that no table of the standard has."""
    told = []
    for name, table in raw.items():
        unknown = [column for column in table.columns if column and column not in _KNOWN_COLUMNS[name]]
        filled = [column for column in unknown if any(cells.get(column) for _, cells in table.rows)]
        told += [f"{column} ({TABLES[name].file})" for column in filled]
    shown = ", ".join(told[:_SHOWN]) + (f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")
    return [f"Columns not used, since HSDS has none of that name: {shown}."] if told else []


def _why(left_out: Sequence[LeftOut]) -> str:
    """Return the reason that most rows were left out for."""
    reasons = Counter(left.reason for left in left_out if not left.reason.startswith("only its"))
    return reasons.most_common(1)[0][0] if reasons else "each needs a name and its organization"


def _not_offered(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Say which services stay out of sight since they are closed, and that there are none at all."""
    if "service" not in frames:
        return ["This file tells of organizations and of no services."]
    services = frames["service"]
    closed = services[services["status"].isin(NOT_OFFERED)]["name"].tolist() if "status" in services else []
    if not closed:
        return []
    shown = "; ".join(closed[:_SHOWN]) + (" and others" if len(closed) > _SHOWN else "")
    return [f"Not offered, since the directory says that they are closed ({len(closed)}): {shown}."]
