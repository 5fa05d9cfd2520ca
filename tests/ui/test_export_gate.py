"""What waits for a decision before any document opens."""

import datetime as dt
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from hartcity.analysis import check_draft, check_plan
from hartcity.exports import HandIn, TitlePage
from hartcity.model import Draft, ServicePlan, ServiceUser
from hartcity.storage import Version, Writing
from hartcity.ui.export import gathering, handing_in
from hartcity.ui.export.checklist import privacy_item
from tests.exports.conftest import hand_in_of


TEXT = (
    "Dear Intake Team,\n\nI write for a parent who agreed to this note. Could we meet on Monday at 10?\n\n"
    "Kind regards,\nSam Otis"
)


def waiting(
    monkeypatch: pytest.MonkeyPatch, *, subject: str = "", title: str = "", alias: str = "Ms. A", text: str = TEXT
) -> set[str]:
    """Return the words that wait when subject, title, alias and text are these."""
    monkeypatch.setattr(gathering.session, "work", lambda: SimpleNamespace(preferences={}))
    plan = ServicePlan(service_user=ServiceUser(alias=alias))
    draft = Draft(text=text, subject=subject, plan=plan)
    hand_in = HandIn(
        draft=draft,
        as_of=hand_in_of().as_of,
        plan=plan,
        title_page=TitlePage(title=title),
        report=check_draft(draft, engines=("reader",)),
        plan_report=check_plan(plan),
    )
    return {finding.text for finding in gathering.undecided(gathering.private(hand_in))}


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


@pytest.mark.parametrize("mark", ["", "> "])
def test_the_message_that_is_answered_is_read_too(monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    """A number in the other person's message below the draft would leave with it, so that it waits as well."""
    below = "\n".join(f"{mark}{line}" for line in ("Hello Sam,", "", "Her number is 123-45-6789.", "", "Kim"))
    text = f"{TEXT}\n\nOn Mon, Mar 2, 2026 at 4:05 PM, the desk wrote:\n{below}"
    assert "123-45-6789" in waiting(monkeypatch, text=text)


def test_an_older_version_is_read_before_it_is_handed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that is gone from the draft, in its text or subject, still stops the version that holds it."""
    monkeypatch.setattr(gathering.session, "work", lambda: SimpleNamespace(preferences={}, plan={}))
    now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)

    def asked(text: str, subject: str = "") -> str:
        return handing_in.asked_first("Ana Ruiz", Version(3, Writing(text, subject), now, now))

    told = TEXT.replace("at 10?", "at 10? Her number is 123-45-6789.")
    assert "something to decide: could \u201c123-45-6789\u201d" in asked(told)
    assert "03/04/1991" in asked(TEXT, "My client, born 03/04/1991")
    assert asked(TEXT) == handing_in.asked_first("Ana Ruiz", None) == ""


def test_the_checklist_says_nothing_of_decisions_where_there_were_none() -> None:
    """Privacy is met where nothing was found, and is told so; what was decided is told as decided."""
    assert privacy_item(0, 0).words == "Nothing was found that could identify the service user."
    assert privacy_item(0, 2).words == "Each finding is decided."
    assert [privacy_item(*each).reached for each in ((0, 0), (0, 2), (1, 2))] == ["met", "met", "not_yet"]


def test_the_same_decision_has_the_same_words_everywhere() -> None:
    """Beside the draft, over its words and on this page a button says that words can stay, in one wording."""
    house = Path(__file__).parents[2] / "hartcity" / "ui"
    for place in ("editor/source/panel.jsx", "editor/source/findings.js", "export/gate.py"):
        told = (house / place).read_text(encoding="utf-8")
        assert re.findall(r"\b(?:It|This) (?:can|may) stay\b", told) == ["It can stay"], place
