"""One count of how far the work is."""

import datetime as dt

import pytest
import streamlit as st

from hartcity.analysis import check_draft, check_plan
from hartcity.model import Draft, ServicePlan
from hartcity.plan.example import COMPLETE
from hartcity.ui import progress
from hartcity.ui.progress import part_one, part_two
from hartcity.ui.workspace import session


def test_part_one_is_there_when_every_check_is_met():
    """A complete plan is there; an empty one is not, and what is not known yet counts as open."""
    full = part_one(check_plan(COMPLETE, today=dt.date(2026, 3, 1)))
    assert full.is_there
    assert full.words == "10 of 10 there"
    assert not part_one(check_plan(ServicePlan())).is_there


def test_sixty_words_alone_are_no_email():
    """However many words stand there, an email is there only when its essentials are."""
    report = check_draft(Draft(text="The garden is green and the river is wide. " * 12), engines=(), wait=False)
    assert not part_two(report).is_there
    assert part_two(report).open


@pytest.fixture
def drawn(monkeypatch):
    """Count how often the page is asked to be drawn anew, where the navigation says that nothing is written yet."""
    asked = []
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "rerun", lambda: asked.append("drawn"))
    progress.shown({"email": progress.Step("Email", "empty", "")})
    return asked


def test_the_navigation_follows_an_email_once(drawn):
    """One change of the step draws the page once, and the same words never twice, so that nothing goes round."""
    report = check_draft(Draft(text="The garden is green."), engines=(), wait=False)
    work = session.Work("w", text="The garden is green.")
    progress.follow(work, report)
    progress.follow(work, report)
    assert drawn == ["drawn"]


def test_words_that_nobody_has_read_yet_move_no_step(drawn):
    """Until there is a report on what was written, and while nothing is, the navigation stays as it is."""
    progress.follow(session.Work("w", text="The garden"), None)
    progress.follow(session.Work("w", text=""), None)
    assert drawn == []
