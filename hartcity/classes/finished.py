"""A class that was read, as far as it was: its table, and each student's report when it is asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from hartcity.classes.run import LEFT_OUT, REPORTS, TABLE, read_report


@dataclass(frozen=True)
class FinishedClass:
    """The outcome in the folder ``out``. Rows are held; the reports are read one at a time."""

    out: Path

    @property
    def is_there(self) -> bool:
        """Whether there is a table yet."""
        return (self.out / TABLE).is_file()

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The table's rows, as they stand in the file."""
        return _rows(self.out / TABLE)

    @cached_property
    def left_out(self) -> list[dict[str, str]]:
        """What was not read: ``file`` and ``reason``."""
        return _rows(self.out / LEFT_OUT)

    def report(self, row: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the report of a row's student, or None when it is gone."""
        return read_report(self.out, row["report"].removesuffix(".json"))

    def reports(self) -> Iterator[dict[str, Any]]:
        """Yield the reports of drafts that were scored or refused, in the table's order, one at a time."""
        for row in self.rows:
            report = self.report(row)
            if report is not None and report.get("has_draft"):
                yield report

    def count_of_reports(self) -> int:
        """Return how many reports lie in the folder, while a run goes on."""
        folder = self.out / REPORTS
        return sum(1 for _ in folder.glob("*.json")) if folder.is_dir() else 0


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError:
        return []
