"""Every schema that was ever released comes up to the current one with its data."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from hartcity.identity import Account
from hartcity.storage import NotStoredError, Owner, Reason, Store
from hartcity.storage.database import Database
from hartcity.storage.schema import bring_up, configuration, head
from hartcity.storage.tables import Base
from tests.storage.rows import dump, put


if TYPE_CHECKING:
    from sqlalchemy import URL

RELEASED = Path(__file__).with_name("released")
STEPS = [step.revision for step in ScriptDirectory.from_config(configuration()).walk_revisions()]


def test_there_is_one_head() -> None:
    """The steps form one line, so that every database knows where to go."""
    assert ScriptDirectory.from_config(configuration()).get_heads() == [head()]


def test_every_released_schema_has_data() -> None:
    """Each step has a file of rows as its program wrote them, so that none goes untested."""
    assert sorted(path.stem for path in RELEASED.glob("*.json")) == sorted(STEPS)


@pytest.mark.parametrize("revision", sorted(STEPS))
def test_released_data_comes_up(empty_url: URL, revision: str) -> None:
    """A workspace that an older program stored is found whole by this one."""
    released = json.loads((RELEASED / f"{revision}.json").read_text(encoding="utf-8"))
    database = Database(empty_url)
    bring_up(database, revision)
    database.close()
    put(empty_url, released["rows"])
    store = Store(empty_url)
    found = store.load(released["workspace"])
    versions = store.versions.list(released["workspace"])
    comments = [comment.remark.text for comment in store.comments.list(released["workspace"])]
    shares = [share.label for share in store.shares.list(released["workspace"])]
    store.close()
    assert found is not None
    assert found.draft is not None
    expected = released["expected"]
    assert found.plan == expected["plan"]
    assert found.draft.writing.text == expected["text"]
    assert found.preferences == expected["preferences"]
    assert found.retention_days == expected["retention_days"]
    assert [[version.writing.text, version.origin, version.name] for version in versions] == expected["versions"]
    assert comments == expected.get("comments", [])
    assert shares == expected.get("shares", [])
    if "account" in released:
        told = released["account"]
        account = Account(told["issuer"], told["subject"])
        signing_in = Store(empty_url, account_secret=told["server_secret"])
        assert signing_in.accounts.addresses(account) == told["addresses"]
        assert all(signing_in.load(Owner(address, account)) is not None for address in told["addresses"])
        signing_in.close()


def test_the_schema_is_what_the_tables_say(empty_url: URL) -> None:
    """After all steps the database has exactly the tables, columns and indexes that the program declares."""
    Store(empty_url).close()
    database = Database(empty_url)
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    database.close()


def test_steps_go_down_and_up_again(empty_url: URL) -> None:
    """The newest step can be taken back and done again."""
    Store(empty_url).close()
    database = Database(empty_url)
    below = ScriptDirectory.from_config(configuration()).get_revision(head()).down_revision or "base"
    bring_up(database, below, down=True)
    if below == "base":
        assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    bring_up(database)
    assert {"workspace", "draft"} <= set(inspect(database.engine).get_table_names())
    database.close()


def test_opening_again_changes_nothing(empty_url: URL) -> None:
    """Opening a current database does not migrate it again."""
    Store(empty_url).close()
    before = dump(empty_url)
    Store(empty_url).close()
    assert dump(empty_url) == before


def test_programs_that_start_together_migrate_once(empty_url: URL) -> None:
    """Three programs that open a new database at once all succeed, and leave one schema."""
    code = (
        "import sys; from sqlalchemy import make_url; from hartcity.storage import Store; Store(make_url(sys.argv[1]))"
    )
    address = empty_url.render_as_string(hide_password=False)
    running = [
        subprocess.Popen([sys.executable, "-c", code, address], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0] * 3, told
    database = Database(empty_url)
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).all() == [(head(),)]
    database.close()


def test_a_newer_schema_is_left_alone(empty_url: URL) -> None:
    """Data of a program that is newer than this one is not touched, and the reason says so."""
    Store(empty_url).close()
    database = Database(empty_url)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = dump(empty_url)
    with pytest.raises(NotStoredError) as caught:
        Store(empty_url)
    database.close()
    assert caught.value.reason is Reason.NEWER
    assert dump(empty_url) == before
