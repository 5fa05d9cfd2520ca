"""One score is one number on every screen and page, and never claims a level that was not reached."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest
from streamlit.testing.v1 import AppTest

from hartcity.analysis import check_draft
from hartcity.assignment import load
from hartcity.classes.summary import summary_pdf
from hartcity.classes.summary_table import columns, row
from hartcity.engines import GrammarStatus
from hartcity.exports.formats import report_pdf
from hartcity.model import CriterionResult, Draft, Level, Report, whole_points
from hartcity.storage import Version, Writing
from hartcity.ui.assignments.effect import _middle
from hartcity.ui.classes.table import _value
from hartcity.ui.editor import PackedReport
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.method.spoil import _scores
from hartcity.ui.versions.scores import Scored
from hartcity.ui.versions.timeline import rows
from tests.exports.conftest import hand_in_of


if TYPE_CHECKING:
    from hartcity.ui.classes.current_class import Opened

HOUSE = Path(__file__).parents[2] / "hartcity"
COURSE = load("advocacy-email")
SCORES = {12.5: 12, 13.5: 13, 87.6: 87, 88.0: 88, 99.9: 99, 100.0: 100, 0.4: 0}


def report_of(score: float) -> Report:
    """Return a report in which the criterion of clarity, and clarity itself, have this score."""
    made = check_draft(Draft("Dear Intake Team,\n\nI write for a father who needs a bed."), engines=())
    one = CriterionResult("clarity", Level.PARTLY, score)
    return replace(made, refused=None, criteria=(one,), scores={"clarity": score})


def in_the_editor(score: float) -> tuple[int, int]:
    """Return what the panel shows for the criterion and for the gauge."""
    status = GrammarStatus(())
    packed = PackedReport(Draft("Dear Team,"), report_of(score), status, {}).packed(Phrasebook())
    return packed["criteria"][0][3], packed["bars"][0][1]


def on_versions(score: float) -> int:
    """Return the number of the plot and of its table."""
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    return int(rows([Scored(Version(1, Writing("Dear Team,"), now, now), {"clarity": score})], COURSE)["Score"][0])


def words_of(data: bytes) -> str:
    """Return the words of a PDF."""
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)).split())


def shown_to_a_tutor() -> None:
    """Draw the report as a tutor sees it."""
    from hartcity.assignment import load  # noqa: PLC0415 - this function runs as a script of its own
    from hartcity.ui.tutor.draft_tab import draw_report  # noqa: PLC0415
    from tests.ui.test_shown_scores import report_of  # noqa: PLC0415

    draw_report(report_of(87.6), "", {}, load("advocacy-email"))


@pytest.mark.parametrize(("score", "shown"), SCORES.items())
def test_a_score_is_the_same_number_everywhere(score, shown):
    """Editor, versions, class table, the page on scoring and a new assignment's effect show whole points, down."""
    this = cast("Opened", SimpleNamespace(criteria={"clarity": "Clarity"}))
    assert in_the_editor(score) == (shown, shown)
    assert on_versions(score) == shown
    assert _value("clarity", f"{score:g}", this) == _value("score_tone", f"{score:g}", this) == shown
    assert _scores(report_of(score), report_of(score)).iloc[0].tolist()[1:] == [shown, shown]
    assert _middle({"clarity": [(score, "partly")]}, "clarity") == shown


def test_pages_on_paper_show_it_too():
    """The report as PDF and the summary of a class show the number of the screens."""
    told = words_of(report_pdf.write(hand_in_of(report=report_of(87.6))))
    assert "Clarity partly 87" in told
    assert told.count("87") == 2
    assert "88" not in told
    a_class = [{"draft": "read", "clarity": score, "clarity_level": "partly"} for score in ("12.5", "13.5", "13.5")]
    more = {"criteria": ["clarity"], "checks": [], "titled": str, "as_of": datetime(2026, 3, 2, tzinfo=UTC).date()}
    assert "clarity 0 3 0 13" in words_of(summary_pdf("", a_class, [], {}, for_others=False, **more))


def test_the_line_over_versions_of_a_class_shows_it_too():
    """The line of a student's versions is drawn through the numbers that the versions show."""
    one = {"criteria": {"clarity": 87.6}}
    found = {
        "student": "A", "id": "a", "left_out": [], "has_draft": True, "has_plan": False, "plan_report": None,
        "refused": None, "metrics": {}, "scores": {}, "checks": {}, "findings": [], "versions": [one],
        "criteria": {"clarity": {"score": 13.5, "level": "not_yet"}},
    }  # fmt: skip
    heads = columns(COURSE)
    assert dict(zip(heads, row(found, heads), strict=True))["versions"] == "87 13"


def test_a_tutor_sees_the_number_that_the_student_sees():
    """A criterion that is partly there is not headed by the points from which it is met."""
    app = AppTest.from_function(shown_to_a_tutor, default_timeout=60).run()
    assert not app.exception
    assert app.expander[0].label.endswith("Clarity · 87")


def test_a_mean_that_is_off_by_a_hair_is_no_point_less():
    """What a sum of parts in binary leaves under a whole number is that number."""
    assert whole_points(87.99999999999999) == 88


def test_nobody_rounds_scores_on_their_own():
    """No screen, page or table turns a score into a number in another way."""
    own_way = re.compile(r"score\w*\W*[^\n]*:[+]?\.0f|round\([^\n]*score|Math\.round|toFixed|table\.round")
    folders = ("ui", "exports", "classes", "cli")
    files = [path for folder in folders for kind in ("*.py", "source/*.js*") for path in (HOUSE / folder).rglob(kind)]
    found = [
        f"{path.relative_to(HOUSE)}: {line.strip()}"
        for path in files
        if "node_modules" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if own_way.search(line)
    ]
    assert found == []
