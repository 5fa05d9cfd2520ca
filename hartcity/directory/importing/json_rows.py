"""Rows from nested HSDS objects: each object is a row, and what is nested in it is rows that hang on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hartcity.directory.importing.json_terms import with_attributes
from hartcity.directory.importing.raw import LONGEST_CELL, MOST_COLUMNS, RawRow, RawTable, refuse_too_many
from hartcity.directory.importing.spelling import file_named, snake
from hartcity.directory.tables import BY_FILE, TABLES
from hartcity.directory.terms import stable_id
from hartcity.files import RefusedFileError, clean


if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST = 40
_SAYS = {
    "languages": "name",
    "phones": "number",
    "required_documents": "document",
    "accessibility": "description",
    "funding": "source",
    "schedules": "description",
    "cost_options": "option",
    "eligibility": "eligibility",
    "payments_accepted": "payment",
    "service_areas": "name",
}
"""The cell that a value means where a list holds plain words in place of objects."""

_NESTED = {
    "service_at_locations": "service_at_location",
    "taxonomy_detail": "taxonomies",
    "accessibilities": "accessibility",
    "eligibilities": "eligibility",
    "regular_schedule": "regular_schedules",
    "holiday_schedule": "holiday_schedules",
    "payment_accepted": "payments_accepted",
    "fundings": "funding",
}
"""Names of nested values that are neither a table nor its file."""


class NestedRows:
    """Takes in objects with what is nested in them, and holds the tables of their rows."""

    def __init__(self, old_files: Mapping[str, str]) -> None:
        self.tables: dict[str, RawTable] = {}
        self._old_files = old_files
        self._seen: dict[tuple[str, str], dict[str, str]] = {}
        self._columns: dict[str, dict[str, None]] = {}
        self._rows = 0

    def file_of(self, name: str) -> str:
        """Return the file whose rows ``name`` holds, or nothing."""
        plain = snake(name.removesuffix(".csv"))
        if plain in TABLES:
            return TABLES[plain].file
        known = file_named(_NESTED.get(plain, plain))
        return known if known in BY_FILE or known in self._old_files else ""

    def take(self, file: str, item: Mapping[str, Any], line: int, depth: int = 0) -> str:
        """Add an object and what is nested in it; return its id."""
        if depth > _DEEPEST:
            raise RefusedFileError("This JSON is nested deeper than any directory, so it was not read.")
        item = {snake(name): value for name, value in item.items()}
        own = self._old_files.get(file) or BY_FILE[file].name
        item = with_attributes(item) if own in {"service", "organization", "location"} else item
        cells = {name: _text(value) for name, value in item.items() if not self._is_nested(name, value)}
        key = cells.get("id") or stable_id("json", file, json.dumps(cells))  # what hangs on it has to find it
        cells["id"] = key
        for name, value in item.items():
            nested = self.file_of(name)
            children = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
            for told in children if nested else ():
                child = told if isinstance(told, dict) else {_SAYS[nested]: _text(told)} if nested in _SAYS else None
                if child is None:
                    continue
                owner = {} if _is_one(name) else self._owner(own, key, nested)
                child_key = self.take(nested, {**owner, **child}, line, depth + 1)
                if _is_one(name) or (own, name) == ("attribute", "taxonomy_term"):
                    pointer = f"{_singular(name)}_id"
                    cells[pointer] = cells.get(pointer) or child_key
        self._add(file, key, cells, line)
        return key

    def _is_nested(self, name: str, value: object) -> bool:
        """Whether a value is rows of a table of their own and no cell."""
        if not isinstance(value, list):
            return isinstance(value, dict)
        return self.file_of(name) in _SAYS or any(isinstance(each, dict) for each in value)

    def _owner(self, own: str, key: str, nested: str) -> dict[str, str]:
        table = self._old_files.get(nested) or BY_FILE[nested].name
        if table == "attribute" and nested != "service_attributes":
            return {"link_id": key, "link_entity": own}
        return {f"{own}_id": key}

    def fill_columns(self) -> None:
        """Name the columns of each table, in the order in which they were met."""
        for file, table in self.tables.items():
            table.columns = list(self._columns[file])

    def _add(self, file: str, key: str, cells: dict[str, str], line: int) -> None:
        own = (file, key)
        before = self._seen.get(own)
        if before is not None:
            # The same phone or language may be told at each thing that it hangs on.
            more = {name: cell for name, cell in cells.items() if cell and not before.get(name)}
            apart = [
                name
                for name in cells
                if name.endswith("_id") and cells[name] not in {"", before.get(name), more.get(name)}
            ]
            if not apart:
                before |= more
                self._columns[file].update(dict.fromkeys(more))
                return
            key = f"{key}/{cells[apart[0]]}"
            cells["id"] = key
            if (file, key) in self._seen:
                return
            own = (file, key)
        self._seen[own] = cells
        table = self.tables.setdefault(file, RawTable(f"{file} (item)"))
        columns = self._columns.setdefault(file, {})
        if any(len(cell) > LONGEST_CELL for cell in cells.values()):
            table.unreadable.append((line, f"a value is longer than {LONGEST_CELL:,} characters"))
            return
        if len(columns) < MOST_COLUMNS:
            columns.update(dict.fromkeys(cells))
        table.rows.append(RawRow(line, cells))
        self._rows += 1
        refuse_too_many(self._rows)


def _is_one(name: str) -> bool:
    """Whether the parent points to the nested object, instead of the other way round."""
    return name in {"organization", "location", "program", "taxonomy_term", "taxonomy", "taxonomy_detail", "service"}


def _singular(name: str) -> str:
    return "taxonomy" if name == "taxonomy_detail" else name


def _text(value: object) -> str:
    if isinstance(value, list):
        return ",".join(filter(None, map(_text, value)))
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))
