"""What waits for a decision before any document opens."""

from types import SimpleNamespace

import pytest

from hartcity.analysis import check_draft, check_plan
from hartcity.exports import HandIn, TitlePage
from hartcity.model import Draft, ServicePlan, ServiceUser
from hartcity.ui.export import gathering
from tests.exports.conftest import hand_in_of


TEXT = "Dear Intake Team,\n\nI write for a parent who agreed to this note. Could we meet on Monday at 10?\n\nSam Otis"


def waiting(monkeypatch: pytest.MonkeyPatch, *, subject: str = "", title: str = "", alias: str = "Ms. A") -> set[str]:
    """Return the words that wait when subject, title and alias are these."""
    monkeypatch.setattr(gathering.session, "work", lambda: SimpleNamespace(preferences={}))
    plan = ServicePlan(service_user=ServiceUser(alias=alias))
    draft = Draft(text=TEXT, subject=subject, plan=plan)
    hand_in = HandIn(
        draft=draft,
        as_of=hand_in_of().as_of,
        plan=plan,
        title_page=TitlePage(title=title),
        report=check_draft(draft, engines=()),
        plan_report=check_plan(plan),
    )
    return {finding.text for finding in gathering.undecided(hand_in)}


def test_nothing_waits_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """An alias with a letter, an ordinary subject and the usual title ask for no decision."""
    assert waiting(monkeypatch, subject="Request to meet about family shelter", title=TitlePage().title) == set()


def test_a_subject_line_is_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A birth date in the subject line, which every mail server shows, waits for a decision."""
    assert waiting(monkeypatch, subject="A bed for my client, born 03/04/1991") == {"03/04/1991"}


def test_a_title_is_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does one on the title page."""
    assert waiting(monkeypatch, title="Service Plan for a Parent Born 03/04/1991") == {"03/04/1991"}


def test_an_alias_like_a_name_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """An alias that reads like a real first name is asked about once."""
    assert waiting(monkeypatch, alias="Maria") == {"Maria"}
