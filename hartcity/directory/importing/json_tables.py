"""Tables from HSDS JSON: nested services or organizations, a page of them, or tables as lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hartcity.directory.importing.json_rows import NestedRows
from hartcity.files import RefusedFileError, decode


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hartcity.directory.importing.raw import RawTable

_MOST_VALUES = 600_000
"""Lists and objects in a file, counted before they are built in memory."""

_PAGE = ("contents", "content", "data", "items", "results", "records", "value", "rows")
_PARTS = {"location_type", "taxonomy", "taxonomy_detail", "version", "parent_id"}
"""What only a place, a taxonomy or one of its terms says of itself: parts of a directory that cannot come in alone."""


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
    reading = NestedRows(old_files)
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


def _items(value: object, reading: NestedRows) -> Iterator[tuple[str, dict[str, Any]]]:
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
