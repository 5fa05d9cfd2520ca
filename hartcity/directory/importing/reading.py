"""What kind of file a student dropped, and the directory in it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.csv_table import read_csv
from hartcity.directory.importing.json_tables import read_json
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.sheet import Sheet
from hartcity.directory.importing.upgrade import OLD_FILES, upgraded, version_of
from hartcity.directory.importing.workbook import read_workbook
from hartcity.directory.tables import BY_FILE
from hartcity.files import RefusedFileError, is_archive, is_formula, read_members, shown_name


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.outcome import Progress
    from hartcity.directory.importing.raw import RawTable

LARGEST_BYTES = 20_000_000
"""The largest file that is read, in bytes as it is dropped."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"


def read(data: bytes, name: str, progress: Progress | None = None) -> ImportedDirectory | Sheet:
    """Return the directory in an HSDS file, or the sheet of any other table, whose columns are then to be named.

    Args:
        data: The file's bytes.
        name: The file's name, for messages; its ending is not trusted.
        progress: Told about the rows done while an HSDS file is read.

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
        return _from_archive(data, shown, progress)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return _hsds(read_json(data, OLD_FILES), shown, "JSON", progress)
    table = read_csv(data, shown)
    return _sheet(table, shown, "CSV")


def _from_archive(data: bytes, name: str, progress: Progress | None) -> ImportedDirectory | Sheet:
    members = read_members(data, lambda member: member == "xl/workbook.xml" or _is_table(member))
    if "xl/workbook.xml" in members:
        return _from_workbook(data, name, progress)
    tables: dict[str, RawTable] = {}
    for member, content in members.items():
        path = PurePosixPath(member.replace("\\", "/"))
        if path.suffix.lower() == ".json" and "datapackage" not in path.stem.lower():
            tables |= read_json(content, OLD_FILES)
        elif path.suffix.lower() == ".csv" and content.strip():
            tables[path.stem.lower()] = read_csv(content, path.name)
    return _hsds(tables, name, "", progress)


def _is_table(member: str) -> bool:
    path = PurePosixPath(member.replace("\\", "/"))
    return path.suffix.lower() in {".csv", ".json"} and not path.name.startswith(".") and "__MACOSX" not in path.parts


def _from_workbook(data: bytes, name: str, progress: Progress | None) -> ImportedDirectory | Sheet:
    tables = read_workbook(data)
    if {"organizations", "services"} <= set(tables):
        return _hsds(tables, name, "Excel", progress)
    if not tables:
        raise RefusedFileError("This workbook holds no rows.")
    return _sheet(max(tables.values(), key=lambda table: len(table.rows)), name, "Excel")


def _sheet(table: RawTable, name: str, kind: str) -> Sheet:
    columns = tuple(dict.fromkeys(filter(None, table.columns)))
    if not columns or not table.rows:
        raise RefusedFileError("This file holds no rows under a header, so there is nothing to bring in.")
    unreadable = tuple(LeftOut(name, line, reason) for line, reason in table.unreadable)
    return Sheet(name, kind, columns, tuple(table.rows), unreadable)


def _hsds(tables: Mapping[str, RawTable], name: str, kind: str, progress: Progress | None) -> ImportedDirectory:
    if not tables.get("services") or not tables.get("organizations"):
        raise RefusedFileError(
            "An HSDS directory needs a table of organizations and a table of services, and this file lacks one of them."
        )
    version = version_of(tables)
    frames, left_out = admitted(upgraded(tables, version), progress)
    if frames["service"].empty:
        raise RefusedFileError("No service in this file could be used: each needs a name and its organization.")
    unknown = sorted(set(tables) - set(BY_FILE) - set(OLD_FILES))
    notices = [f"Not used, since HSDS has no table of that name: {', '.join(unknown)}."] if unknown else []
    formulas = sum(is_formula(cell) for frame in frames.values() for cells in frame.to_numpy() for cell in cells)
    if formulas:
        notices.append(f"{formulas} cells begin like a formula. They came in as plain words.")
    label = " ".join(filter(None, ("HSDS", version, kind)))
    return ImportedDirectory(Directory(frames, name=name), label, left_out, tuple(notices))
