"""What a draft does well is quoted in words that harm nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hartcity.analysis import Reviewed, check_draft, office_hours, strengths
from hartcity.assignment import COURSE, load
from hartcity.model import CheckResult, Draft, Family, Finding, Report, Severity, Span, State


WELL = "She has kept a job for eight months."
BADLY = "She is 34 and lives at 88 Pine Ave."
TEXT = (
    f"Dear Team,\n\nI am an intern at Birch Hill Family Services. {BADLY} {WELL} Thank you for your time.\n\nBest,\nJo"
)
HARMFUL = ("identifier", "sensitive", "stigmatizing", "pity", "blame", "demand")


def place(words: str) -> Span:
    """Return where words stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def report(family: str, *evidence: str) -> Report:
    """Return a report in which one check is met by sentences, of which one bears a finding."""
    plain = check_draft(Draft(TEXT), engines=())
    found = Finding("x.y", Family(family), place("Pine"), "Pine", "It is told.", Severity.ADVICE)
    met = CheckResult("concrete_fact", State.MET, tuple(place(words) for words in evidence))
    return replace(plain, checks=(met,), findings=(found,))


def quoted(made: Report) -> tuple[list[str], list[str]]:
    """Return what the brief and the recap quote as strengths."""
    brief = office_hours(Reviewed(Draft(TEXT), made), masked=False)
    recap = [span.of(TEXT) for _, span in strengths(made, load(COURSE))]
    return [one.words for one in brief.strengths], recap


@pytest.mark.parametrize("family", HARMFUL)
def test_a_sentence_with_harmful_words_is_never_praised(family: str) -> None:
    """Whatever the severity, other evidence is taken; without any, the strength is left out."""
    assert quoted(report(family, BADLY, WELL)) == ([WELL], [WELL])
    assert quoted(report(family, BADLY)) == ([], [])


def test_what_a_student_set_aside_is_not_praised_for_it() -> None:
    """A finding that is told no more still keeps its words from being quoted as what works."""
    made = report("stigmatizing", BADLY, WELL)
    shown = replace(made, findings=())
    brief = office_hours(Reviewed(Draft(TEXT), shown, made.findings), masked=False)
    assert [one.words for one in brief.strengths] == [WELL]
    assert [span.of(TEXT) for _, span in strengths(shown, load(COURSE), made.findings)] == [WELL]


def test_a_paragraph_with_harmful_words_is_not_praised_by_another_sentence_of_it() -> None:
    """What stands for several sentences is quoted by its first, and left out where any of them is harmful."""
    both = f"{BADLY} {WELL}"
    assert quoted(report("pity", both)) == ([], [])
    assert quoted(report("wordy", both)) == ([BADLY], [BADLY])


@pytest.mark.parametrize("family", sorted(set(Family) - set(HARMFUL)))
def test_a_slip_of_wording_takes_no_praise_away(family: str) -> None:
    """A sentence that is wordy or misspelled may still be what works."""
    assert quoted(report(family, BADLY, WELL)) == ([BADLY], [BADLY])


def test_each_strength_is_told_in_other_words() -> None:
    """Where two checks rest on one sentence, the second is told in another of its own."""
    made = report("wordy", BADLY)
    also = CheckResult("strength_or_goal", State.MET, (place(BADLY), place(WELL)))
    assert quoted(replace(made, checks=(*made.checks, also))) == ([BADLY, WELL], [BADLY, WELL])
