"""Which rows of HSDS tables come in."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from hartcity.directory.assembly import number
from hartcity.directory.importing.outcome import LeftOut
from hartcity.directory.tables import TABLES, Table
from hartcity.directory.terms import stable_id


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hartcity.directory.importing.outcome import Progress
    from hartcity.directory.importing.raw import RawTable

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "organization": ("name",),
    "service": ("name", "organization_id"),
    "service_at_location": ("service_id", "location_id"),
    "attribute": ("link_id", "taxonomy_term_id"),
    "taxonomy_term": ("name",),
    "cost_option": ("service_id",),
}
"""What we cannot do without. HSDS requires more, and says that a producer may leave required cells empty."""

_GIVEN: Mapping[tuple[str, str], str] = {
    ("service", "status"): "active",
    ("location", "location_type"): "physical",
    ("address", "address_type"): "physical",
    ("attribute", "link_entity"): "service",
}
_REPORTS = 20
_OWN_ID_FROM = "row"


def admitted(
    raw: Mapping[str, RawTable], progress: Progress | None = None
) -> tuple[dict[str, pd.DataFrame], tuple[LeftOut, ...]]:
    """Return the rows that can be used, as HSDS 3.0 tables of strings, and what was left out, in the file's order.

    A row is left out when it lacks what it needs, repeats an id or points to a row that is not there. A cell of the
    wrong format is left out alone.
    """
    admission = _Admission()
    steps = _Steps(sum(len(table.rows) for table in raw.values()), progress)
    frames = {name: admission.frame(TABLES[name], raw[name], steps) for name in _in_order() if name in raw}
    steps.finish()
    return frames, tuple(sorted(admission.left_out, key=lambda left: (left.file, left.line)))


class _Steps:
    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress, self._done = total, progress, 0
        self._every = max(1, total // _REPORTS)

    def step(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % self._every == 0:
            self._progress(self._done, self._total)

    def finish(self) -> None:
        if self._progress is not None:
            self._progress(self._total, self._total)


def _in_order() -> Iterator[str]:
    """Yield table names so that a table comes after those it points into; a table may point into itself."""
    done: set[str] = set()
    while len(done) < len(TABLES):
        for name, table in TABLES.items():
            if name not in done and set(table.refers.values()) - {name} <= done:
                done.add(name)
                yield name


class _Admission:
    """What has come in so far, table by table, and what was left out."""

    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []
        self._known: defaultdict[str, set[str]] = defaultdict(set)

    def frame(self, table: Table, raw: RawTable, steps: _Steps) -> pd.DataFrame:
        given = {column: value for (name, column), value in _GIVEN.items() if name == table.name}
        present = {*raw.columns, *given, *_NEEDED.get(table.name, ())}
        columns = ["id", *(name for name in table.columns[1:] if name in present)]
        defaults = [(column, given.get(column, "")) for column in columns]
        why_not = self._question(table, columns)
        formats = [(place, check) for place, name in enumerate(columns) if (check := _format_of(name, table))]
        keys = self._known[table.name]
        records = []
        for line, cells in raw.rows:
            steps.step()
            record = [(cells.get(column) or "").strip() or default for column, default in defaults]
            record[0] = record[0] or stable_id(_OWN_ID_FROM, raw.file, str(line))
            if reason := why_not(record):
                self.left_out.append(LeftOut(raw.file, line, reason))
                continue
            for place, oddity in formats:
                if record[place] and (reason := oddity(record[place])):
                    cell = f'only its {columns[place]} was left out: "{record[place][:40]}" {reason}'
                    self.left_out.append(LeftOut(raw.file, line, cell))
                    record[place] = defaults[place][1]
            keys.add(record[0])
            records.append(record)
        self.left_out += [LeftOut(raw.file, line, reason) for line, reason in raw.unreadable]
        return pd.DataFrame(records, columns=pd.Index(columns), dtype=object)

    def _question(self, table: Table, columns: list[str]) -> Callable[[list[str]], str]:
        """Return what says why a record of these columns cannot come in, or nothing when it can."""
        needed = [(columns.index(name), name) for name in _NEEDED.get(table.name, ())]
        keys = self._known[table.name]
        refers = [
            (columns.index(name), name, target)
            for name, target in table.refers.items()
            if target != table.name and name in columns
        ]

        def why_not(record: list[str]) -> str:
            for place, name in needed:
                if not record[place]:
                    return f"it has no {name}"
            if record[0] in keys:
                return f'another row has the id "{record[0][:60]}" already'
            for place, name, target in refers:
                if record[place] and record[place] not in self._known[target]:
                    return f'its {name} "{record[place][:60]}" is not among the {TABLES[target].file}'
            return ""

        return why_not


def _format_of(column: str, table: Table) -> Callable[[str], str] | None:
    """Return what says why a cell of this column cannot be used, or None for a column of free text."""
    if column in table.allowed:
        return lambda text: "" if text in table.allowed[column] else f"is none of {', '.join(table.allowed[column])}"
    if column in table.numbers:
        return lambda text: "is not a number" if number(text) is None else ""
    if column in table.dates:
        return lambda text: "" if _is_date(text) else "is not a date such as 2026-01-31"
    if column in table.times:
        return lambda text: "" if _TIME.fullmatch(text) else "is not a time such as 17:30"
    return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
