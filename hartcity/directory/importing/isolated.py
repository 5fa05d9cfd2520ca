"""Reading a directory file in a process of its own, so that no file can exhaust the app."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from hartcity.directory.directory import Directory
from hartcity.directory.importing.file_kinds import LARGEST_BYTES
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.files import RefusedFileError, Task, in_worker


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.outcome import Progress

WAIT_SECONDS = 120.0
_ADVICE = "Could you keep only the rows of your city, or save it as CSV?"


@dataclass(frozen=True, slots=True)
class Question:
    """A sheet whose columns are to be named: its columns, its first rows, how many rows it has.

    ``sheets`` are all sheets of the workbook, ``taken`` those whose rows are meant.
    """

    file: str
    format: str
    columns: tuple[str, ...]
    first: tuple[Mapping[str, str], ...]
    rows: int
    sheets: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def bring(  # noqa: PLR0913 - a file, and what was answered about it
    data: bytes,
    name: str,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    guess: bool = False,
    progress: Progress | None = None,
) -> ImportedDirectory | Question:
    """Return the directory in a file, or the question which column of a sheet holds what.

    Args:
        data: The file's bytes.
        name: The file's name, for messages.
        sheet: The only sheet of a workbook to take; without it all sheets of services are taken together.
        columns: Field names with the columns that hold them.
        guess: Take the columns by their names instead of asking.
        progress: Told about the rows done.

    Raises:
        RefusedFileError: when nothing can be read; the message says why.

    """
    if len(data) > LARGEST_BYTES:
        raise RefusedFileError(f"This file is larger than {LARGEST_BYTES // 1_000_000} MB, which is the most we read.")
    asked = {"name": name, "sheet": sheet, "columns": None if columns is None else dict(columns), "guess": guess}
    answer = in_worker(
        Task("hartcity.directory.importing.worker"),
        json.dumps(asked).encode() + b"\n" + data,
        wait_seconds=WAIT_SECONDS,
        advice=_ADVICE,
        progress=progress,
    )
    return _question(answer) if "sheet" in answer else _directory(answer)


def _question(answer: dict[str, Any]) -> Question:
    held = answer["sheet"]
    lists = {key: tuple(held[key]) for key in ("columns", "first", "sheets", "taken", "notices")}
    return Question(held["file"], held["format"], rows=answer["rows"], **lists)


def _directory(answer: dict[str, Any]) -> ImportedDirectory:
    tables = {
        name: pd.DataFrame(table["rows"], columns=pd.Index(table["columns"]), dtype=object)
        for name, table in answer["directory"].items()
    }
    left_out = [LeftOut(file, line, reason) for file, line, reason in answer["left_out"]]
    unnamed = answer["many_left_out"] - len(left_out)
    more = (f"{unnamed:,} more rows were left out for reasons of these kinds.",) if unnamed else ()
    return ImportedDirectory(
        Directory(tables, name=answer["name"]),
        answer["format"],
        tuple(left_out),
        (*answer["notices"], *more),
        tuple(answer["sheets"]),
    )
