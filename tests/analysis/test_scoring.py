"""Criteria: the receipt is the score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartcity.analysis import scoring
from hartcity.assignment import load
from hartcity.assignment.load import parse
from hartcity.model import CheckResult, Family, Finding, Level, Severity, Span, State


ASSIGNMENT = load("advocacy-email")
CHECKS = sorted({line.check for c in ASSIGNMENT.criteria for line in c.earns if hasattr(line, "check")})
METRICS = sorted({line.metric for c in ASSIGNMENT.criteria for line in c.earns if hasattr(line, "metric")})


def finding(family, start=0, severity=Severity.WARNING):
    """Return a finding of one letter."""
    return Finding("x.y", Family(family), Span(start, start + 1), "x", "m", severity)


def results(state):
    """Return every check in one state."""
    return {check: CheckResult(check, state) for check in CHECKS}


def full_values():
    """Return a value in the middle of every band."""
    bands = {line.metric: line.band for c in ASSIGNMENT.criteria for line in c.earns if hasattr(line, "metric")}
    return {metric: bands[metric][1] for metric in METRICS}


def test_everything_met_is_full_marks():
    """All checks met, all metrics in their band and no finding gives 100 on every criterion."""
    scored = scoring.criteria(ASSIGNMENT, results(State.MET), [], full_values(), 200)
    assert [(c.score, c.level) for c in scored] == [(100.0, Level.MET)] * 6


def test_nothing_met_is_nothing_earned():
    """No check met and metrics at the foot of their band gives 0, whatever is found."""
    scored = scoring.criteria(
        ASSIGNMENT, results(State.NOT_SEEN), [finding("demand")], dict.fromkeys(METRICS, 0.0), 200
    )
    assert {c.score for c in scored} == {0.0}


def test_what_does_not_apply_neither_earns_nor_costs():
    """A check that does not apply is left out of the receipt, and the others make up 100."""
    states = results(State.MET) | {"subject_line": CheckResult("subject_line", State.NOT_APPLICABLE)}
    professional = scoring.criteria(ASSIGNMENT, states, [], full_values(), 200)[2]
    assert professional.score == pytest.approx(100, abs=0.3)
    assert "subject_line" not in {line.check for line in professional.receipt}


def test_deductions_name_their_words():
    """A deduction stands in the receipt with the spans of its findings and never earns."""
    scored = scoring.criteria(ASSIGNMENT, results(State.MET), [finding("demand", 3)], full_values(), 200)
    line = next(line for line in scored[0].receipt if line.check == "demand")
    assert (line.points < 0, line.of, line.spans) == (True, 0, (Span(3, 4),))


def test_a_long_draft_is_not_punished_for_its_length():
    """The same share of grammar findings costs the same in a short and in a long draft."""
    few = scoring.criteria(ASSIGNMENT, results(State.MET), [finding("grammar")], full_values(), 100)
    many = scoring.criteria(
        ASSIGNMENT, results(State.MET), [finding("grammar", i) for i in range(10)], full_values(), 1000
    )
    assert few[2].score == many[2].score < 100


@given(
    st.lists(st.sampled_from(list(State)), min_size=len(CHECKS), max_size=len(CHECKS)),
    st.lists(st.tuples(st.sampled_from(list(Family)), st.sampled_from(list(Severity))), max_size=40),
    st.lists(st.none() | st.floats(-50, 150), min_size=len(METRICS), max_size=len(METRICS)),
    st.integers(1, 2000),
)
def test_the_receipt_adds_up(states, found, values, words):
    """Whatever the checks say: the score is in 0-100, its receipt adds up to it, and no line earns more than it may."""
    scored = scoring.criteria(
        ASSIGNMENT,
        {c: CheckResult(c, s) for c, s in zip(CHECKS, states, strict=True)},
        [finding(family, severity=severity) for family, severity in found],
        dict(zip(METRICS, values, strict=True)),
        words,
    )
    for criterion in scored:
        if criterion.score is None:
            assert criterion.receipt == ()
            continue
        assert 0 <= criterion.score <= 100
        assert sum(line.points for line in criterion.receipt) == pytest.approx(criterion.score, abs=0.01)
        assert all(line.points <= line.of for line in criterion.receipt)


def test_a_plateau_falls_again():
    """A band of four corners earns nothing outside, all on the plateau and half on the middle of a slope."""
    source = """
        title = "t"
        is_email = true
        limits = { characters = 1, fewest_words = 1, next_steps = 1 }
        [[criteria]]
        id = "c"
        title = "t"
        asks = "?"
        met_from = 80
        partly_from = 40
        earns = [{ metric = "words", of = 100, band = [10, 20, 30, 50] }]
    """
    asked = parse("t", source)
    scores = [scoring.criteria(asked, {}, [], {"words": words}, 1)[0].score for words in (5, 15, 25, 40, 60)]
    assert scores == [0.0, 50.0, 100.0, 50.0, 0.0]
