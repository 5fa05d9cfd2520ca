"""A save that was acknowledged outlives the program, killed at any moment."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import make_url

from hartcity.storage import Store, Writing, new_id


if TYPE_CHECKING:
    from sqlalchemy import URL

    from tests.storage.postgres_server import PostgresServer


pytestmark = pytest.mark.long

ROUNDS = Path(__file__).with_name("saving_rounds.py")


def kill_rounds(address: str, rounds: int, seed: int) -> list[dict[str, Any]]:
    """Kill so many writers and return what was acknowledged and found in each round; the last line is the sum."""
    command = [sys.executable, str(ROUNDS), address, str(rounds), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def assert_nothing_was_lost(told: list[dict[str, Any]], rounds: int) -> None:
    """Fail when an acknowledged number was not found, or something was found that was never sent."""
    *killed, total = told
    assert len(killed) == rounds
    for line in killed:
        for part, last in line["acknowledged"].items():
            assert last <= line["found"][part] <= last + 1, line
    assert sum(line["acknowledged"]["draft"] for line in killed) > rounds
    assert total == {"lost_in_the_end": 0}


def test_200_kills_on_sqlite(sqlite_url: URL) -> None:
    """200 programs killed while saving lose no acknowledged save, and SQLite finds its file whole."""
    assert_nothing_was_lost(kill_rounds(sqlite_url.render_as_string(), 200, seed=1), 200)
    with sqlite3.connect(str(sqlite_url.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.postgres
def test_50_kills_on_postgresql(server: PostgresServer) -> None:
    """50 programs killed while saving lose no acknowledged save on PostgreSQL."""
    address = server.new_database().replace("postgresql:", "postgresql+psycopg:")
    assert_nothing_was_lost(kill_rounds(address, 50, seed=2), 50)


@pytest.mark.postgres
def test_a_killed_server_comes_back_with_everything(server: PostgresServer) -> None:
    """When PostgreSQL itself is killed, every acknowledged save is there after it recovered, and saving goes on."""
    database = str(make_url(server.new_database()).database)
    saved = {}
    for number in range(5):
        address = server.address(database).replace("postgresql:", "postgresql+psycopg:")
        store = Store(make_url(address))
        workspace = new_id()
        for step in range(5):
            store.save_draft(workspace, Writing(f"{number} {step}"), base=step, writer="w")
        saved[workspace] = f"{number} 4"
        server.kill()
        store.close()
        server.start()
    store = Store(make_url(server.address(database).replace("postgresql:", "postgresql+psycopg:")))
    found = {workspace: store.load(workspace) for workspace in saved}
    store.close()
    texts = {name: work.draft.writing.text for name, work in found.items() if work is not None and work.draft}
    assert texts == saved
    with psycopg.connect(server.address(database)) as connection:
        assert connection.execute("SELECT count(*) FROM workspace").fetchone() == (5,)
