"""A draft has one number of words, wherever it is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hartcity.analysis import check_draft
from hartcity.analysis.brief import Reviewed, office_hours
from hartcity.assignment import load
from hartcity.model import Draft, Report
from hartcity.storage import Version, Writing, new_id
from hartcity.text.word_count import word_count
from hartcity.ui import practice, progress
from hartcity.ui.versions import labels
from hartcity.ui.versions.scores import Scored
from hartcity.ui.versions.timeline import rows
from hartcity.ui.workspace import session


NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXTS = {
    "the practice case": practice.email()["text"],
    "dashes and bars": "Dear Team,\n\nI am an intern \u2014 at Northside | North - and ask / write for a bed.",
    "joined letters": "Dear Team,\n\nThe o\ufb03ce is of\u00adfers a bed; we co\u200boperate on a re\u0301sume\u0301.",
    "no words": "\u2014 | -",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_screen_tells_the_words_that_the_report_counts(text):
    """The navigation, a version's line, the plot and its table tell the number of the editor's panel."""
    report = check_draft(Draft(text), engines=())
    count = report.outline.words
    version = Version(1, Writing(text), NOW, NOW)
    words = "1 word" if count == 1 else f"{count} words"
    assert word_count(text) == count
    assert words in labels.details(version).split(" · ")
    assert progress._email(session.Work(new_id(), text=text), report).words.split(",")[0] == words
    assert rows([Scored(version, {"clarity": 1.0})], load("advocacy-email"))["Words"].tolist() == [count]


def test_the_office_hours_brief_tells_them_too():
    """What became of the draft since last time is told in the same words."""
    now, before = (_reviewed(TEXTS[name]) for name in ("the practice case", "dashes and bars"))
    counts = now.report.outline.words, before.report.outline.words
    assert office_hours(now, before=before).changed[0] == f"{counts[0]} words, {counts[1]} last time"


def _reviewed(text: str) -> Reviewed:
    draft = Draft(text)
    report: Report = check_draft(draft, engines=())
    return Reviewed(draft, report)
