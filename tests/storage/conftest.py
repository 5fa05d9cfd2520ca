"""Every test that takes ``url`` or ``store`` runs on both databases."""

from __future__ import annotations

import itertools
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


@pytest.fixture(params=DATABASES)
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], URL]:
    """Give a maker of addresses of empty databases, of one kind after the other."""

    def make() -> URL:
        number = next(_numbers)
        if request.param == "sqlite":
            return URL.create("sqlite", database=str(tmp_path / f"{number}" / "hartcity.sqlite3"))
        named = request.getfixturevalue("server").new_database()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(DATABASE_URL, named)
            return database_url()

    return make


@pytest.fixture
def url(new_url: Callable[[], URL]) -> URL:
    """Give the address of an empty database."""
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
