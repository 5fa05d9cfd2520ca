"""A good draft that is spoiled on purpose loses where it should."""

from pathlib import Path

import pytest

from hartcity.analysis import check_draft, close
from hartcity.analysis.moves import all_moves
from hartcity.model import Draft


STRONG = sorted(Path(__file__).with_name("drafts").glob("*.txt"))


@pytest.fixture(scope="module", autouse=True)
def stop_engines():
    """Stop the engines after the last test."""
    yield
    close()


@pytest.mark.parametrize("file", STRONG, ids=lambda file: file.stem)
@pytest.mark.parametrize("move", all_moves(), ids=lambda move: move.id)
def test_the_scores_notice(move, file):
    """Each move is noticed on each draft, by Harper alone."""
    draft = Draft(text=file.read_text(encoding="utf-8"), subject="Request to meet about a service")
    changed = move.make(draft)
    assert changed is not None
    before = check_draft(draft, engines=("harper", "reader"))
    after = check_draft(Draft(text=changed, subject=draft.subject), engines=("harper", "reader"))
    assert before.refused is None
    assert move.noticed(before, after)
    assert not move.noticed(before, before)


def test_an_empty_draft_has_nothing_to_spoil():
    """On an empty text, no move that needs words makes any."""
    for move in all_moves():
        assert not (move.make(Draft(text="")) or "").strip()
