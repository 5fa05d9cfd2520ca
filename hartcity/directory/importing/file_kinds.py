"""What kind of file a student dropped, and the directory in it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hartcity.directory.importing.csv_table import read_csv, read_grid
from hartcity.directory.importing.hsds import directory_of
from hartcity.directory.importing.json_tables import read_json
from hartcity.directory.importing.outcome import ImportedDirectory
from hartcity.directory.importing.raw import RawTable
from hartcity.directory.importing.sheets import Sheet, sheet_of
from hartcity.directory.importing.spelling import file_named
from hartcity.directory.importing.upgrade import OLD_FILES
from hartcity.directory.importing.workbook import read_workbook
from hartcity.directory.tables import BY_FILE
from hartcity.files import RefusedFileError, is_archive, read_members, shown_name


if TYPE_CHECKING:
    from hartcity.directory.importing.outcome import Progress

LARGEST_BYTES = 20_000_000
"""The largest file that is read, in bytes as it is dropped."""

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
        return directory_of(read_json(data, OLD_FILES), shown, "JSON", progress)
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
    return directory_of(tables, name, "", progress)


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
        return directory_of(tables, name, "Excel", progress)
    if not grids:
        raise RefusedFileError("This workbook holds no rows.")
    return sheet_of(grids, name, "Excel", sheet)
