"""Whatever database call fails, nothing is stored in part, and the next try does the whole."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from hartcity.storage import NotStoredError, Reason, Saved, Store, Writing, new_id
from hartcity.storage.database import Database
from hartcity.storage.errors import plainly
from hartcity.storage.schema import bring_up
from hartcity.storage.tables import Base
from tests.storage.rows import dump


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL, Engine

    from tests.storage.conftest import Clock
    from tests.storage.postgres_server import PostgresServer

WORKSPACE = new_id()
CALLS = ("do_execute", "do_executemany", "do_execute_no_params", "do_commit")
LONG = " ".join(f"word{n}" for n in range(60)) + "."


class Fault:
    """Lets the n-th call of an engine to its database fail as a full disk does; 0 lets all of them pass."""

    def __init__(self, engine: Engine, n: int, *, after: bool = False) -> None:
        self.engine, self.left, self.after = engine, n, after
        self.fired = False

    def __enter__(self) -> Self:
        """Put the fault in."""
        for name in CALLS:
            setattr(self.engine.dialect, name, self._failing(getattr(self.engine.dialect, name)))
        return self

    def __exit__(self, *_: object) -> None:
        """Take it out."""
        for name in CALLS:
            delattr(self.engine.dialect, name)

    def _error(self) -> Exception:
        if self.engine.dialect.name == "postgresql":
            return psycopg.errors.DiskFull("injected")
        error = sqlite3.OperationalError("injected")
        error.sqlite_errorname, error.sqlite_errorcode = "SQLITE_FULL", sqlite3.SQLITE_FULL
        return error

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: object, **named: object) -> object:
            self.left -= 1
            if self.left:
                return call(*arguments, **named)
            self.fired = True
            if self.after:
                call(*arguments, **named)
            raise self._error()

        return failing


def prepare(store: Store, clock: Clock) -> None:
    """Fill a workspace so that every action below has something to do."""
    store.save_plan(WORKSPACE, {"coordination": "one"}, base=0, writer="a")
    store.save_plan(WORKSPACE, {"coordination": "two"}, base=1, writer="a")
    store.step_plan(WORKSPACE, -1, writer="a")
    for text in ("first", LONG):
        store.save_draft(WORKSPACE, Writing(text), base=0, writer="a")
        clock.forward(minutes=5)
    store.save_preferences(WORKSPACE, {"view": "full"}, frozenset())
    store.erasure.set_retention(WORKSPACE, 30)


ACTIONS: dict[str, Callable[[Store], object]] = {
    "new workspace by draft": lambda store: store.save_draft("new" * 9, Writing("x"), base=0, writer="a"),
    "new workspace by plan": lambda store: store.save_plan("new" * 9, {"a": 1}, base=0, writer="a"),
    "new workspace by preferences": lambda store: store.save_preferences("new" * 9, {"a": 1}, frozenset()),
    "draft, new version": lambda store: store.save_draft(WORKSPACE, Writing("x"), base=2, writer="a"),
    "draft, conflict": lambda store: store.save_draft(WORKSPACE, Writing("x"), base=1, writer="b"),
    "plan": lambda store: store.save_plan(WORKSPACE, {"coordination": "three"}, base=3, writer="a"),
    "plan, redo": lambda store: store.step_plan(WORKSPACE, 1, writer="a"),
    "preferences": lambda store: store.save_preferences(WORKSPACE, {"view": "short"}, frozenset()),
    "restore": lambda store: store.versions.restore(WORKSPACE, 1, writer="a"),
    "name": lambda store: store.versions.name(WORKSPACE, 1, "start"),
    "report": lambda store: store.versions.attach_report(WORKSPACE, 1, Writing("first"), {"a": 1}),
    "retention": lambda store: store.erasure.set_retention(WORKSPACE, 5),
    "import": lambda store: store.archive.restore(store.archive.export(WORKSPACE) or b""),
}

DELETIONS: dict[str, Callable[[Store], object]] = {
    "version": lambda store: store.erasure.delete_version(WORKSPACE, 1),
    "draft": lambda store: store.erasure.delete_draft(WORKSPACE),
    "workspace": lambda store: store.erasure.delete_workspace(WORKSPACE),
}


@pytest.fixture
def full(store: Store, clock: Clock) -> Iterator[Store]:
    """Give a store with a workspace in it."""
    prepare(store, clock)
    return store


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_no_partial_record(full: Store, url: URL, action: Callable[[Store], object]) -> None:
    """With a fault at the first, second, ... call an action stores nothing, until it meets none and stores all."""
    before = dump(url)
    for n in range(1, 200):
        with Fault(full._database.engine, n) as fault:
            if not run(action, full, fault):
                break
        assert dump(url) == before, f"call {n} left something behind"
    assert n > 2
    assert dump(url) != before


def run(action: Callable[[Store], object], store: Store, fault: Fault) -> bool:
    """Run an action; return whether it failed, which it must do with a plain reason exactly when the fault struck."""
    failure: NotStoredError | None = None
    try:
        action(store)
    except NotStoredError as error:
        failure = error
    assert fault.fired == (failure is not None)
    assert failure is None or (failure.reason is Reason.FULL and "injected" not in str(failure))
    return failure is not None


@pytest.mark.parametrize("action", DELETIONS.values(), ids=DELETIONS)
def test_no_partial_deletion(full: Store, url: URL, action: Callable[[Store], object]) -> None:
    """A deletion either takes all or nothing away, whichever call fails."""
    before = dump(url)
    for n in range(1, 50):
        with Fault(full._database.engine, n) as fault:
            failed = run(action, full, fault)
        if not failed:
            break
        assert dump(url) == before
    assert dump(url) != before


def test_an_acknowledgement_that_is_lost_stores_once(full: Store) -> None:
    """When the commit arrived and its answer did not, the same save again makes no second version."""
    for n in range(1, 50):
        with Fault(full._database.engine, n, after=True) as fault:
            try:
                full.save_draft(WORKSPACE, Writing(f"{LONG} again"), base=2, writer="a")
            except NotStoredError:
                continue
        assert not fault.fired
        break
    full.save_draft(WORKSPACE, Writing(f"{LONG} again"), base=2, writer="a")
    assert [version.writing.text for version in full.versions.list(WORKSPACE)] == ["first", LONG, f"{LONG} again"]


def test_an_interrupted_migration_leaves_nothing(empty_url: URL) -> None:
    """A fault anywhere in the migration leaves an empty database, and the next opening migrates it."""
    database = Database(empty_url)
    empty = dump(empty_url)
    for n in range(1, 100):
        with Fault(database.engine, n) as fault:
            try:
                bring_up(database)
            except NotStoredError:
                assert fault.fired
            else:
                break
        assert dump(empty_url) == empty
    database.close()
    assert n > 5
    Store(empty_url).close()
    assert set(dump(empty_url)) == set(Base.metadata.tables)


def test_a_full_disk_is_named(sqlite_url: URL) -> None:
    """When SQLite really runs out of room, the reason is the full disk, and what was stored is still there."""
    store = Store(sqlite_url)
    store.save_draft(WORKSPACE, Writing("short"), base=0, writer="a")
    with store._database.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA max_page_count = 1")
    with pytest.raises(NotStoredError) as caught:
        store.save_draft(WORKSPACE, Writing("long " * 100_000), base=1, writer="a")
    assert caught.value.reason is Reason.FULL
    found = store.load(WORKSPACE)
    store.close()
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "short"


def test_a_busy_database_is_named(sqlite_url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program holds the database, the reason says so, and reading still works."""
    monkeypatch.setattr("hartcity.storage.database.BUSY_SECONDS", 0.1)
    store = Store(sqlite_url)
    store.save_draft(WORKSPACE, Writing("first"), base=0, writer="a")
    other = sqlite3.connect(str(sqlite_url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotStoredError) as caught:
        store.save_draft(WORKSPACE, Writing("second"), base=1, writer="a")
    assert caught.value.reason is Reason.BUSY
    assert store.load(WORKSPACE) is not None
    other.execute("ROLLBACK")
    other.close()
    store.save_draft(WORKSPACE, Writing("second"), base=1, writer="a")
    store.close()


def test_many_who_save_at_once_are_all_heard(url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many threads write at the same moment, each has its turn; none is sent away because others came too."""
    monkeypatch.setattr("hartcity.storage.database.BUSY_SECONDS", 0.05)
    store = Store(url)
    together = threading.Barrier(40)

    def save(number: int) -> tuple[str, list[object]]:
        workspace = new_id()
        together.wait()
        return workspace, [
            store.save_draft(workspace, Writing(f"{LONG} {number} {text}"), base=text, writer="a") for text in range(3)
        ]

    with ThreadPoolExecutor(together.parties) as threads:
        saved = list(threads.map(save, range(together.parties)))
    assert all(isinstance(answer, Saved) for _, answers in saved for answer in answers)
    for number, (workspace, _) in enumerate(saved):
        found = store.load(workspace)
        assert found is not None
        assert found.draft is not None
        assert found.draft.writing.text == f"{LONG} {number} 2"
    store.close()


@pytest.mark.postgres
def test_a_server_with_too_many_connections_is_busy(server: PostgresServer) -> None:
    """Where PostgreSQL takes no more connections the disk is not full: it is busy, and later it is not."""
    url = make_url(server.new_database()).set(drivername="postgresql+psycopg")
    store = Store(url)
    store.save_draft(WORKSPACE, Writing("first"), base=0, writer="a")
    store.close()
    taken = []
    with suppress(psycopg.OperationalError):
        while True:
            taken.append(psycopg.connect(server.address(str(url.database))))
    try:
        with pytest.raises(NotStoredError) as caught:
            store.save_draft(WORKSPACE, Writing("second"), base=1, writer="a")
        assert caught.value.reason is Reason.BUSY
    finally:
        for connection in taken:
            connection.close()
    saved = None
    while saved is None:  # the server ends the connections one by one
        with suppress(NotStoredError):
            saved = store.save_draft(WORKSPACE, Writing("second"), base=1, writer="a")
    store.close()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (psycopg.errors.TooManyConnections, Reason.BUSY),
        (psycopg.errors.ConfigurationLimitExceeded, Reason.BUSY),
        (psycopg.errors.DiskFull, Reason.FULL),
        (psycopg.errors.ReadOnlySqlTransaction, Reason.READ_ONLY),
    ],
)
def test_what_a_server_says_is_told_as_what_it_is(state: type[psycopg.Error], reason: Reason) -> None:
    """A SQLSTATE is read as what it means, and not by its class alone."""
    with pytest.raises(NotStoredError) as caught, plainly():
        raise DBAPIError("statement", None, state("injected"))
    assert caught.value.reason is reason


def test_a_file_that_is_no_database_is_named(sqlite_url: URL) -> None:
    """A file full of something else is not touched, and the reason is that it cannot be read."""
    path = sqlite_url.database
    assert path is not None
    Store(sqlite_url).close()
    with open(path, "wb") as file:  # noqa: PTH123 - the address is a string
        file.write(b"not a database at all " * 500)
    with pytest.raises(NotStoredError) as caught:
        Store(sqlite_url)
    assert caught.value.reason is Reason.DAMAGED


def test_a_server_that_is_not_there_is_named() -> None:
    """A PostgreSQL address where nobody answers is a database that cannot be reached."""
    with pytest.raises(NotStoredError) as caught:
        Store(make_url("postgresql+psycopg://hartcity:secret@127.0.0.1:9/none"))
    assert caught.value.reason is Reason.UNREACHABLE
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "lose", [Path.unlink, lambda path: path.rename(path.with_name("elsewhere"))], ids=["deleted", "moved"]
)
def test_a_file_that_is_lost_underneath_is_noticed(sqlite_url: URL, lose: Callable[[Path], object]) -> None:
    """SQLite would write on into a file that nobody finds again; nothing is called saved there."""
    store = Store(sqlite_url)
    store.save_draft(WORKSPACE, Writing("first"), base=0, writer="a")
    lose(Path(str(sqlite_url.database)))
    for ask in (
        lambda: store.save_draft(WORKSPACE, Writing("second"), base=1, writer="a"),
        lambda: store.load(WORKSPACE),
    ):
        with pytest.raises(NotStoredError) as caught:
            ask()
        assert caught.value.reason is Reason.GONE
    store.close()
    anew = Store(sqlite_url)
    anew.save_draft(WORKSPACE, Writing("second"), base=1, writer="a")
    found = anew.load(WORKSPACE)
    anew.close()
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "second"
