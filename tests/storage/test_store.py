"""What a store promises, whichever database is behind it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from hartcity.storage import DraftConflict, NotAllowedError, Origin, PlanConflict, Saved, Store, Writing, new_id


if TYPE_CHECKING:
    from sqlalchemy import URL

    from tests.storage.conftest import Clock

ODD = "NUL \0, lone surrogates \ud800 \udfff, both \ud83d\ude00 apart, an emoji \U0001f600, e\u0301, \u202e, end\r\n\t"


def test_nothing_is_stored_before_the_first_save(store: Store) -> None:
    """An id that was never saved under finds nothing, and every action on it changes nothing."""
    workspace = new_id()
    assert store.load(workspace) is None
    assert store.versions.list(workspace) == []
    assert store.step_plan(workspace, -1, writer="a") is None
    assert store.versions.restore(workspace, 1, writer="a") is None
    assert store.versions.undo_restore(workspace, writer="a") is None
    assert not store.versions.name(workspace, 1, "first")
    assert not store.erasure.delete_workspace(workspace)
    assert store.archive.export(workspace) is None
    assert store.load(workspace) is None


def test_everything_comes_back(store: Store, clock: Clock) -> None:
    """Draft, plan and preferences are found again as they were, with the time of the last change."""
    workspace = new_id()
    writing = Writing("Dear team,\n\nHello.", "Request to meet", "letter")
    plan = {"service_user": {"alias": "Ms. A"}, "services": [{"organization": "x"}]}
    store.save_draft(workspace, writing, base=0, writer="a")
    store.save_plan(workspace, plan, base=0, writer="a")
    clock.forward(hours=1)
    store.save_preferences(workspace, {"view": "full", "own_words": ["rehousing"]}, frozenset())
    found = store.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing == writing
    assert found.plan == plan
    assert found.preferences == {"view": "full", "own_words": ["rehousing"]}
    assert found.touched_at == clock.time


def test_odd_text_survives(store: Store) -> None:
    """NUL, lone surrogates, controls and combining marks come back code point by code point, everywhere."""
    workspace = new_id()
    store.save_draft(workspace, Writing(ODD, ODD), base=0, writer="a")
    store.save_plan(workspace, {ODD: ODD}, base=0, writer="a")
    store.save_preferences(workspace, {ODD: [ODD]}, frozenset())
    store.versions.name(workspace, 1, "\0\ud800")
    found = store.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing == Writing(ODD, ODD)
    assert found.plan == {ODD: ODD}
    assert found.preferences == {ODD: [ODD]}
    assert store.versions.list(workspace)[0].name == "\0\ud800"


@given(text=st.text(st.characters(codec=None), max_size=300), subject=st.text(st.characters(codec=None), max_size=50))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_survives(store: Store, text: str, subject: str) -> None:
    """Whatever code points a draft holds come back, in the draft and in its version."""
    workspace = new_id()
    store.save_draft(workspace, Writing(text, subject), base=0, writer="a")
    found = store.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing == Writing(text, subject)
    assert store.versions.list(workspace)[0].writing == Writing(text, subject)


def test_a_second_tab_never_overwrites(store: Store) -> None:
    """A tab that started from an older revision gets the newer text, and its own words are kept as a version."""
    workspace = new_id()
    first = store.save_draft(workspace, Writing("start"), base=0, writer="a")
    assert isinstance(first, Saved)
    second = store.save_draft(workspace, Writing("start, by tab a"), base=first.revision, writer="a")
    assert isinstance(second, Saved)
    lost = store.save_draft(workspace, Writing("start, by tab b"), base=first.revision, writer="b")
    assert isinstance(lost, DraftConflict)
    assert lost.newer.writing.text == "start, by tab a"
    found = store.load(workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "start, by tab a"
    kept = {version.number: version for version in store.versions.list(workspace)}[lost.kept]
    assert (kept.writing.text, kept.origin) == ("start, by tab b", Origin.OTHER_TAB)


def test_a_tab_that_lost_keeps_one_version(store: Store) -> None:
    """However long the losing tab goes on typing, its newest words stand in one version."""
    workspace = new_id()
    store.save_draft(workspace, Writing("by tab a"), base=0, writer="a")
    outcomes = [store.save_draft(workspace, Writing(f"by tab b {n}"), base=0, writer="b") for n in range(5)]
    assert {outcome.kept for outcome in outcomes if isinstance(outcome, DraftConflict)} == {2}
    assert [version.writing.text for version in store.versions.list(workspace)] == ["by tab a", "by tab b 4"]


def test_the_newer_text_is_kept_when_the_older_tab_goes_on(store: Store) -> None:
    """When the losing tab saves on top after seeing the newer text, that text stays as a version of its own."""
    workspace = new_id()
    first = store.save_draft(workspace, Writing("by tab a"), base=0, writer="a")
    assert isinstance(first, Saved)
    assert isinstance(store.save_draft(workspace, Writing("by tab b"), base=first.revision, writer="b"), Saved)
    assert [version.writing.text for version in store.versions.list(workspace)] == ["by tab a", "by tab b"]


def test_the_same_text_is_no_conflict(store: Store) -> None:
    """Two tabs that hold the same words agree, whatever they started from."""
    workspace = new_id()
    first = store.save_draft(workspace, Writing("the same"), base=0, writer="a")
    assert store.save_draft(workspace, Writing("the same"), base=0, writer="b") == first


def test_a_lost_acknowledgement_is_no_conflict(store: Store) -> None:
    """A tab whose save arrived although it was told otherwise goes on without a conflict with itself."""
    workspace = new_id()
    store.save_draft(workspace, Writing("one"), base=0, writer="a")
    again = store.save_draft(workspace, Writing("one two"), base=0, writer="a")
    assert isinstance(again, Saved)
    assert len(store.versions.list(workspace)) == 1


def test_two_tabs_on_one_plan(store: Store) -> None:
    """The second tab's plan is not stored over the first's, and it is told what stands there."""
    workspace = new_id()
    store.save_plan(workspace, {"coordination": "a"}, base=0, writer="a")
    outcome = store.save_plan(workspace, {"coordination": "b"}, base=0, writer="b")
    assert isinstance(outcome, PlanConflict)
    assert outcome.newer == {"coordination": "a"}
    found = store.load(workspace)
    assert found is not None
    assert found.plan == {"coordination": "a"}


def test_plan_undo_and_redo(store: Store) -> None:
    """Undo walks back to the empty plan, redo forward again, and a new edit ends the redo."""
    workspace = new_id()
    plans = [{"coordination": f"{n}"} for n in range(3)]
    for plan in plans:
        store.save_plan(workspace, plan, base=0, writer="a")

    def step(by: int) -> object:
        stepped = store.step_plan(workspace, by, writer="a")
        return None if stepped is None else stepped[0]

    assert [step(-1) for _ in range(4)] == [plans[1], plans[0], {}, None]
    assert [step(1) for _ in range(4)] == [*plans, None]
    step(-1)
    store.save_plan(workspace, {"coordination": "new"}, base=0, writer="a")
    assert step(1) is None
    assert step(-1) == plans[1]


def test_plan_undo_has_an_end(store: Store) -> None:
    """A hundred edits can be undone, and undo stops at the oldest that is kept instead of an empty plan."""
    workspace = new_id()
    for number in range(110):
        store.save_plan(workspace, {"coordination": f"{number}"}, base=0, writer="a")
    oldest = None
    while (stepped := store.step_plan(workspace, -1, writer="a")) is not None:
        oldest = stepped[0]
    assert oldest == {"coordination": "9"}


def test_preferences_of_two_tabs_join(store: Store) -> None:
    """A tab that sets one preference leaves alone what another set beside it, and takes away what it removed."""
    workspace = new_id()
    store.save_preferences(workspace, {"a": 1, "b": 1}, frozenset())
    store.save_preferences(workspace, {"c": 2}, frozenset({"a"}))
    found = store.load(workspace)
    assert found is not None
    assert found.preferences == {"b": 1, "c": 2}


def test_two_workspaces_do_not_meet(store: Store) -> None:
    """What is done to one workspace is not seen in another."""
    one, other = new_id(), new_id()
    store.save_draft(one, Writing("one"), base=0, writer="a")
    store.save_draft(other, Writing("other"), base=0, writer="a")
    store.erasure.delete_workspace(one)
    found = store.load(other)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "other"
    assert len(store.versions.list(other)) == 1


def test_reopening_finds_what_was_saved(url: URL) -> None:
    """A program that starts again finds the work of the one before it."""
    workspace = new_id()
    first = Store(url)
    first.save_draft(workspace, Writing("kept"), base=0, writer="a")
    first.close()
    second = Store(url)
    found = second.load(workspace)
    second.close()
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "kept"


def test_many_threads_save_at_once(store: Store) -> None:
    """Eight tabs that save into eight workspaces at the same time all find their last word again."""
    workspaces = [new_id() for _ in range(8)]
    failures: list[Exception] = []

    def save(workspace: str) -> None:
        try:
            for number in range(10):
                store.save_draft(workspace, Writing(f"{workspace} {number}"), base=number, writer=workspace)
        except Exception as error:  # noqa: BLE001 - a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=save, args=(workspace,)) for workspace in workspaces]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    for workspace in workspaces:
        found = store.load(workspace)
        assert found is not None
        assert found.draft is not None
        assert found.draft.writing.text == f"{workspace} 9"


def test_racing_tabs_on_one_draft_lose_nothing(store: Store) -> None:
    """When many tabs save the same draft from the same revision, one wins and every other's words are kept."""
    workspace = new_id()
    base = store.save_draft(workspace, Writing("start"), base=0, writer="start")
    assert isinstance(base, Saved)
    outcomes: list[Saved | DraftConflict] = []

    def save(name: str) -> None:
        outcomes.append(store.save_draft(workspace, Writing(f"by {name}"), base=base.revision, writer=name))

    threads = [threading.Thread(target=save, args=(f"tab {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(outcome, Saved) for outcome in outcomes) == 1
    texts = {version.writing.text for version in store.versions.list(workspace)}
    assert texts == {"start", *(f"by tab {n}" for n in range(6))}


@pytest.mark.parametrize("asked", ["short", "x" * 5000, "../../etc/passwd", "\0", "\ud800", "' OR 1=1 --"])
def test_strange_ids_find_nothing(store: Store, asked: str) -> None:
    """An id of any shape is only ever looked up, and finds nothing; without one nobody is admitted."""
    store.save_draft(new_id(), Writing("somebody's"), base=0, writer="a")
    assert store.load(asked) is None
    with pytest.raises(NotAllowedError):
        store.load("")


def test_a_save_asks_little_of_the_database(store: Store) -> None:
    """A save among many is five statements: lock, look, and one for draft, version and writer each."""
    workspace, asked = new_id(), list[str]()
    for number in range(2):
        store.save_draft(workspace, Writing(f"Dear team {number}"), base=number, writer="tab")
    event.listen(
        store._database.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_rest: asked.append(statement),
    )
    assert isinstance(store.save_draft(workspace, Writing("Dear team, hello"), base=2, writer="tab"), Saved)
    assert len([statement for statement in asked if not statement.startswith("BEGIN")]) == 5, asked
    asked.clear()
    store.save_preferences(workspace, {"view": "full"}, frozenset())
    assert len([statement for statement in asked if not statement.startswith("BEGIN")]) == 2, asked
