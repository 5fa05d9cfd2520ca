"""From the tables of a file, of version 3.0 or 2.0.1, to rows under the names of 3.0."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from hartcity.directory.importing.raw import RawRow, RawTable
from hartcity.directory.tables import BY_FILE, TABLES


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OLD: Mapping[str, Any] = tomllib.loads(
    resources.files("hartcity.directory").joinpath("hsds_2_0_1.toml").read_text(encoding="utf-8")
)
_ALSO: Mapping[str, Mapping[str, str]] = {
    "service": {"is_active": "status", "active": "status", "service_status": "status", "is_open": "status"},
    "required_document": {"name": "document", "required_document": "document"},
    "phone": {"phone": "number", "phone_number": "number"},
    "schedule": {"days": "byday", "day": "byday", "open": "opens_at", "close": "closes_at"},
    "accessibility": {"name": "description"},
    "funding": {"name": "source"},
}
_OTHER_NAMES: Mapping[str, Mapping[str, str]] = {
    table: {
        old: new
        for rule in _OLD["files"].values()
        if rule["table"] == table
        for old, new in rule.get("columns", {}).items()
        if old not in TABLES[table].columns
    }
    | dict(_ALSO.get(table, {}))
    for table in TABLES
}
"""Columns that programs go on calling by their older names, by table of 3.0."""

OLD_FILES: Mapping[str, str] = {file: rules["table"] for file, rules in _OLD["files"].items()}
"""File names of version 2.0.1 whose rows belong to a table of 3.0."""


def version_of(tables: Mapping[str, RawTable]) -> str:
    """Return ``3.0`` or ``2.0.1``, by file names, and by the columns of organizations where those do not say."""
    if set(_OLD["only_here"]) & set(tables):
        return str(_OLD["version"])
    organizations = set(tables["organizations"].columns) if "organizations" in tables else set()
    return str(_OLD["version"]) if "url" in organizations and "website" not in organizations else "3.0"


def upgraded(tables: Mapping[str, RawTable], version: str) -> dict[str, RawTable]:
    """Return raw tables by the name of the HSDS 3.0 table they belong to. Files that HSDS does not know are left."""
    rules: Mapping[str, Any] = {} if version == "3.0" else _OLD["files"]
    merged: dict[str, RawTable] = {}
    for file, table in tables.items():
        rule = rules.get(file, {})
        name = rule.get("table") or (BY_FILE[file].name if file in BY_FILE else file if file in TABLES else "")
        if not name or "into" in rule:
            continue
        target = merged.setdefault(name, RawTable(table.file))
        target.rows.extend(_renamed(table.rows, rule.get("columns", {}), rule.get("given", {})))
        target.unreadable.extend(table.unreadable)
        names = [rule.get("columns", {}).get(column, column) for column in [*table.columns, *rule.get("given", {})]]
        target.columns.extend(column for column in names if column not in target.columns)
    for file, table in tables.items():
        into = rules.get(file, {}).get("into")
        if into:
            _fold(table, into, merged[rules[file]["table"]])
    for name, table in merged.items():
        others = {old: new for old, new in _OTHER_NAMES[name].items() if new not in table.columns}
        if others.keys() & {*table.columns}:
            table.rows[:] = _renamed(table.rows, others, {})
            table.columns[:] = [others.get(column, column) for column in table.columns]
    return merged


def _renamed(rows: list[RawRow], columns: Mapping[str, str], given: Mapping[str, str]) -> Iterator[RawRow]:
    if not columns and not given:
        yield from rows
        return
    for line, cells in rows:
        renamed = {columns.get(column, column): cell for column, cell in cells.items()}
        for column, value in given.items():
            renamed[column] = renamed.get(column) or value
        yield RawRow(line, renamed)


def _fold(table: RawTable, into: Mapping[str, str], target: RawTable) -> None:
    """Write the cells of a table that 3.0 no longer has into a column of the rows they belonged to."""
    texts: dict[str, list[str]] = {}
    for _, cells in table.rows:
        if cells.get(into["from"]):
            texts.setdefault(cells.get(into["key"], ""), []).append(cells[into["from"]])
    if into["column"] not in target.columns:
        target.columns.append(into["column"])
    for _, cells in target.rows:
        found = texts.get(cells.get("id", ""))
        if found and not cells.get(into["column"]):
            cells[into["column"]] = "; ".join(found)
