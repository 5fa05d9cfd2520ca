"""One's work can be carried away as JSON and brought back; what is no such file is refused plainly."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hartcity.storage import ArchiveError, Store, Writing, new_id
from hartcity.storage.archive import MOST_BYTES
from tests.storage.rows import dump


if TYPE_CHECKING:
    from sqlalchemy import URL

    from tests.storage.conftest import Clock


@pytest.fixture
def exported(store: Store, clock: Clock) -> dict[str, Any]:
    """Give the export of a workspace with everything in it."""
    workspace = new_id()
    for number in range(3):
        store.save_plan(workspace, {"coordination": f"{number}"}, base=0, writer="a")
    store.save_draft(workspace, Writing("first \0 \ud800 \U0001f600", "s", "letter"), base=0, writer="a")
    store.versions.name(workspace, 1, "the first")
    clock.forward(minutes=5)
    store.save_draft(workspace, Writing("second", "s", "letter"), base=0, writer="a")
    store.save_draft(workspace, Writing("third, from another tab"), base=0, writer="b")
    store.versions.attach_report(workspace, 2, Writing("second", "s", "letter"), {"criteria": {"clarity": 50}})
    store.versions.restore(workspace, 1, writer="a")
    store.save_preferences(workspace, {"own_words": ["rehousing"]}, frozenset())
    store.erasure.set_retention(workspace, 60)
    data = store.archive.export(workspace)
    assert data is not None
    value: dict[str, Any] = json.loads(data)
    return value


def without_time(data: bytes | None) -> dict[str, Any]:
    """Return an export without the time at which it was made."""
    value: dict[str, Any] = json.loads(data or b"{}")
    del value["exported_at"]
    return value


def test_there_and_back(store: Store, exported: dict[str, Any]) -> None:
    """What was exported, imported and exported again is the same, under a new id, and can be worked on."""
    data = json.dumps(exported).encode()
    workspace = store.archive.restore(data)
    assert without_time(store.archive.export(workspace)) == without_time(data)
    found = store.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "first \0 \ud800 \U0001f600"
    assert found.retention_days == 60
    store.save_draft(workspace, Writing("on and on"), base=found.draft.revision, writer="c")
    assert [version.number for version in store.versions.list(workspace)] == [1, 2, 3, 4, 5]
    stepped = store.step_plan(workspace, -1, writer="c")
    assert stepped is not None
    assert stepped[0] == {"coordination": "1"}


def test_an_import_touches_nothing_else(store: Store, exported: dict[str, Any]) -> None:
    """Importing the same file twice gives two workspaces."""
    data = json.dumps(exported).encode()
    assert store.archive.restore(data) != store.archive.restore(data)


def test_an_export_has_no_key(store: Store) -> None:
    """The file may be shown to a tutor: it does not hold the id that opens the workspace."""
    workspace = new_id()
    store.save_draft(workspace, Writing("x"), base=0, writer="a")
    assert workspace.encode() not in (store.archive.export(workspace) or b"")


def changed(exported: dict[str, Any], *path: str | int, to: object) -> bytes:
    """Return an export with one value changed."""
    value = json.loads(json.dumps(exported))
    place = value
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("format",), "other"),
        (("format_version",), 2),
        (("format_version",), "1"),
        (("plan",), []),
        (("plan",), {"services": "many"}),
        (("plan_history", 0), {"services": [{"organization": 7}]}),
        (("draft",), {"text": 5, "subject": "", "kind": "email"}),
        (("draft",), {"text": "x", "subject": "", "kind": "poem"}),
        (("draft",), {"text": "x", "subject": "", "kind": "email", "more": 1}),
        (("draft",), None),
        (("draft", "text"), "x" * 200_001),
        (("versions", 0, "number"), 2),
        (("versions", 0, "number"), 0),
        (("versions", 0, "number"), 10**30),
        (("versions", 0, "saved_at"), "yesterday"),
        (("versions", 0, "saved_at"), "2026-03-02T09:00:00"),
        (("versions", 0, "origin"), "dreamed"),
        (("versions", 0, "name"), "n" * 81),
        (("versions",), [{}]),
        (("versions",), None),
        (("preferences",), []),
        (("retention_days",), 0),
        (("retention_days",), 10**12),
    ],
)
def test_a_changed_file_is_refused(
    store: Store, url: URL, exported: dict[str, Any], path: tuple[str | int, ...], to: object
) -> None:
    """A value that an export does not hold is refused with one plain sentence, and nothing is stored."""
    before = dump(url)
    with pytest.raises(ArchiveError) as caught:
        store.archive.restore(changed(exported, *path, to=to))
    assert str(caught.value).startswith("The ")
    assert str(caught.value).endswith(".")
    assert dump(url) == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"format": "hartcity-workspace", "format_version": NaN}',
        b'{"format": "hartcity-workspace", "format_version": ' + b"9" * 10_000 + b"}",
        b" " * (MOST_BYTES + 1),
    ],
    ids=["empty", "null", "list", "object", "bytes", "zip", "deep list", "deep object", "nan", "long number", "large"],
)
def test_other_files_are_refused(store: Store, data: bytes) -> None:
    """Whatever is no export is refused with one plain sentence."""
    with pytest.raises(ArchiveError) as caught:
        store.archive.restore(data)
    assert str(caught.value).startswith("The file ")
    assert "Error" not in str(caught.value)


def test_a_file_that_was_cut_is_refused(store: Store, exported: dict[str, Any]) -> None:
    """An export that lost its end is refused wherever it was cut."""
    data = json.dumps(exported).encode()
    for end in range(0, len(data), 97):
        with pytest.raises(ArchiveError):
            store.archive.restore(data[:end])


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
        max_leaves=12,
    ),
    name=st.sampled_from(["plan", "plan_history", "draft", "versions", "preferences", "retention_days"]),
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_value_breaks_the_import(store: Store, exported: dict[str, Any], name: str, value: object) -> None:
    """Any JSON in any place is either stored so that it can be opened, or refused plainly."""
    try:
        workspace = store.archive.restore(changed(exported, name, to=value))
    except ArchiveError:
        return
    assert store.load(workspace) is not None
    assert store.archive.export(workspace) is not None


def test_a_large_copy_comes_back(store: Store, exported: dict[str, Any]) -> None:
    """A copy of some megabytes, as one with a directory of one's own is, comes back whole."""
    large = {**exported, "preferences": {"directory": "d" * 3_900_000}}
    workspace = store.archive.restore(json.dumps(large).encode())
    back = json.loads(store.archive.export(workspace) or b"")
    assert back["preferences"] == large["preferences"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("versions", [{}] * 300_000), ("preferences", {"x": [[]] * 300_000}), ("versions", [{"number": "x"}] * 100_000)],
)
def test_a_costly_copy_does_not_fill_the_memory(
    store: Store, exported: dict[str, Any], name: str, value: object
) -> None:
    """A large copy that is none is looked through elsewhere; this process hardly grows."""
    resource = pytest.importorskip("resource")
    data = json.dumps({**exported, name: value}).encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.suppress(ArchiveError):
        store.archive.restore(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250_000
