"""Which states of a draft are kept, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hartcity.storage import Origin, Saved, Store, Writing, new_id
from hartcity.storage.coalescing import CHANGED_WORDS, LOST_WORDS, PAUSE


if TYPE_CHECKING:
    from tests.storage.conftest import Clock

WORDS = " ".join(f"word{n}" for n in range(200))


def words(count: int) -> str:
    """Return a text of so many words."""
    return " ".join(WORDS.split()[:count])


class Typist:
    """A tab in which somebody types; it saves a second after each change."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock, self.workspace = store, clock, new_id()

    def types(self, *texts: str) -> None:
        """Save each of these texts, one after the other."""
        for text in texts:
            self.clock.forward(seconds=1)
            assert isinstance(self.store.save_draft(self.workspace, Writing(text), base=0, writer="a"), Saved)

    def texts(self) -> list[str]:
        """Return the texts of all versions, oldest first."""
        return [version.writing.text for version in self.store.versions.list(self.workspace)]


@pytest.fixture
def typist(store: Store, clock: Clock) -> Typist:
    """Give a tab with an empty workspace."""
    return Typist(store, clock)


def test_fast_saves_are_one_version(typist: Typist) -> None:
    """Twenty saves of a sentence in the making leave one version, which holds the last of them."""
    typist.types(*(words(n) for n in range(1, 21)))
    assert typist.texts() == [words(20)]


def test_a_pause_starts_a_version(typist: Typist, clock: Clock) -> None:
    """After two minutes without a change the next one belongs to a new version."""
    typist.types(words(5))
    clock.forward(seconds=PAUSE.total_seconds() - 2)
    typist.types(f"{words(6)}.")
    clock.forward(seconds=PAUSE.total_seconds())
    typist.types(f"{words(6)}. More.")
    assert typist.texts() == [f"{words(6)}.", f"{words(6)}. More."]


def test_many_new_words_start_a_version_at_the_end_of_a_sentence(typist: Typist) -> None:
    """A draft typed in one go leaves a version about every forty words, and none is cut off in a sentence."""
    said = f"{words(CHANGED_WORDS + 9)}."
    typist.types(*(words(n) for n in range(1, CHANGED_WORDS + 10)), said, *(f"{said} {words(n)}" for n in range(1, 9)))
    assert typist.texts() == [said, f"{said} {words(8)}"]


def test_a_pause_in_a_sentence_starts_no_version(typist: Typist, clock: Clock) -> None:
    """Who stops to think in the middle of a sentence goes on in the same version, whatever stands below it."""
    typist.types(f"{words(20)}\n\nSincerely,\nAna")
    clock.forward(seconds=PAUSE.total_seconds())
    typist.types(f"{words(30)}.\n\nSincerely,\nAna")
    clock.forward(seconds=PAUSE.total_seconds())
    typist.types(f"{words(30)}.\n\nSincerely,\nAna Cruz\nIntern")
    assert typist.texts() == [f"{words(30)}.\n\nSincerely,\nAna", f"{words(30)}.\n\nSincerely,\nAna Cruz\nIntern"]


def test_slow_deletion_keeps_the_full_text(typist: Typist) -> None:
    """A paragraph that is deleted letter by letter is kept as it was at its fullest."""
    full = words(30)
    typist.types(full, *(full[:end] for end in range(len(full) - 1, 0, -3)))
    assert full in typist.texts()
    assert len(typist.texts()) < 30 // LOST_WORDS + 3


def test_a_word_retyped_is_no_version(typist: Typist) -> None:
    """A typo that is put right stays inside its version."""
    typist.types(words(10), words(9) + " wor", words(9) + " wro", words(9), words(10), words(11))
    assert typist.texts() == [words(11)]


def test_words_deleted_then_others_typed_are_kept(typist: Typist) -> None:
    """Text that was deleted and replaced is found in the version before."""
    typist.types(words(30), words(10), words(10) + " and something else altogether")
    assert typist.texts() == [words(30), words(10) + " and something else altogether"]


def test_a_version_can_be_named(typist: Typist) -> None:
    """A name stays, and what is typed after goes into another version; an empty name takes it away."""
    typist.types(words(10))
    assert typist.store.versions.name(typist.workspace, 1, "  first full draft ")
    typist.types(words(11))
    first, second = typist.store.versions.list(typist.workspace)
    assert (first.name, first.writing.text) == ("first full draft", words(10))
    assert (second.name, second.writing.text) == ("", words(11))
    typist.store.versions.name(typist.workspace, 1, " ")
    assert typist.store.versions.list(typist.workspace)[0].name == ""


