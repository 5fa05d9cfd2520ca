"""What is deleted is gone, from the rows and from the bytes on the disk."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hartcity.storage import Guest, Remark, Right, Store, Writing, new_id
from tests.storage.rows import dump


if TYPE_CHECKING:
    from sqlalchemy import URL

    from tests.storage.conftest import Clock

CANARY = "canary-zwiebelkuchen-7319"


def fill(store: Store, clock: Clock, workspace: str) -> None:
    """Write a workspace with everything that one can have, over many versions of different lengths."""
    for number in range(30):
        text = f"{CANARY} " * (1 + number * 37 % 23) * 20
        store.save_draft(workspace, Writing(text + str(number), CANARY), base=0, writer="a")
        store.save_plan(workspace, {"coordination": text, "number": number}, base=0, writer="a")
        clock.forward(minutes=5)
    store.versions.restore(workspace, 3, writer="a")
    store.versions.name(workspace, 2, CANARY)
    store.save_preferences(workspace, {"own_words": [CANARY]}, frozenset())
    share = store.shares.create(workspace, Right.COMMENT, lasts=timedelta(days=90), label=CANARY)
    assert share is not None
    guest = Guest(share.secret, CANARY)
    store.shares.enter(guest)
    asked = store.comments.add(guest, Remark(CANARY, quote=CANARY))
    store.comments.add(workspace, Remark(CANARY), thread=asked)
    store.shares.make_code(workspace, share.number)


def sealed_bytes(path: Path) -> list[bytes]:
    """Return the first, middle and last 24 bytes of everything sealed in a database."""
    with sqlite3.connect(path) as connection:
        columns = [("plan_edit", "content"), ("draft", "content"), ("version", "content"), ("workspace", "preferences")]
        columns += [("share", "wrapped"), ("share", "about"), ("share", "snapshot"), ("share_code", "wrapped")]
        columns += [("comment", "content"), ("audit", "content")]
        found = [row[0] for table, column in columns for row in connection.execute(f"SELECT {column} FROM {table}")]  # noqa: S608
    return [part for whole in found if whole for part in (whole[:24], whole[len(whole) // 2 :][:24], whole[-24:])]


def on_disk(folder: Path) -> bytes:
    """Return everything in the database's folder and in the temporary folder's files of SQLite, end to end.

    Temporary files of other programs may be gone, or closed to us, by the time they are read.
    """
    held = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    for path in Path(tempfile.gettempdir()).glob("etilqs_*"):
        with suppress(OSError):
            held.append(path.read_bytes())
    return b"\0".join(held)


@pytest.fixture
def sqlite_store(sqlite_url: URL, clock: Clock) -> Store:
    """Give a store in a file."""
    return Store(sqlite_url, clock=clock)


@pytest.mark.parametrize("what", ["workspace", "draft"])
def test_no_byte_is_left(sqlite_store: Store, sqlite_url: URL, clock: Clock, what: str) -> None:
    """After a deletion neither the words nor their sealed bytes are in the file, its log or a temporary file."""
    path = Path(str(sqlite_url.database))
    mine, others = new_id(), new_id()
    fill(sqlite_store, clock, mine)
    sealed = sealed_bytes(path)
    sqlite_store.save_draft(others, Writing("another student's"), base=0, writer="a")
    held = on_disk(path.parent)
    assert all(part in held for part in sealed)
    assert CANARY.encode() not in held
    if what == "draft":
        assert sqlite_store.erasure.delete_draft(mine)
        sealed = [part for part in sealed if part not in sealed_bytes(path)]
        assert len(sealed) > 90
    else:
        assert sqlite_store.erasure.delete_workspace(mine)
    held = on_disk(path.parent)
    assert [part for part in sealed if part in held] == []
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0
    found = sqlite_store.load(others)
    sqlite_store.close()
    assert found is not None


def test_typing_over_leaves_no_byte_either(sqlite_store: Store, sqlite_url: URL, clock: Clock) -> None:
    """Words that were typed over before the deletion are as gone as those that stood at its time."""
    path = Path(str(sqlite_url.database))
    workspace = new_id()
    seen: list[bytes] = []
    for number in range(40):
        text = " ".join(f"word{n}" for n in range(number * 13 % 29))
        sqlite_store.save_draft(workspace, Writing(text), base=0, writer="a")
        clock.forward(seconds=1)
        seen += sealed_bytes(path)
    sqlite_store.erasure.delete_workspace(workspace)
    held = on_disk(path.parent)
    sqlite_store.close()
    assert [part for part in seen if part in held] == []


def test_a_reader_in_the_way_only_delays_the_scrubbing(
    sqlite_url: URL, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When another program is reading, the rows go at once and the log is cleared by the next call."""
    monkeypatch.setattr("hartcity.storage.database.SCRUB_SECONDS", 0.1)
    monkeypatch.setattr("hartcity.storage.database.BUSY_SECONDS", 0.1)
    sqlite_store = Store(sqlite_url, clock=clock)
    path = Path(str(sqlite_url.database))
    workspace = new_id()
    fill(sqlite_store, clock, workspace)
    sealed = sealed_bytes(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM version").fetchone()
    assert sqlite_store.erasure.delete_workspace(workspace)
    assert sqlite_store.load(workspace) is None
    assert any(part in on_disk(path.parent) for part in sealed)
    other.execute("ROLLBACK")
    other.close()
    sqlite_store.erasure.purge()
    held = on_disk(path.parent)
    sqlite_store.close()
    assert not any(part in held for part in sealed)


def test_a_deleted_workspace_leaves_no_row(store: Store, url: URL, clock: Clock) -> None:
    """No table keeps a row of a deleted workspace but the list of what was deleted."""
    empty = dump(url)
    workspace = new_id()
    fill(store, clock, workspace)
    assert store.erasure.delete_workspace(workspace)
    left = dump(url)
    assert [(row["what"], row["number"]) for row in left["erasure"]] == [("workspace", 0)]
    assert left | {"erasure": []} == empty
    assert not store.erasure.delete_workspace(workspace)


def test_a_deleted_draft_leaves_the_plan(store: Store, clock: Clock) -> None:
    """Deleting the draft takes its versions along and what quotes it; plan, preferences and shares stay."""
    workspace = new_id()
    fill(store, clock, workspace)
    assert store.erasure.delete_draft(workspace)
    assert store.comments.list(workspace) == []
    (share,) = store.shares.list(workspace)
    assert store.shares.look(Guest(share.secret)).then is None
    found = store.load(workspace)
    assert found is not None
    assert found.draft is None
    assert found.plan["number"] == 29
    assert store.versions.list(workspace) == []
    store.save_draft(workspace, Writing("anew"), base=0, writer="a")
    assert [version.number for version in store.versions.list(workspace)] == [1]


def test_retention_is_exact_to_the_day(store: Store, clock: Clock) -> None:
    """A workspace goes when its days since the last change are over, not before; one without days stays."""
    kept, month, week = new_id(), new_id(), new_id()
    for workspace, days in ((kept, None), (month, 30), (week, 7)):
        store.save_draft(workspace, Writing("x"), base=0, writer="a")
        store.erasure.set_retention(workspace, days)
    clock.forward(days=7, seconds=-1)
    assert store.erasure.purge() == 0
    clock.forward(seconds=1)
    assert store.erasure.purge() == 1
    store.save_draft(month, Writing("changed"), base=1, writer="a")
    clock.forward(days=30, seconds=-1)
    assert store.erasure.purge() == 0
    clock.forward(seconds=1)
    assert store.erasure.purge() == 1
    assert [store.load(workspace) is None for workspace in (kept, month, week)] == [False, True, True]


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_retention_has_bounds(store: Store, days: int) -> None:
    """No number of days outside 1 to 3650 is taken."""
    with pytest.raises(ValueError, match="1 to 3650"):
        store.erasure.set_retention(new_id(), days)


def test_a_clock_that_leaps_ahead_deletes_nothing_at_once(store: Store, clock: Clock) -> None:
    """A workspace that would be over by a clock set 400 days ahead is still there after the hourly purge."""
    owner = new_id()
    store.save_draft(owner, Writing("Mine."), base=0, writer="tab")
    store.erasure.set_retention(owner, 30)
    assert store.erasure.trusts_the_clock()
    clock.forward(days=400)
    assert not store.erasure.trusts_the_clock()
    assert store.load(owner) is not None
    assert store.erasure.purge() == 1


@pytest.mark.parametrize("how", ["take back", "close"])
def test_no_byte_of_a_copy_is_left(sqlite_store: Store, sqlite_url: URL, how: str) -> None:
    """A copy that was taken back, or went with its inbox, is gone from the file and its log too."""
    path, who, of_class = Path(str(sqlite_url.database)), new_id(), "class-id-of-24-characters"
    sqlite_store.save_draft(who, Writing(CANARY * 90), base=0, writer="a")
    code = sqlite_store.inboxes.open(of_class, "HS 101")
    sqlite_store.inboxes.hand_in(who, code, name=CANARY)
    with sqlite3.connect(path) as connection:
        ((sealed,),) = connection.execute("SELECT content FROM handed_in").fetchall()
    assert sealed[-24:] in on_disk(path.parent)
    gone = sqlite_store.inboxes.take_back(who, code) if how == "take back" else sqlite_store.inboxes.close(of_class)
    held = on_disk(path.parent)
    sqlite_store.close()
    assert gone
    assert [part for part in (sealed[:24], sealed[-24:]) if part in held] == []
