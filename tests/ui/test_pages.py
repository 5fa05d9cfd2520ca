"""Every page runs, and the practice case opens, without a browser."""

from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from hartcity.ui import practice


PAGES = ("start", "email", "method", "administrator")


@pytest.fixture
def app(monkeypatch):
    """Return the app as a visitor meets it first."""
    monkeypatch.setattr("hartcity.ui.sign_in_gate.is_administrator", lambda: True)  # a test has no visitor's address
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    monkeypatch.setattr("streamlit.components.v2.get_bidi_component_manager", lambda: found)
    monkeypatch.setattr(
        "streamlit.components.v2.get_bidi_component_manager.get_bidi_component_manager", lambda: found, raising=False
    )
    return AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=60)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs(app, page):
    """The page draws without an exception and has one title."""
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert len(app.title) == 1


def test_the_start_page_says_where_the_words_stay(app):
    """What it does, what it leaves to the student and where the words stay stand on the first page."""
    app.run()
    shown = " ".join(block.value for block in app.markdown)
    assert [heading.value for heading in app.header] == [
        "What it does",
        "What it leaves to you",
        "Where your words stay",
    ]
    assert "not your grade" in shown
    assert "On this machine" in shown


def test_the_practice_case_is_one_click_away(app):
    """The button on the start page fills the workspace with the practice plan and email."""
    app.run()
    next(button for button in app.button if "practice" in button.label).click().run()
    assert not app.exception
    app.switch_page("pages/email.py").run()
    assert not app.exception
    assert app.get("bidi_component")


def test_the_practice_case_has_flaws_to_find():
    """The practice email gives something to learn: a privacy question, wording, spelling and a missing consent."""
    from hartcity.analysis import check_draft  # noqa: PLC0415 - the engines start with it
    from hartcity.model import Draft, State  # noqa: PLC0415
    from hartcity.plan import plan_from_json  # noqa: PLC0415

    email = practice.email()
    draft = Draft(email["text"], subject=email["subject"], plan=plan_from_json(practice.plan()))
    report = check_draft(draft, engines=("harper", "reader"))
    families = {finding.family.value for finding in report.findings}
    states = {result.check: result.state for result in report.checks}
    assert report.refused is None
    assert {"identifier", "stigmatizing", "wordy", "grammar"} <= families
    assert states["consent_statement"] is State.NOT_SEEN
    assert states["recipient_from_plan"] is State.MET


def test_being_counted_is_asked_once_and_can_be_ended(app):
    """Until there is an answer the page asks; afterwards a switch under Versions tells and changes it."""
    app.run()
    next(button for button in app.button if "practice" in button.label).click().run()
    app.switch_page("pages/export.py").run()
    assert any("May we count" in block.value for block in app.markdown)
    next(button for button in app.button if button.label == "Yes, count").click().run()
    assert not any("May we count" in block.value for block in app.markdown)
    app.switch_page("pages/versions.py").run()
    assert not any("May we count" in block.value for block in app.markdown)
    assert app.toggle(key="counting_switch").value is True
    app.toggle(key="counting_switch").set_value(False).run()
    app.switch_page("pages/administrator.py").run()
    assert not app.exception
    assert any("0 workspaces let cases be counted" in block.value for block in app.markdown)
