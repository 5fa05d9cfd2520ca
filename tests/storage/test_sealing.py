"""What is stored can be read with the workspace's id, and not without."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url

from hartcity.storage import NotStoredError, Reason, Store, Writing, new_id
from hartcity.storage.sealing import Seal
from tests.storage.rows import dump, put


if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL

    from tests.storage.postgres_server import PostgresServer


def test_ids_are_unguessable() -> None:
    """An id has 256 random bits in 43 characters that an address bar takes as they are, and never comes twice."""
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", one) for one in ids)


def test_guessing_finds_nothing(store: Store) -> None:
    """Other ids, also those that differ in one character, do not find a workspace."""
    workspace = new_id()
    store.save_draft(workspace, Writing("private"), base=0, writer="a")
    near = [workspace[:n] + ("A" if workspace[n] != "A" else "B") + workspace[n + 1 :] for n in range(len(workspace))]
    assert not any(store.load(guess) for guess in [*near, *(new_id() for _ in range(50))])


def test_the_database_does_not_hold_the_id(store: Store, url: URL) -> None:
    """A copy of the database has no id in it that would open a workspace, and no word of the draft."""
    workspace = new_id()
    store.save_draft(workspace, Writing("a word nobody else may read", "subject to none"), base=0, writer="tab")
    store.save_plan(workspace, {"coordination": "a word"}, base=0, writer="tab")
    found = json.dumps(dump(url))
    assert workspace not in found
    assert Seal(workspace).key in found
    assert "word" not in found


def test_a_seal_opens_only_what_it_closed() -> None:
    """Bytes that were changed, moved to another field or to another workspace do not open."""
    seal = Seal(new_id())
    sealed = seal.close({"text": "x"}, place="plan")
    assert seal.open(sealed, place="plan") == {"text": "x"}
    attempts: list[Callable[[], object]] = [
        lambda: seal.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), place="plan"),
        lambda: seal.open(sealed, place="writing"),
        lambda: Seal(new_id()).open(sealed, place="plan"),
        lambda: seal.open(b"", place="plan"),
    ]
    for attempt in attempts:
        with pytest.raises(NotStoredError) as caught:
            attempt()
        assert caught.value.reason is Reason.DAMAGED


def test_equal_texts_do_not_look_equal() -> None:
    """The same words sealed twice give different bytes, so that nobody sees who wrote alike."""
    seal = Seal(new_id())
    assert seal.close("the same", place="plan") != seal.close("the same", place="plan")


def test_the_file_is_private(sqlite_url: URL) -> None:
    """SQLite's files can be read by their owner alone, also when the file was there with wider rights."""
    path = Path(str(sqlite_url.database))
    path.parent.mkdir(parents=True)
    path.touch(mode=0o644)
    store = Store(sqlite_url)
    store.save_draft(new_id(), Writing("x"), base=0, writer="a")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


@pytest.mark.postgres
def test_postgresql_never_sees_a_word(server: PostgresServer) -> None:
    """Neither the tables, nor the write-ahead log, nor the messages of a PostgreSQL server hold a word of a draft."""
    canary = "canary-zwiebelkuchen-7319"
    store = Store(make_url(server.new_database().replace("postgresql:", "postgresql+psycopg:")))
    workspace = new_id()
    store.save_draft(workspace, Writing(f"{canary} in a draft", canary), base=0, writer="a")
    store.save_plan(workspace, {"coordination": canary}, base=0, writer="a")
    store.versions.name(workspace, 1, canary)
    store.close()
    key = Seal(workspace).key.encode()
    held = server.contents()
    assert any(key in content for content in held)
    assert not any(canary.encode() in content for content in held)


def test_rows_of_another_workspace_do_not_open(new_url: Callable[[], URL]) -> None:
    """A draft that somebody with the database moves under another workspace is refused, not shown."""
    url, other = new_url(), new_url()
    store, victim, thief = Store(url), new_id(), new_id()
    store.save_draft(victim, Writing("private"), base=0, writer="a")
    store.close()
    rows = dump(url)
    moved = json.loads(json.dumps(rows).replace(Seal(victim).key, Seal(thief).key))
    Store(other).close()
    put(other, moved)
    store = Store(other)
    with pytest.raises(NotStoredError):
        store.load(thief)
    store.close()
