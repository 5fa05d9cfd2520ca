"""Copies that are made while people write bring back what was acknowledged, and nothing that was deleted."""

from __future__ import annotations

import json
import signal
import sqlite3
import threading
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url
from typer.testing import CliRunner

from hartcity.cli import app
from hartcity.storage import (
    Erased,
    Guest,
    NotAllowedError,
    NotStoredError,
    Remark,
    Right,
    Saved,
    Store,
    What,
    Writing,
    new_id,
)
from hartcity.storage.location import DATABASE_URL
from tests.storage.postgres_server import PostgresServer


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL

    from tests.storage.conftest import Clock

PATIENCE_SECONDS = 120


class Writer(threading.Thread):
    """Saves draft after draft; ``acknowledged`` is the number of the last one of each workspace that was stored."""

    def __init__(self, url: URL) -> None:
        super().__init__(daemon=True)
        self._url, self._ended = url, threading.Event()
        self.acknowledged = {new_id(): 0 for _ in range(4)}

    def run(self) -> None:
        """Write until ``end`` is called or the database is gone."""
        number = 0
        with closing(Store(self._url)) as store, suppress(NotStoredError):
            while not self._ended.is_set():
                number += 1
                for workspace in self.acknowledged:
                    saved = store.save_draft(workspace, Writing(f"{number} words"), base=0, writer="w")
                    assert isinstance(saved, Saved)
                    self.acknowledged[workspace] = number

    def end(self) -> None:
        """Stop writing."""
        self._ended.set()
        self.join()

    def more(self) -> dict[str, int]:
        """Wait until every workspace was saved once more, and return what is acknowledged by then."""
        before = dict(self.acknowledged)
        wait(lambda: all(self.acknowledged[name] > number for name, number in before.items()))
        return dict(self.acknowledged)


def wait(condition: object) -> None:
    """Wait until a condition holds."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.05)


@contextmanager
def writing(url: URL) -> Iterator[Writer]:
    """Let somebody write all the while."""
    writer = Writer(url)
    writer.start()
    try:
        yield writer
    finally:
        writer.end()


def text(store: Store, workspace: str) -> str | None:
    """Return the text of a stored draft; None when there is none."""
    found = store.load(workspace)
    return None if found is None or found.draft is None else found.draft.writing.text


def numbers(store: Store, workspaces: dict[str, int]) -> dict[str, int]:
    """Return the number that the draft of each workspace bears."""
    found = {name: text(store, name) for name in workspaces}
    return {name: int(words.split()[0]) for name, words in found.items() if words}


def test_an_sqlite_copy_under_load(sqlite_url: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was acknowledged before the copy is in it, whole; what was deleted after it is deleted again."""
    copy, run = tmp_path / "copy.sqlite3", CliRunner()
    monkeypatch.setenv(DATABASE_URL, sqlite_url.render_as_string())
    gone = new_id()
    with closing(Store(sqlite_url)) as store:
        store.save_draft(gone, Writing("to be forgotten"), base=0, writer="w")
        with writing(sqlite_url) as writer:
            before = writer.more()
            assert run.invoke(app, ["database", "backup", str(copy)]).exit_code == 0
            writer.more()
            assert store.erasure.delete_workspace(gone)
    assert run.invoke(app, ["database", "backup", str(copy)]).exit_code == 1
    assert copy.stat().st_mode & 0o077 == 0
    erased = run.invoke(app, ["database", "erased"])
    assert [json.loads(line)["what"] for line in erased.stdout.splitlines()] == ["workspace"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    monkeypatch.setenv(DATABASE_URL, f"sqlite:///{copy}")
    with closing(Store(make_url(f"sqlite:///{copy}"))) as restored:
        assert restored.load(gone) is not None
        assert run.invoke(app, ["database", "erase"], input=erased.stdout).exit_code == 0
        assert restored.load(gone) is None
        found = numbers(restored, before)
    assert all(found[name] >= number for name, number in before.items())


@pytest.mark.postgres
def test_a_lost_postgresql_comes_back_by_its_own_tools() -> None:
    """From a base backup and the streamed log, both taken under load, comes all that the log had received.

    Put back to the moment of the base backup instead, the database forgets again what was deleted since.
    """
    server = PostgresServer()
    try:
        name = str(make_url(server.new_database()).database)
        base, log = server.folder("backup"), server.folder("received")
        gone = new_id()
        with closing(Store(_url(server, name))) as store:
            store.save_draft(gone, Writing("to be forgotten"), base=0, writer="w")
            receiving = _received(server, log)
            with writing(_url(server, name)) as writer:
                writer.more()
                at = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "hartcity"]
                copied = server.tool("pg_basebackup", *at, "-D", str(base), "-X", "fetch", "-c", "fast")
                assert copied.wait() == 0, copied.stderr and copied.stderr.read()
                assert server.tool("pg_verifybackup", str(base)).wait() == 0
                before = writer.more()
                assert store.erasure.delete_workspace(gone)
                _wait_until_received(server)
                server.kill()
        receiving.send_signal(signal.SIGINT)
        receiving.wait()
        for part in log.glob("*.partial"):
            part.rename(part.with_suffix(""))
        server.lose_everything_and_restore(base, f'restore_command = \'cp "{log}/%f" "%p"\'')
        erased = _assert_back(server, name, before, gone, is_there=False)
        assert [one.what for one in erased] == [What.WORKSPACE]
        server.lose_everything_and_restore(base, "restore_command = 'false'", "recovery_target = 'immediate'",
                                           "recovery_target_action = 'promote'")  # fmt: skip
        assert _assert_back(server, name, {}, gone, is_there=True) == []
        with closing(Store(_url(server, name))) as store:
            assert store.erasure.repeat(erased) == 1
            assert store.load(gone) is None
            assert len(numbers(store, before)) == len(before)
    finally:
        server.close()


