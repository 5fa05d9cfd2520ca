"""A draft as long as a book is kept whole, and holds up nobody."""

from __future__ import annotations

import pytest

from hartcity.analysis import DraftCheck
from hartcity.model import Draft
from hartcity.ui.workspace import report_cache


@pytest.fixture
def read(monkeypatch):
    """Return a function from a text to what is read of it and what its report says of itself."""
    seen: list[Draft] = []

    def begun(draft: Draft, **options: object) -> DraftCheck:
        seen.append(draft)
        return DraftCheck(Draft(draft.text[:200]), engines=(), accepted_words=options["accepted_words"])

    monkeypatch.setattr(report_cache, "DraftCheck", begun)

    def reading(text: str) -> tuple[str, tuple[object, ...]]:
        report, pending = report_cache.ReportCache().now(Draft(text), frozenset())
        assert report is not None
        assert not pending
        return seen[-1].text, report.notices

    return reading


def test_a_long_draft_is_read_as_far_as_others_can_wait(read):
    """The beginning is read, and the report says so and that nothing was lost."""
    text = "We would like to meet. " * 5_000
    beginning, notices = read(text)
    assert beginning == text[: report_cache.MOST_CHARACTERS]
    assert report_cache.NOTICE in notices


def test_an_ordinary_draft_is_read_whole(read):
    """Nothing is said about length where all was read."""
    whole, notices = read("We would like to meet.")
    assert whole == "We would like to meet."
    assert report_cache.NOTICE not in notices
