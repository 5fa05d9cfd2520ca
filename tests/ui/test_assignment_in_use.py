"""A student opens a tutor's assignment by its code, and is read by it from then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from hartcity.analysis import Reviewed, check_draft, office_hours
from hartcity.assignment import load
from hartcity.classes.own_assignments import OwnAssignment, new_assignment
from hartcity.engines import GrammarStatus
from hartcity.model import Draft
from hartcity.storage import store as storage_store
from hartcity.ui.editor import PackedReport
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.progress import part_two
from hartcity.ui.workspace import assignment_in_use


THANKS = """title = "A note of thanks"
is_email = true
[limits]
characters = 9000
fewest_words = 3
next_steps = 2
[[criteria]]
id = "thanks"
title = "Thanks"
asks = "Is there thanks?"
met_from = 80
partly_from = 30
earns = [{ check = "gratitude", of = 100 }]
[[stages]]
name = "essentials"
title = "What a note of thanks needs"
checks = ["gratitude", "closing"]
[questions]
gratitude = "Whom would you thank, and what for?"
"""
DRAFT = Draft("Dear Intake Team,\n\nThe garden is open on Monday for everybody.\n\nSincerely,\nSam Otis")


@pytest.fixture
def own() -> OwnAssignment:
    """Return a tutor's assignment."""
    return new_assignment(THANKS)


def test_a_code_is_taken_as_people_type_it(own) -> None:
    """Spaces, hyphens and capitals do not matter; a code that opens nothing falls back to the course's assignment."""
    code = own.students_code
    typed = f" {code[:5].upper()}-{code[5:]} "
    kept = assignment_in_use.chosen({"view": "full"}, typed)
    assert kept == {"view": "full", "asked": code}
    assert assignment_in_use.assignment_of(kept).title == "A note of thanks"
    assert assignment_in_use.chosen(kept, "") == {"view": "full"}
    assert (
        assignment_in_use.assignment_of({"asked": "aaaaaaaaaa"})
        == assignment_in_use.assignment_of({})
        == load("advocacy-email")
    )
    assert assignment_in_use.PREFERENCE in storage_store.SHOWN_TO_GUESTS


def test_report_steps_essentials_and_brief_follow_it(own) -> None:
    """Every part that a student or tutor sees asks what the tutor's assignment asks, in its words."""
    assignment = assignment_in_use.assignment_of({"asked": own.students_code})
    report = check_draft(DRAFT, assignment=assignment, engines=("reader",))
    book = Phrasebook()
    packed = PackedReport(DRAFT, report, GrammarStatus(()), {}, {}, assignment).packed(book)
    assert [book.phrases[criterion[1]] for criterion in packed["criteria"]] == ["Thanks"]
    assert [check[5] for check in packed["checks"]].count(1) == 2
    assert "Whom would you thank, and what for?" in [book.phrases[step[2]] for step in packed["steps"]]
    assert part_two(report, assignment).words == "1 of 2 there"
    brief = office_hours(Reviewed(DRAFT, report), assignment=assignment)
    assert [one.point for one in brief.missing] == ["Thanks the reader"]


def test_the_email_screen_opens_it_by_its_code(own, monkeypatch) -> None:
    """A wrong code is told kindly and changes nothing; the right one stays with the work, and can be left again."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    monkeypatch.setattr("streamlit.components.v2.get_bidi_component_manager", lambda: found)
    app = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=120)
    app.run()
    app.switch_page("pages/email.py").run()
    for code, title in (("aaaaaaaaaa", load("advocacy-email").title), (own.students_code, "A note of thanks")):
        next(field for field in app.text_input if field.label == "Code from your tutor").set_value(code)
        next(button for button in app.button if button.label == "Open this assignment").click().run()
        assert not app.exception
        assert any(fold.label == f"Assignment: {title}" for fold in app.expander)
        assert bool(app.error) == (code == "aaaaaaaaaa")
    next(button for button in app.button if button.label == "Use the course's own again").click().run()
    assert any(fold.label == f"Assignment: {load('advocacy-email').title}" for fold in app.expander)
