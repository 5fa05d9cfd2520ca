"""A class that was read, as far as it was: its table, and each student's report when it is asked for."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


REPORTS = "reports"
"""The folder of the reports, one JSON file a student."""

TABLE = "class.csv"
LEFT_OUT = "left_out.csv"


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


def read_report(out: Path, file_name: str) -> dict[str, Any] | None:
    """Return a student's report, or None where there is none that can be read."""
    with suppress(OSError, ValueError):
        value: dict[str, Any] = json.loads((out / REPORTS / f"{file_name}.json").read_bytes())
        return value
    return None


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError:
        return []
