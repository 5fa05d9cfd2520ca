"""Every check carries its own proof."""

from __future__ import annotations

import pytest

from hartcity.checks import Check, Example, all_checks
from hartcity.model import State


EVERY = [
    pytest.param(check, example, id=f"{check.id}-{at}")
    for check in all_checks()
    for at, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), EVERY)
def test_an_example_gets_the_state_that_it_shows(check: Check, example: Example):
    """A check gives each of its own examples the state that stands beside it."""
    assert check.run(example.document).state is example.state


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_a_check_is_proved_from_both_sides(check: Check):
    """A check has at least six examples, some that meet it and some that do not, no two of them alike."""
    states = [example.state for example in check.examples]
    texts = {(example.text, example.subject, example.kind, example.plan) for example in check.examples}
    assert len(states) >= 6
    assert State.MET in states
    assert State.NOT_SEEN in states
    assert len(texts) == len(states)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_a_check_says_what_why_and_says_who(check: Check):
    """A check's documentation has every part, and its source is more than a word."""
    parts = check.documentation
    assert all([check.title, parts.what, parts.why, parts.example])
    assert len(parts.source.split()) > 3


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.id)
def test_a_check_speaks_plainly_to_the_student(check: Check):
    """Reasons are short sentences without exclamation marks, and what is not met comes with a question."""
    for example in check.examples:
        result = check.run(example.document)
        assert result.check == check.id
        assert "!" not in result.reason + result.question
        assert len(result.reason.split()) <= 20
        if result.state in {State.PARTLY, State.NOT_SEEN}:
            assert result.question.endswith("?")
        else:
            assert result.question == ""
        if result.state is not State.NOT_APPLICABLE:
            assert result.reason.endswith(".")


def test_the_checks_of_the_assignment_are_all_there():
    """The ids that the command line promises are found by walking the package."""
    assert [check.id for check in all_checks()] == sorted(
        "two_paragraphs subject_line salutation role_and_agency purpose_early general_need service_request"
        " meeting_request meeting_options meeting_mode consent_statement gratitude considerate_ask partner_expertise"
        " own_contribution shared_next_step strength_or_goal concrete_fact service_impact"
        " closing signature_contact recipient_from_plan"
        " service_from_plan".split()
    )


def test_spans_lie_inside_the_draft():
    """Whatever a check points at stands in the text, in order."""
    for check in all_checks():
        for example in check.examples:
            spans = check.run(example.document).spans
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(example.text) for span in spans)
