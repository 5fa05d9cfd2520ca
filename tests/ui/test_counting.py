"""What a report shows becomes cases, with what the student and a tutor made of each."""

from __future__ import annotations

import datetime as dt

from hartcity.model import CheckResult, Family, Finding, Report, Severity, Span, State
from hartcity.storage import Case, Comment, Outcome, Remark
from hartcity.ui.workspace import counting, privacy, set_aside
from hartcity.ui.workspace.work import Work


TEXT = "I write in order to ask. Tyler is nice. In order to go."
ONE = Finding("wordy.in_order_to", Family.WORDY, Span(8, 19), "in order to", "Long.", Severity.WARNING)
TWO = Finding("wordy.in_order_to", Family.WORDY, Span(40, 51), "In order to", "Long.", Severity.WARNING)
NAME = Finding("identifier.name", Family.IDENTIFIER, Span(25, 30), "Tyler", "A name.", Severity.WARNING)
OWN = Finding("vague.own_nice", Family.VAGUE, Span(34, 38), "nice", "Nice?", Severity.WARNING)
CHECKS = (CheckResult("gratitude", State.NOT_SEEN), CheckResult("closing", State.MET))


def found(preferences, comments=(), findings=(ONE, TWO, NAME, OWN)):
    """Return the outcomes by rule or check."""
    report = Report("", None, {}, (), CHECKS, findings, {}, {"reader": "1"})
    work = Work("w", text=TEXT, preferences=preferences)
    return {case.name: outcome for case, outcome in counting.cases(report, work, comments).items()}


def override(check, quote=""):
    """Return a tutor's override."""
    remark = Remark("It does hold.", quote=quote, check=check, overrides=True)
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Comment(1, None, remark, "T", by_guest=True, is_mine=False, created_at=now)


def test_the_same_words_are_one_case_and_own_rules_none():
    """Case and spacing make no other case; a met check and a teacher's own rule are nothing to count."""
    assert found({}) == {
        "wordy.in_order_to": Outcome.OPEN,
        "identifier.name": Outcome.OPEN,
        "gratitude": Outcome.OPEN,
    }


def test_what_the_student_chose_is_the_outcome():
    """Set aside it was ignored, with a reason disputed; one of two places set aside leaves the case open."""
    ignored = set_aside.ignore_rule({}, ONE.check)
    assert found(ignored)[ONE.check] is Outcome.IGNORED
    assert (
        found(ignored | {set_aside.BECAUSE: {f"ignored_rules:{ONE.check}": "It is right."}})[ONE.check]
        is Outcome.DISPUTED
    )
    once = set_aside.ignore_once({}, check=ONE.check, text=ONE.text, before="I write ", after=" ask.")
    assert found(once)[ONE.check] is Outcome.OPEN
    assert found(once, findings=(ONE,))[ONE.check] is Outcome.IGNORED
    assert found(privacy.decided({}, "Tyler", "stay"))["identifier.name"] is Outcome.IGNORED


def test_a_tutors_word_is_the_outcome():
    """What a tutor overrode did not hold, for a check and for words."""
    told = found({}, [override("gratitude"), override(ONE.check, ONE.text)], findings=(ONE,))
    assert told == {ONE.check: Outcome.OVERRIDDEN, "gratitude": Outcome.OVERRIDDEN}


def test_a_case_holds_no_word():
    """What is kept of the words is a digest, and even that is sealed with the workspace."""
    report = Report("", None, {}, (), (), (NAME,), {}, {})
    (case,) = counting.cases(report, Work("w", text=TEXT), ())
    assert case == Case("identifier.name", "identifier", case.words)
    assert "tyler" not in case.words.lower()
