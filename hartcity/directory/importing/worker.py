"""What reads a directory file, in a process with hard limits on memory and time.

The first line of its input is what is asked, as JSON, and the rest is the file. Rows done are told on the way.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from typing import Any

from hartcity.directory.importing.file_kinds import read
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.sheets import Sheet, suggested_columns, take_columns
from hartcity.files import Limits, tell_progress


MEMORY_BYTES = 800_000_000

CPU_SECONDS = 15.0
"""Processor time; a county's 50,000 services take a third of it."""

MOST_CELLS = 3_000_000
"""Cells that are handed back, empty ones included."""

ROWS_SHOWN = 5
MOST_LEFT_OUT = 5_000
"""Rows left out that are named one by one."""


def limits(_arguments: Sequence[str]) -> Limits:
    """Return what a directory may cost."""
    return Limits(MEMORY_BYTES, CPU_SECONDS)


def answer(_arguments: Sequence[str], data: bytes) -> dict[str, Any]:
    """Return what was found: a directory's tables, or a sheet whose columns are to be named."""
    # The process ends with its file, and rows form no circles: to look for some would take a quarter of its time.
    gc.disable()
    line, _, data = data.partition(b"\n")
    asked = json.loads(line)
    found = read(data, asked["name"], tell_progress, asked.get("sheet"))
    columns = asked.get("columns")
    if isinstance(found, Sheet) and (columns is not None or asked.get("guess")):
        sheets = found
        found = take_columns(found, columns or suggested_columns(found.columns), tell_progress)
        return {**_directory(found), "sheets": sheets.sheets}
    return _directory(found) if isinstance(found, ImportedDirectory) else _sheet(found)


def _directory(found: ImportedDirectory) -> dict[str, Any]:
    frames = found.directory.tables
    if sum(frame.size for frame in frames.values()) > MOST_CELLS:
        return {
            "refused": "This directory is larger than can be shown here. Could you keep only the rows of your city?"
        }
    return {
        "directory": {
            name: {"columns": list(frame.columns), "rows": frame.to_numpy().tolist()} for name, frame in frames.items()
        },
        "name": found.directory.name,
        "format": found.format,
        "left_out": _told(found.left_out),
        "many_left_out": len(found.left_out),
        "notices": found.notices,
        "sheets": (),
    }


def _sheet(found: Sheet) -> dict[str, Any]:
    return {
        "sheet": {
            "file": found.file,
            "format": found.format,
            "columns": found.columns,
            "sheets": found.sheets,
            "taken": found.taken,
            "notices": found.notices,
            "first": [row.cells for row in found.rows[:ROWS_SHOWN]],
        },
        "rows": len(found.rows),
    }


def _told(left_out: tuple[LeftOut, ...]) -> list[tuple[str, int, str]]:
    return [(left.file, left.line, left.reason) for left in left_out[:MOST_LEFT_OUT]]
