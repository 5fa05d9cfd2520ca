"""Which rows of HSDS tables come in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from hartcity.directory.importing.cell_formats import format_of
from hartcity.directory.importing.outcome import LeftOut
from hartcity.directory.tables import TABLES, Table
from hartcity.directory.terms import stable_id


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hartcity.directory.importing.cell_formats import Format
    from hartcity.directory.importing.outcome import Progress
    from hartcity.directory.importing.raw import RawTable

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
    wrong format, or one that points to a row that is not there where none is needed, is left out alone.
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
        formats = [(place, check) for place, name in enumerate(columns) if (check := self._format_of(name, table))]
        keys = self._known[table.name]
        records = []
        for line, cells in raw.rows:
            steps.step()
            record = [(cells.get(column) or "").strip() or default for column, default in defaults]
            record[0] = record[0] or stable_id(_OWN_ID_FROM, raw.file, str(line))
            if reason := why_not(record):
                self.left_out.append(LeftOut(raw.file, line, reason))
                continue
            for place, brought_up in formats:
                if not record[place]:
                    continue
                value, reason = brought_up(record[place])
                if reason:
                    cell = f'only its {columns[place]} was left out: "{record[place][:40]}" {reason}'
                    self.left_out.append(LeftOut(raw.file, line, cell))
                record[place] = value or defaults[place][1]
            keys.add(record[0])
            records.append(record)
        self.left_out += [LeftOut(raw.file, line, reason) for line, reason in raw.unreadable]
        return pd.DataFrame(records, columns=pd.Index(columns), dtype=object)

    def _format_of(self, column: str, table: Table) -> Format | None:
        """Return what gives a cell as the standard writes it and why it cannot be used; None for free text."""
        target = table.refers.get(column, "")
        if target and target != table.name and column not in _NEEDED.get(table.name, ()):
            known = self._known[target]
            reason = f"is not among the {TABLES[target].file}"
            return lambda text: (text, "") if text in known else ("", reason)
        return format_of(table, column)

    def _question(self, table: Table, columns: list[str]) -> Callable[[list[str]], str]:
        """Return what says why a record of these columns cannot come in, or nothing when it can."""
        needed = [(columns.index(name), name) for name in _NEEDED.get(table.name, ())]
        keys = self._known[table.name]
        refers = [
            (columns.index(name), name, target)
            for name, target in table.refers.items()
            if target != table.name and name in _NEEDED.get(table.name, ())
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
