"""A text that is older than one that was acknowledged is never stored, whoever sends it and however often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.storage import DraftConflict, Mark, Origin, Outdated, Saved, Store, Writing, new_id
from hartcity.storage.marks import WRITERS_KEPT


if TYPE_CHECKING:
    from tests.storage.conftest import Clock

WORKSPACE = new_id()


def save(store: Store, text: str, mark: Mark) -> Saved | DraftConflict | Outdated:
    """Save one text with its whole mark."""
    return store.save_draft(
        WORKSPACE, Writing(text), base=mark.base, writer=mark.writer, number=mark.number, after=mark.after
    )


def stored(store: Store) -> str:
    """Return the text of the stored draft."""
    found = store.load(WORKSPACE)
    return "" if found is None or found.draft is None else found.draft.writing.text


def test_an_old_text_of_the_same_page_is_left_alone(store: Store) -> None:
    """Numbers only rise: a text that comes late changes nothing, whatever revision it names."""
    save(store, "D", Mark("page", 1, 0))
    save(store, "Dear team", Mark("page", 7, 0))
    for base in (0, 1, 2):
        answer = save(store, "De", Mark("page", 3, base))
        assert isinstance(answer, Outdated)
        assert answer.newer is not None
        assert answer.newer.writing.text == "Dear team"
    assert stored(store) == "Dear team"
    assert len(store.versions.list(WORKSPACE)) == 1


def test_the_same_text_twice_is_acknowledged_twice_and_stored_once(store: Store) -> None:
    """When the first acknowledgement was lost, the second one says the same."""
    first = save(store, "Dear team", Mark("page", 1, 0))
    assert save(store, "Dear team", Mark("page", 1, 0)) == first


def test_words_that_go_on_from_unstored_ones_leave_these_behind(store: Store) -> None:
    """A page that was opened anew goes on from a copy; what the page before it sent comes late and is old."""
    base = save(store, "one", Mark("first", 1, 0)).revision
    save(store, "one two three", Mark("second", 1, base, {"first": 2}))
    assert isinstance(save(store, "one two", Mark("first", 2, base)), Outdated)
    assert stored(store) == "one two three"


def test_words_that_go_on_from_stored_ones_are_no_conflict(store: Store) -> None:
    """The page before was faster than its successor knew: what it stored is what the successor goes on from."""
    base = save(store, "one", Mark("first", 1, 0)).revision
    save(store, "one two", Mark("first", 2, base))
    assert isinstance(save(store, "one two three", Mark("second", 1, base, {"first": 2})), Saved)
    assert stored(store) == "one two three"


def test_words_that_have_not_seen_the_stored_ones_are_kept_beside(store: Store) -> None:
    """Whoever goes on from an earlier text than the stored one is told, and nothing of either is lost."""
    base = save(store, "one", Mark("first", 1, 0)).revision
    save(store, "one two", Mark("first", 2, base))
    answer = save(store, "one 2", Mark("second", 1, base, {"first": 1}))
    assert isinstance(answer, DraftConflict)
    assert stored(store) == "one two"
    kept = [version for version in store.versions.list(WORKSPACE) if version.origin is Origin.OTHER_TAB]
    assert [version.writing.text for version in kept] == ["one 2"]


def test_old_words_do_not_bring_a_deleted_draft_back(store: Store) -> None:
    """What was sent before a draft was deleted is old after it; what is typed after it is new."""
    save(store, "secret", Mark("page", 4, 0))
    store.erasure.delete_draft(WORKSPACE)
    assert save(store, "secr", Mark("page", 3, 0)) == Outdated(None)
    assert stored(store) == ""
    assert isinstance(save(store, "new", Mark("page", 5, 0)), Saved)


def test_the_latest_writers_are_remembered(store: Store, clock: Clock) -> None:
    """The list of writers does not grow without end."""
    for number in range(WRITERS_KEPT + 5):
        clock.forward(seconds=1)
        save(store, f"text {number}", Mark(f"page-{number}", 1, number))
    assert isinstance(save(store, "late", Mark(f"page-{WRITERS_KEPT}", 1, 0)), Outdated)
    assert stored(store) == f"text {WRITERS_KEPT + 4}"