def test_restore_keeps_what_it_replaces(typist: Typist, clock: Clock) -> None:
    """After a restore the draft reads as that version, and the text before it is still there."""
    typist.types(words(10))
    clock.forward(minutes=5)
    typist.types(words(5))
    assert typist.store.versions.restore(typist.workspace, 1, writer="a") is not None
    found = typist.store.load(typist.workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == words(10)
    assert typist.texts() == [words(10), words(5), words(10)]
    restored = typist.store.versions.list(typist.workspace)[-1]
    assert (restored.origin, restored.about) == (Origin.RESTORED, 1)


def test_restore_can_be_undone_once(typist: Typist, clock: Clock) -> None:
    """Undoing a restore brings the text before it back, and there is nothing more to undo then."""
    typist.types(words(10))
    clock.forward(minutes=5)
    typist.types(words(5))
    typist.store.versions.restore(typist.workspace, 1, writer="a")
    assert typist.store.versions.undo_restore(typist.workspace, writer="a") is not None
    found = typist.store.load(typist.workspace)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == words(5)
    assert typist.store.versions.undo_restore(typist.workspace, writer="a") is None
    assert len(typist.texts()) == 4


def test_typing_after_a_restore_leaves_the_restored_version(typist: Typist) -> None:
    """What is typed after a restore goes into a version of its own."""
    typist.types(words(10))
    typist.store.versions.restore(typist.workspace, 1, writer="a")
    typist.types(words(11))
    assert typist.texts() == [words(10), words(10), words(11)]


def test_restore_of_an_unknown_version_changes_nothing(typist: Typist) -> None:
    """A number that no version has restores nothing."""
    typist.types(words(10))
    assert typist.store.versions.restore(typist.workspace, 99, writer="a") is None
    assert typist.texts() == [words(10)]


def test_a_stale_tab_after_a_restore_is_told(typist: Typist) -> None:
    """A tab that shows the text from before another tab's restore does not overwrite it silently."""
    typist.types(words(10), words(11))
    typist.store.versions.restore(typist.workspace, 1, writer="b")
    outcome = typist.store.save_draft(typist.workspace, Writing(words(12)), base=2, writer="a")
    assert not isinstance(outcome, Saved)


def test_a_report_stays_with_its_words(typist: Typist) -> None:
    """A summary is kept with the version it was made for, and falls away when that version is typed on."""
    typist.types(words(10))
    summary = {"criteria": {"clarity": 61.5, "tone": None}}
    assert typist.store.versions.attach_report(typist.workspace, 1, Writing(words(10)), summary)
    assert typist.store.versions.list(typist.workspace)[0].summary == summary
    typist.types(words(11))
    assert typist.store.versions.list(typist.workspace)[0].summary == {}


def test_a_late_report_is_not_attached(typist: Typist) -> None:
    """A report on words that are gone is not kept with the words that replaced them."""
    typist.types(words(10), words(11))
    assert not typist.store.versions.attach_report(typist.workspace, 1, Writing(words(10)), {"criteria": {}})
    assert not typist.store.versions.attach_report(typist.workspace, 7, Writing(words(11)), {"criteria": {}})
    assert typist.store.versions.list(typist.workspace)[0].summary == {}


def test_a_version_can_be_deleted_but_not_the_draft(typist: Typist, clock: Clock) -> None:
    """Older versions can go one by one; the newest is the draft and stays."""
    typist.types(words(10))
    clock.forward(minutes=5)
    typist.types(words(5))
    assert not typist.store.erasure.delete_version(typist.workspace, 2)
    assert typist.store.erasure.delete_version(typist.workspace, 1)
    assert not typist.store.erasure.delete_version(typist.workspace, 1)
    assert typist.texts() == [words(5)]


def test_numbers_are_not_given_twice(typist: Typist, clock: Clock) -> None:
    """A version that was deleted leaves its number unused."""
    typist.types(words(10))
    clock.forward(minutes=5)
    typist.types(words(5))
    typist.store.erasure.delete_version(typist.workspace, 1)
    clock.forward(minutes=5)
    typist.types(f"Another draft of {words(6)}")
    assert [version.number for version in typist.store.versions.list(typist.workspace)] == [2, 3]
