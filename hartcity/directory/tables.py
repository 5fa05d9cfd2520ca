"""The tables of HSDS 3.0, as data: which columns there are, which are required, what they may hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Table:
    """One HSDS table.

    ``file`` is its CSV file's name without the ending. ``refers`` maps an id column to the table that it points into.
    ``allowed`` maps a column to the only values it may hold. ``numbers``, ``dates`` (ISO 8601) and ``times``
    (``HH:MM`` with an optional zone) name the columns with that format.
    """

    name: str
    file: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    refers: Mapping[str, str] = field(default_factory=dict)
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Required columns first, then optional ones, each in the specification's order."""
        return self.required + self.optional


def _read() -> dict[str, Table]:
    text = resources.files("hartcity.directory").joinpath("hsds_3_0.toml").read_text(encoding="utf-8")
    return {
        name: Table(
            name=name,
            file=raw["file"],
            required=tuple(raw["required"]),
            optional=tuple(raw["optional"]),
            refers=raw.get("refers", {}),
            allowed={column: tuple(values) for column, values in raw.get("allowed", {}).items()},
            numbers=tuple(raw.get("numbers", ())),
            dates=tuple(raw.get("dates", ())),
            times=tuple(raw.get("times", ())),
        )
        for name, raw in tomllib.loads(text)["tables"].items()
    }


TABLES: Mapping[str, Table] = _read()
"""Every HSDS 3.0 table by its name."""

BY_FILE: Mapping[str, Table] = {table.file: table for table in TABLES.values()}
"""Every HSDS 3.0 table by its file's name without the ending."""
