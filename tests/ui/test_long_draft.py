"""A draft as long as a book is kept whole, and holds up nobody."""

from __future__ import annotations

from types import SimpleNamespace

from hartcity.analysis import check_draft
from hartcity.model import Draft
from hartcity.ui import reading
from hartcity.ui.editor import desk
from hartcity.ui.tab import Work


def _read(text: str, monkeypatch):
    """Let the editor read a draft; return what was read of it and what the report says beside its findings."""
    asked: list[Draft] = []

    def begin(draft: Draft, words: frozenset[str]) -> SimpleNamespace:
        asked.append(draft)
        found = check_draft(Draft(text=draft.text[:200]), engines=())
        return SimpleNamespace(draft=draft, accepted_words=words, answer=lambda: (found, False))

    monkeypatch.setattr(reading, "begin", begin)
    answer, pending = desk._read(desk._Desk(), Work("id", text=text))
    assert answer is not None
    assert not pending
    return asked[0].text, answer.report.notices


def test_a_long_draft_is_read_as_far_as_others_can_wait(monkeypatch):
    """The beginning is read, and the report says so and that nothing was lost."""
    text = "We would like to meet. " * 5_000
    read, notices = _read(text, monkeypatch)
    assert read == text[: reading.MOST_CHARACTERS]
    assert reading.NOTICE in notices


def test_an_ordinary_draft_is_read_whole(monkeypatch):
    """Nothing is said about length where all was read."""
    read, notices = _read("We would like to meet.", monkeypatch)
    assert read == "We would like to meet."
    assert reading.NOTICE not in notices
