"""Tables from HSDS JSON: nested services or organizations, a page of them, or tables as lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hartcity.directory.importing.raw import LONGEST_CELL, MOST_COLUMNS, RawRow, RawTable, refuse_too_many
from hartcity.directory.importing.spelling import file_named, snake
from hartcity.directory.tables import BY_FILE, TABLES
from hartcity.directory.terms import stable_id
from hartcity.files import RefusedFileError, clean, decode


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEEPEST = 40
_MOST_VALUES = 600_000
"""Lists and objects in a file, counted before they are built in memory."""

_PAGE = ("contents", "content", "data", "items", "results", "records", "value", "rows")
_PARTS = {"location_type", "taxonomy", "taxonomy_detail", "version", "parent_id"}
_TERM_LISTS = {
    "taxonomy",
    "taxonomies",
    "taxonomy_terms",
    "service_taxonomy",
    "service_taxonomies",
    "services_taxonomy",
}
"""Under these names older versions and many programs keep the terms of a service."""

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

"""What only a place, a taxonomy or one of its terms says of itself: parts of a directory that cannot come in alone."""

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


def read_json(data: bytes, old_files: Mapping[str, str]) -> dict[str, RawTable]:
    """Return raw tables by file name. ``old_files`` maps the file names of older versions to today's tables.

    Raises:
        RefusedFileError: when it is no JSON, or no HSDS that we know.

    """
    if data.count(b"[") + data.count(b"{") > _MOST_VALUES:
        raise RefusedFileError("This JSON holds more lists and objects than a directory does, so it was not read.")
    try:
        value = _value(decode(data))
    except (ValueError, RecursionError) as error:
        raise RefusedFileError(
            "This file ends in .json, but it cannot be read as JSON. Could it be cut off, or of another kind?"
        ) from error
    reading = _Reading(old_files)
    for line, (file, item) in enumerate(_items(value, reading), start=1):
        reading.take(file, item, line)
    reading.fill_columns()
    if not {"organizations", "services"} & set(reading.tables):
        raise RefusedFileError("This JSON holds no organizations or services in the shape of HSDS.")
    return reading.tables


def _value(text: str) -> object:
    """Return what JSON says, or the list of what it says line by line."""
    try:
        return json.loads(text)
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) < 2:  # noqa: PLR2004 - one line was read above
            raise
        return [json.loads(line) for line in lines]


def _items(value: object, reading: _Reading) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        page = next((value[name] for name in _PAGE if isinstance(value.get(name), list)), None)
        if page is not None:
            yield from _items(page, reading)
        elif _kind(value):
            yield _kind(value), value
        elif value and all(isinstance(item, dict) and _kind(item) for item in value.values()):
            yield from _items(list(value.values()), reading)
        else:
            for name, rows in value.items():
                file = reading.file_of(name)
                for item in rows if file and isinstance(rows, list) else ():
                    if isinstance(item, dict):
                        yield file, item
    elif isinstance(value, list):
        whole = (item for item in value if isinstance(item, dict) and not _is_part(item))
        yield from ((_kind(item) or "organizations", item) for item in whole)


def _is_part(item: Mapping[str, Any]) -> bool:
    """Whether an object is a place, a taxonomy or a term, which is no directory by itself."""
    own = {name for name in _PARTS & set(item) if not isinstance(item[name], list)}
    return bool(own) and not isinstance(item.get("service"), dict)


def _kind(item: Mapping[str, Any]) -> str:
    """Return what a nested object is: a service says whose it is, a service at a location which and where."""
    if isinstance(item.get("service"), dict):
        return "service_at_location"
    if "name" not in item or _is_part(item):
        return ""
    is_service = "organization" in item or "organization_id" in item
    return "services" if is_service and "services" not in item else "organizations"


class _Reading:
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
        item = _with_attributes(item) if own in {"service", "organization", "location"} else item
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


def _with_attributes(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an object with the terms that older versions hang on it as attributes."""
    lists = [name for name in _TERM_LISTS & set(item) if isinstance(item[name], list)]
    if not lists:
        return item
    told = [each for name in sorted(lists) for each in item[name]]
    held = [{"name": each} if isinstance(each, str) else each for each in told if isinstance(each, (str, dict))]
    attributes = [_attribute(each) for each in held]
    rest = {name: value for name, value in item.items() if name not in lists}
    return {**rest, "attributes": [*(item.get("attributes") or []), *attributes]}


def _attribute(held: Mapping[str, Any]) -> Mapping[str, Any]:
    named = next((name for name in ("taxonomy_term", "taxonomy", "term") if isinstance(held.get(name), dict)), "")
    if named:
        return {**{name: value for name, value in held.items() if name != named}, "taxonomy_term": held[named]}
    if "name" in held:
        return {"taxonomy_term": held}
    return {**held, "taxonomy_term_id": held.get("taxonomy_term_id") or held.get("taxonomy_id")}


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