def _url(server: PostgresServer, name: str) -> URL:
    return make_url(server.address(name).replace("postgresql:", "postgresql+psycopg:"))


def _received(server: PostgresServer, log: Path) -> object:
    """Start to receive the log, and return the process."""
    at = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "hartcity", "--slot", "backup"]
    assert server.tool("pg_receivewal", *at, "--create-slot", "--if-not-exists").wait() == 0
    return server.tool("pg_receivewal", *at, "-D", str(log), "--synchronous")


def _wait_until_received(server: PostgresServer) -> None:
    """Wait until all that is written by now has been flushed where the log is received."""
    with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
        row = connection.execute("SELECT pg_current_wal_flush_lsn()").fetchone()
        assert row is not None
        asked = "SELECT 1 FROM pg_stat_replication WHERE flush_lsn >= %s::pg_lsn"
        wait(lambda: connection.execute(asked, (row[0],)).fetchone() is not None)


def _assert_back(
    server: PostgresServer, name: str, acknowledged: dict[str, int], gone: str, *, is_there: bool
) -> list[Erased]:
    """Wait until the database can be written again, look whether everything is there, and return what was erased."""
    with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
        wait(lambda: connection.execute("SELECT pg_is_in_recovery()").fetchone() == (False,))
    with closing(Store(_url(server, name))) as store:
        found = numbers(store, acknowledged)
        assert all(found[workspace] >= number for workspace, number in acknowledged.items())
        assert (store.load(gone) is not None) == is_there
        return store.erasure.listed()


def test_every_kind_of_deletion_is_repeated(url: URL, new_url: object, clock: Clock) -> None:
    """Whatever was deleted after a copy was made is deleted in the copy too, and what was written since stays."""
    kept, redone = new_id(), new_id()
    share = {}

    def fill(address: URL) -> Store:
        store = Store(address, clock=clock)
        for number in range(3):
            store.save_draft(kept, Writing(f"state {number}"), base=number, writer=f"{number}")
        store.save_draft(redone, Writing("first"), base=0, writer="w")
        made = store.shares.create(kept, Right.COMMENT, lasts=timedelta(days=9))
        assert made is not None
        share[address] = Guest(made.secret)
        for words in ("one", "two"):
            store.comments.add(kept, Remark(words))
        return store

    copy_url = new_url()  # type: ignore[operator]
    with closing(fill(url)) as store, closing(fill(copy_url)) as copy:
        clock.forward(minutes=1)
        store.save_draft(kept, Writing("state 3"), base=3, writer="w")
        assert store.erasure.delete_version(kept, 3)
        assert store.erasure.delete_comment(kept, 1)
        assert store.shares.revoke(kept, 1)
        assert store.erasure.delete_draft(redone)
        clock.forward(minutes=1)
        store.save_draft(redone, Writing("anew"), base=0, writer="v", number=9)
        erased = store.erasure.listed()
        assert copy.erasure.repeat(erased) == 4
        assert [version.number for version in copy.versions.list(kept)] == [1, 2]
        assert (text(copy, kept), text(copy, redone)) == ("state 1", None)
        assert [comment.remark.text for comment in copy.comments.list(kept)] == ["two"]
        with pytest.raises(NotAllowedError):
            copy.shares.look(share[copy_url])
        assert copy.erasure.repeat(erased) == 0
        assert store.erasure.repeat(erased) == 0
        assert text(store, redone) == "anew"
        assert [asdict(one) for one in copy.erasure.listed()] == [asdict(one) for one in erased]


def test_the_list_forgets_after_400_days(store: Store, clock: Clock) -> None:
    """A deletion is remembered for as long as a backup may be kept, and no longer."""
    workspace = new_id()
    store.save_draft(workspace, Writing("x"), base=0, writer="w")
    assert store.erasure.delete_workspace(workspace)
    clock.forward(days=399)
    store.erasure.purge()
    assert len(store.erasure.listed()) == 1
    clock.forward(days=1)
    store.erasure.purge()
    assert store.erasure.listed() == []
