"""Brings a database to the current schema when it is opened: once, as a whole, whoever comes first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from hartcity.storage.errors import NotStoredError, Reason, plainly


if TYPE_CHECKING:
    from hartcity.storage.database import Database

_LOCK = 0x48617274
"""Number of the advisory lock that lets one program migrate while the others wait."""


_PATIENCE = "10min"


def configuration() -> Config:
    """Return Alembic's configuration; it needs no file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def head() -> str:
    """Return the revision that this program's tables stand at."""
    return ScriptDirectory.from_config(configuration()).get_current_head() or ""


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _known(revision: str | None) -> bool:
    scripts = ScriptDirectory.from_config(configuration())
    return revision is None or revision in {step.revision for step in scripts.walk_revisions()}


def _migrate(database: Database, connection: Connection, target: str, *, down: bool) -> None:
    if database.is_sqlite:
        # Batch mode copies a table and drops the old one, which would take the rows that refer to it along.
        # The driver's own connection is asked, since the pragma does nothing once a transaction has begun.
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
    with connection.begin():
        if not database.is_sqlite:
            # Those who wait, and a step over many rows, may take longer than a student's save.
            for limit in ("lock_timeout", "statement_timeout"):
                connection.execute(text(f"SET LOCAL {limit} = '{_PATIENCE}'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        current = _current(connection)
        if not _known(current):
            raise NotStoredError(Reason.NEWER)
        if current == target:
            return
        config = configuration()
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, target)
        if database.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise NotStoredError(Reason.DAMAGED)


def bring_up(database: Database, target: str | None = None, *, down: bool = False) -> None:
    """Migrate ``database`` to ``target`` (the head) in one transaction; do nothing when it is there already.

    Raises:
        NotStoredError: it could not be read or changed, or was written by a newer version of this program.

    """
    target = target or head()
    with plainly():
        with database.reading() as session:
            if _current(session.connection()) == target:
                return
        with database.engine.connect() as connection:
            try:
                _migrate(database, connection, target, down=down)
            finally:
                connection.invalidate()
