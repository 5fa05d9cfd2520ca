"""Every test that takes ``url``, ``empty_url`` or ``store`` runs on both databases.

Most of them need the current tables: these are made once and copied.
"""

from __future__ import annotations

import itertools
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import URL, make_url

from hartcity.storage import Store
from hartcity.storage.location import DATABASE_URL, database_url
from tests.storage.postgres_server import PostgresServer


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


class Clock:
    """A clock that stands still until it is set forward."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time

    def forward(self, **units: float) -> None:
        """Let time go by, ``minutes=3``."""
        self.time += timedelta(**units)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """Give one PostgreSQL server for the whole run."""
    started = PostgresServer()
    yield started
    started.close()


_numbers = itertools.count()


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file that was opened once, to be copied."""
    path = tmp_path_factory.mktemp("ready") / "hartcity.sqlite3"
    Store(URL.create("sqlite", database=str(path))).close()
    return path


@pytest.fixture(scope="session")
def ready_database(server: PostgresServer) -> str:
    """Give the name of a database in PostgreSQL that was opened once, to be copied."""
    address = server.new_database()
    Store(_as_configured(address)).close()
    return make_url(address).database or ""


def _as_configured(address: str) -> URL:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATABASE_URL, address)
        return database_url()


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """Give the address of a database without tables, of one kind after the other."""
    if request.param == "sqlite":
        return URL.create("sqlite", database=str(tmp_path / "empty" / "hartcity.sqlite3"))
    return _as_configured(request.getfixturevalue("server").new_database())


@pytest.fixture(params=DATABASES)
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], URL]:
    """Give a maker of addresses of databases with the current tables and no rows, of one kind after the other."""

    def make() -> URL:
        if request.param == "sqlite":
            path = tmp_path / f"{next(_numbers)}" / "hartcity.sqlite3"
            path.parent.mkdir()
            shutil.copy(request.getfixturevalue("ready_file"), path)
            return URL.create("sqlite", database=str(path))
        ready = request.getfixturevalue("ready_database")
        return _as_configured(request.getfixturevalue("server").new_database(like=ready))

    return make


@pytest.fixture
def url(new_url: Callable[[], URL]) -> URL:
    """Give the address of a database with the current tables and no rows."""
    return new_url()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> URL:
    """Give the address of an SQLite file that is not there yet."""
    return make_url(f"sqlite:///{tmp_path / 'data' / 'hartcity.sqlite3'}")


@pytest.fixture
def clock() -> Clock:
    """Give a clock that the test moves."""
    return Clock()


@pytest.fixture
def store(url: URL, clock: Clock) -> Iterator[Store]:
    """Give an open, empty store."""
    opened = Store(url, clock=clock)
    yield opened
    opened.close()
