"""How well reports agree with labels, on whole authors that nothing was fitted, tuned or calibrated on."""

from __future__ import annotations

import pytest

from hartcity.training import measure
from hartcity.training.drafts import authors, drafts


pytestmark = pytest.mark.long


LEAST = {
    "checks": 0.88,
    "'met' is right": 0.95,
    "'not seen' is right": 0.90,
    "finding families": 0.62,
    "private matter, recall": 0.90,
    "private matter, precision": 0.70,
}
"""What the reader promises."""
MOST_FINDINGS = 0.4


@pytest.fixture(scope="module")
def judged() -> list[measure.Judged]:
    """Every draft of the authors kept for measuring, with the report on it."""
    return [measure.judge(draft, ("reader",)) for draft in drafts(authors()["measuring"])]


def test_no_author_serves_two_uses():
    """Who is measured on was neither fitted on nor calibrated on, and every draft's author is known."""
    uses = authors()
    letters = [author for each in uses.values() for author in each]
    assert len(set(letters)) == len(letters)
    assert {draft.author for draft in drafts()} == set(letters)
    assert len(uses["measuring"]) >= 5


@pytest.mark.parametrize("name", LEAST)
def test_reports_agree_with_left_out_authors(judged: list[measure.Judged], name: str):
    """What was measured holds."""
    values = {told: value(judged) for told, value in measure.measures(judged).items()}
    assert next(value for told, value in values.items() if told.startswith(name)) >= LEAST[name]


def test_clean_drafts_stay_nearly_clean(judged: list[measure.Judged]):
    """Drafts in which a careful tutor marked nothing get few findings."""
    values = {told: value(judged) for told, value in measure.measures(judged).items()}
    assert values["findings per 100 words of clean drafts"] <= MOST_FINDINGS
