"""The directory in HSDS tables, of any version, with what was left out and what could not be used."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hartcity.directory.assembly import NOT_OFFERED, PAUSED
from hartcity.directory.directory import Directory
from hartcity.directory.importing.admission import admitted
from hartcity.directory.importing.outcome import ImportedDirectory, LeftOut
from hartcity.directory.importing.placing import HUNG_BY, placed
from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.importing.spelling import snake
from hartcity.directory.importing.upgrade import OLD_FILES, upgraded, version_of
from hartcity.directory.tables import BY_FILE, TABLES
from hartcity.files import RefusedFileError, is_formula


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from hartcity.directory.importing.outcome import Progress

_SHOWN = 10
_WITH_FRACTION = re.compile(r"(?<=\d)\.0$")
_KNOWN_COLUMNS = {name: {*table.columns, *HUNG_BY.get(name, ())} for name, table in TABLES.items()}


def directory_of(tables: Mapping[str, RawTable], name: str, kind: str, progress: Progress | None) -> ImportedDirectory:
    """Return the directory in tables by their file names.

    ``kind`` says what the file was, for the label; ``progress`` is told about the rows done.

    Raises:
        RefusedFileError: when no organization or service is left; the message says why.

    """
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
    if "status" not in services:
        return []
    closed = services[services["status"].isin(NOT_OFFERED - {PAUSED})]["name"].tolist()
    paused = services[services["status"] == PAUSED]["name"].tolist()
    told = ((closed, "Not offered, since", "closed"), (paused, "Not offered for now, since", PAUSED))
    return [
        f"{lead} the directory says that they are {status} ({len(names)}): {_listed(names)}."
        for names, lead, status in told
        if names
    ]


def _listed(names: Sequence[str]) -> str:
    return "; ".join(names[:_SHOWN]) + (" and others" if len(names) > _SHOWN else "")
