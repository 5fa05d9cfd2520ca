"""The whole content of a database as plain values, to compare states and to keep old ones as files."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, MetaData, Table, create_engine, inspect, select


if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

ORDER = (
    "workspace",
    "plan_edit",
    "draft",
    "writer",
    "version",
    "share",
    "share_code",
    "comment",
    "audit",
    "erasure",
    "inbox",
)
"""Tables in the order in which rows may be put in."""


def _tables(connection: Connection) -> list[Table]:
    names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
    names.sort(key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    return [Table(name, MetaData(), autoload_with=connection) for name in names]


def _plain(value: object) -> object:
    return {"base64": base64.b64encode(bytes(value)).decode()} if isinstance(value, bytes | memoryview) else value


def _packed(value: object) -> object:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def dump(url: URL) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table, sorted, with bytes as base64."""
    engine: Engine = create_engine(url)
    found = {}
    with engine.connect() as connection:
        for table in _tables(connection):
            rows = connection.execute(select(table)).mappings()
            found[table.name] = sorted(({name: _plain(row[name]) for name in row} for row in rows), key=repr)
    engine.dispose()
    return found


def put(url: URL, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Put rows that ``dump`` gave into the tables of the same schema."""
    engine = create_engine(url)
    with engine.begin() as connection:
        for table in _tables(connection):
            for row in rows[table.name]:
                connection.execute(table.insert(), {name: _packed(value) for name, value in row.items()})
    engine.dispose()
