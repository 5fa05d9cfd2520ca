"""One engine for each kind of database, set up so that a save that was acknowledged outlives a crash."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from hartcity.storage.errors import NotStoredError, Reason, plainly
from hartcity.storage.tables import Base


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine.interfaces import DBAPICursor

BUSY_SECONDS = 5.0
"""How long a writer waits for another program before it gives up."""

TURN_SECONDS = 60.0
"""How long a thread waits until those before it in this process have written or, with PostgreSQL, left a connection."""

SCRUB_SECONDS = 5.0
"""How long a deletion waits for other readers before it leaves the log to the next one."""

_READS = "hartcity_reads"
_WAL_TRIES = 50
_WAL_PAUSE_SECONDS = 0.1


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def stamp(moment: datetime) -> int:
    """Return ``moment`` as milliseconds since 1970."""
    return (moment - _EPOCH) // _MILLISECOND


def moment(stamped: int) -> datetime:
    """Return the time that ``stamp`` made a number of, in UTC."""
    return _EPOCH + stamped * _MILLISECOND


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def _private_file(path: Path) -> None:
    """Make the database's file before SQLite does, so that it is never readable by others, not even for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600, exist_ok=True)
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Return which file stands at ``path``; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to write-ahead logging; SQLite does not wait by itself when two programs do so at once."""
    for left in reversed(range(_WAL_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not left:
                raise
            time.sleep(_WAL_PAUSE_SECONDS)
        else:
            return


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(_READS, False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _postgresql(url: URL) -> Engine:
    options = f"-c statement_timeout={int(4 * BUSY_SECONDS)}s -c lock_timeout={int(BUSY_SECONDS)}s"
    arguments: dict[str, Any] = {"connect_timeout": int(BUSY_SECONDS), "options": options}
    # Eight at most, so that ten replicas stay below the hundred connections that PostgreSQL takes as it comes.
    limits: dict[str, Any] = {"pool_size": 5, "max_overflow": 3, "pool_timeout": TURN_SECONDS}
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=arguments, **limits)


class Database:
    """A database with its engine and its clock; safe to share between threads."""

    def __init__(self, url: URL, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._path = Path(url.database) if self.is_sqlite and url.database else None
        if self._path is not None:
            with plainly():
                _private_file(self._path)
            self._file = _file_at(self._path)
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._turn = threading.Lock()

    def now(self) -> int:
        """Return the time on the database's clock as milliseconds since 1970."""
        return stamp(self._clock())

    def check(self) -> None:
        """Make sure that what was opened is still what stands at the database's address.

        SQLite goes on writing into a file that was deleted or moved away, and all of that is gone when it is closed.

        Raises:
            NotStoredError: the file was deleted, moved or replaced; this database is of no use any more.

        """
        if self._path is not None and _file_at(self._path) != self._file:
            raise NotStoredError(Reason.GONE)

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Let one thread of this process after the other write into an SQLite file.

        SQLite itself lets writers ask again and again and sends them away after some seconds, whoever came first: with
        many students at once, some would never be heard.

        Raises:
            NotStoredError: it took too long until it was this thread's turn.

        """
        if not self.is_sqlite:
            yield
            return
        if not self._turn.acquire(timeout=TURN_SECONDS):
            raise NotStoredError(Reason.BUSY)
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give one transaction that is stored as a whole when the block ends, or not at all.

        Raises:
            NotStoredError: nothing was stored.

        """
        self.check()
        with self._in_turn(), plainly(), Session(self.engine) as session, session.begin():
            yield session
        self.check()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give one transaction that sees a single state of the database and does not hold up writers.

        Raises:
            NotStoredError: the database could not be read.

        """
        self.check()
        with (
            plainly(),
            self.engine.connect().execution_options(**{_READS: True}) as connection,
            Session(connection) as session,
        ):
            yield session

    def scrub(self) -> bool:
        """Clear what was deleted out of the write-ahead log (SQLite) or the tables' free space (PostgreSQL).

        Deleted pages are overwritten with zeros in SQLite's file. Returns False when other readers were in the way for
        five seconds; the rows are gone all the same, and the next call goes on.

        Raises:
            NotStoredError: the database could not be reached.

        """
        with plainly(), self.engine.connect() as connection:
            raw = connection.execution_options(isolation_level="AUTOCOMMIT").connection.cursor()
            if not self.is_sqlite:
                raw.execute(f"VACUUM {', '.join(Base.metadata.tables)}")
                return True
            deadline = time.monotonic() + SCRUB_SECONDS
            while not self._is_emptied(raw):
                if time.monotonic() > deadline:
                    return False
                time.sleep(_WAL_PAUSE_SECONDS)
            return True

    def _is_emptied(self, raw: DBAPICursor) -> bool:
        """Try once to bring the whole write-ahead log into the file and to empty it; whether that was possible."""
        with self._in_turn():
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            row = raw.fetchone()
            return row is not None and not row[0]

    def copy_to(self, target: Path) -> None:
        """Write an SQLite database as it stands at one moment into the new file ``target``, while others write on.

        The file bears its name only when it is whole and on the disk, and only its owner may read it.

        Raises:
            FileExistsError: there is something at ``target``.
            NotStoredError: the database could not be read, or the copy not be written.

        """
        if target.exists():
            raise FileExistsError(target)
        part = target.with_name(f"{target.name}.part")
        with plainly():
            part.unlink(missing_ok=True)
            _private_file(part)
            with self.engine.connect() as connection:
                raw = connection.execution_options(isolation_level="AUTOCOMMIT").connection.cursor()
                raw.execute("VACUUM INTO ?", (str(part),))
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.rename(target)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()
