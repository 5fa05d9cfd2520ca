"""The office-hours brief: strengths first, questions with their words, nobody's name, ten minutes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hartcity.analysis import Reviewed, check_draft, draft_from_json, office_hours
from hartcity.model import Draft, Family, Finding, Severity, Span, State


PRACTICE = Path(__file__).parents[2] / "assets" / "practice"


@pytest.fixture(scope="module")
def draft() -> Draft:
    """Give the practice case."""
    email = json.loads((PRACTICE / "email.json").read_text(encoding="utf-8"))
    plan = json.loads((PRACTICE / "plan.json").read_text(encoding="utf-8"))
    return draft_from_json({**email, "plan": plan})


def reviewed(draft: Draft) -> Reviewed:
    """Return the draft with its report, made by rules alone."""
    return Reviewed(draft, check_draft(draft, engines=("reader",)))


def test_a_brief_quotes_strengths_and_asks_three_questions(draft: Draft) -> None:
    """Every strength quotes the draft, every question is one, and the quotations are words of the draft."""
    brief = office_hours(reviewed(draft), masked=False)
    joined = " ".join(draft.text.split())
    assert len(brief.strengths) == 3
    assert len(brief.questions) == 3
    assert brief.missing
    assert all(one.words in joined for one in (*brief.strengths, *brief.questions))
    assert all(one.words for one in brief.strengths)
    assert len({one.words for one in brief.strengths}) == 3
    assert all("?" in one.point for one in brief.questions)


def test_names_are_masked_unless_asked_for(draft: Draft) -> None:
    """No name of the service user's family, no alias and no signature is on the page that lies on the table."""
    about_tyler = replace(
        draft, text="Dear Team,\n\nMy son Tyler Brooks and Ms. A need help. Thank you.\n\nSincerely,\nJo"
    )
    for one in (draft, about_tyler):
        told = repr(office_hours(reviewed(one), before=reviewed(draft)))
        assert "Tyler" not in told
        assert "Jordan" not in told
        assert "Ms. A" not in told


def test_comments_that_wait_stand_on_the_page_with_their_words_and_without_names(draft: Draft) -> None:
    """A tutor's open comments are on the page, masked like the quotations; a few at most, none of them long."""
    start = draft.text.index("Tyler")
    waiting = [("How old is Tyler? " * 30, Span(start, start + 5)), ("In general", None), *[("More", None)] * 9]
    masked = office_hours(reviewed(draft), comments=waiting).comments
    assert 2 < len(masked) < len(waiting)
    assert masked[0].point.startswith("How old is [name]?")
    assert "[name]" in masked[0].words
    assert len(masked[0].point) < 200
    assert (masked[1].point, masked[1].words) == ("In general", "")
    shown = office_hours(reviewed(draft), masked=False, comments=waiting).comments
    assert shown[0].point.startswith("How old is Tyler?")


def test_what_a_tutor_overrode_is_no_comment_that_waits(draft: Draft) -> None:
    """Why something does not hold stands apart from comments, masked like them."""
    start = draft.text.index("Tyler")
    brief = office_hours(reviewed(draft), overrides=[("Names: Tyler agreed.", Span(start, start + 5))])
    assert brief.comments == ()
    (one,) = brief.overrides
    assert one.point == "Names: [name] agreed."
    assert "[name]" in one.words


def test_a_question_about_marked_words_says_what_is_amiss_with_them(draft: Draft) -> None:
    """What was seen stands before the question, with names masked; a check's question stands alone."""
    start = draft.text.index("Tyler")
    plain = reviewed(draft)
    wrong = Finding(
        "languagetool.DATE",
        Family.GRAMMAR,
        Span(start, start + 5),
        "Tyler",
        "Tyler is a Tuesday.",
        Severity.ERROR,
        "So?",
    )
    others = tuple(replace(one, state=State.MET) for one in plain.report.checks)
    made = Reviewed(draft, replace(plain.report, checks=others, findings=(wrong,)))
    assert [one.point for one in office_hours(made, masked=False).questions] == ["Tyler is a Tuesday. So?"]
    named = replace(wrong, family=Family.IDENTIFIER)
    made = Reviewed(draft, replace(made.report, findings=(named,)))
    assert [one.point for one in office_hours(made).questions] == ["[name] is a Tuesday. So?"]


def test_quotations_end_between_words(draft: Draft) -> None:
    """What is too long to quote is cut behind a whole word, and dots say so."""
    sentence = f"I write {'wonderfully ' * 40}today."
    text = f"Dear Team,\n\n{sentence}\n\nSincerely,\nJo"
    span = Span(text.index("I write"), text.index("today."))
    made = reviewed(replace(draft, text=text))
    for words in (
        office_hours(made, comments=[("?", span)]).comments[0].words,
        office_hours(made, comments=[(sentence, None)]).comments[0].point,
    ):
        assert words.startswith("I write wonderfully")
        assert words.endswith(" wonderfully\u2026")


def test_one_finding_is_no_plural(draft: Draft) -> None:
    """What changed counts in plain English."""
    one = reviewed(draft)
    few = Reviewed(replace(draft, text=f"{draft.text} "), replace(one.report, findings=one.report.findings[:1]))
    assert any(line.startswith("1 finding, ") for line in office_hours(few, before=one).changed)
    assert any(
        line.startswith("0 findings, ")
        for line in office_hours(Reviewed(few.draft, replace(few.report, findings=())), before=one).changed
    )


def test_the_agenda_takes_ten_minutes(draft: Draft) -> None:
    """Whatever there is to talk about, the parts add up to ten minutes."""
    for text in (draft.text, f"{draft.text}\n\nCould we meet on Monday at ten or Tuesday at two?", "Dear Team,"):
        one = reviewed(replace(draft, text=text))
        for before in (None, reviewed(draft)):
            brief = office_hours(one, before=before)
            assert brief.notices or sum(item.minutes for item in brief.agenda) == 10
            has_changed = before is not None and text != draft.text
            assert brief.notices or any("changed" in item.what for item in brief.agenda) is has_changed


def test_what_changed_is_told(draft: Draft) -> None:
    """A check that is met now, and one that is not any more, are named."""
    short = replace(draft, text=draft.text.replace("Thank you for your time.", ""))
    told = " ".join(office_hours(reviewed(draft), before=reviewed(short)).changed)
    assert "There now" in told
    told = " ".join(office_hours(reviewed(short), before=reviewed(draft)).changed)
    assert "Not there any more" in told
    assert office_hours(reviewed(draft), before=reviewed(draft)).changed == ("Nothing was changed since.",)


def test_a_text_that_is_no_draft_gets_the_reason(draft: Draft) -> None:
    """Where the report refuses, the brief says why and asks nothing."""
    brief = office_hours(reviewed(replace(draft, text="asdf qwer zxcv " * 30)))
    assert brief.notices
    assert not brief.questions


def test_the_same_draft_gives_the_same_brief(draft: Draft) -> None:
    """Two briefs on one draft are equal."""
    assert office_hours(reviewed(draft)) == office_hours(reviewed(draft))
