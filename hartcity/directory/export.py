"""A directory as files that others can open: one CSV table for people, HSDS 3.0 for programs, a short text to keep."""

from __future__ import annotations

import base64
import csv
import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pandas as pd

from hartcity.directory.directory import Directory
from hartcity.directory.tables import TABLES
from hartcity.files import neutral


if TYPE_CHECKING:
    from collections.abc import Collection

    from hartcity.model import Service

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every member, so that the same directory is the same bytes."""

_LARGEST_KEPT = 60_000_000
"""Bytes of the unpacked text: some 15 times the longest that is kept with a workspace."""

_MOST_CELLS, _MOST_ROWS = 4_000_000, 500_000


def to_csv(services: Collection[Service]) -> str:
    """Return one row a service, under headers that the import recognizes; no cell can run as a formula."""
    rows = [
        {
            "Organization": service.organization,
            "Service": service.name,
            "Mission": service.mission,
            "Description": service.description,
            "Need": "; ".join(service.needs),
            "Group": "; ".join(service.people),
            "Who is served": service.served,
            "Who is not served": "; ".join(service.not_served),
            "Eligibility": service.eligibility,
            "Minimum age": _age(service.minimum_age),
            "Maximum age": _age(service.maximum_age),
            "Income limit percent": _age(service.exclusions.income_limit_percent),
            "Only with minor children": "yes" if service.exclusions.requires_minor_children else "",
            "Not with minor children": "yes" if service.exclusions.single_adults_only else "",
            "Cost": service.cost,
            "Cost options": "; ".join(option.option for option in service.cost_options),
            "Documents": "; ".join(service.documents),
            "How to apply": service.application,
            "Waiting time": service.wait,
            "Hours": "; ".join(service.hours),
            "Languages": "; ".join(service.languages),
            "Accessibility": "; ".join(service.accessibility),
            "Contact role": service.contact,
        }
        for service in services
    ]
    out = io.StringIO()
    columns = list(rows[0]) if rows else ["Organization", "Service"]
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: neutral(cell) for column, cell in row.items()} for row in rows)
    return out.getvalue()


def to_hsds(directory: Directory) -> bytes:
    """Return a zip of HSDS 3.0 CSV tables; the same directory gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, table in TABLES.items():
            if name in directory.tables:
                info = zipfile.ZipInfo(f"{table.file}.csv", date_time=_OLDEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, _table_csv(directory.tables[name]))
    return out.getvalue()


def to_text(directory: Directory) -> str:
    """Return the directory as a short text that can be kept in a workspace; ``from_text`` reads it."""
    value = {
        "name": directory.name,
        "tables": {
            name: {"columns": list(frame.columns), "rows": frame.to_numpy().tolist()}
            for name, frame in sorted(directory.tables.items())
        },
    }
    packed = zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 6)
    return base64.b85encode(packed).decode()


def from_text(text: str) -> Directory:
    """Return the directory that ``to_text`` wrote.

    Raises:
        ValueError: when the text is not one that ``to_text`` wrote.

    """
    try:
        unpacked = zlib.decompressobj().decompress(base64.b85decode(text), _LARGEST_KEPT)
        # A short text that was not written here could hold millions of values; they are counted before they are built.
        if unpacked.count(b",") > _MOST_CELLS or unpacked.count(b"[") + unpacked.count(b"{") > _MOST_ROWS:
            raise ValueError("This text holds more than a directory does.")
        value: dict[str, Any] = json.loads(unpacked)
        tables = {
            name: pd.DataFrame(table["rows"], columns=pd.Index(table["columns"]), dtype=object)
            for name, table in value["tables"].items()
            if name in TABLES
        }
        return _whole(Directory(tables, name=str(value["name"])))
    except (KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        raise ValueError("This text holds no directory.") from error


def _whole(directory: Directory) -> Directory:
    """Return a directory whose rows can be put together, so that no screen finds out later that they cannot."""
    for frame in directory.tables.values():
        if not all(isinstance(cell, str) for cells in frame.itertuples(index=False, name=None) for cell in cells):
            raise TypeError("A cell is no text.")
    _ = directory.organizations
    return directory


def _table_csv(frame: pd.DataFrame) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([neutral(cell) for cell in cells] for cells in frame.itertuples(index=False, name=None))
    return out.getvalue()


def _age(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
