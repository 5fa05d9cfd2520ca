"""A report as a whole: the same every time, true to the draft's offsets, and honest about what was read."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hartcity
from hartcity.analysis import check_draft, next_steps, report_to_json, to_line
from hartcity.assignment import load
from hartcity.model import Draft, PlannedService, ServicePlan, State


TUTORING = (Path(__file__).with_name("drafts") / "tutoring.txt").read_text(encoding="utf-8")
WEAK = """hey, you need to help my client ASAP!! He is a homeless addict and nobody ever helps him. His name is Tyler
Brown.

call me. thx"""
RERUNS = 1000


@pytest.fixture(scope="module", autouse=True)
def stop_engines():
    """Stop the engines after the last test."""
    yield
    hartcity.close()


def test_a_thousand_reports_are_one():
    """The same draft gives the same bytes a thousand times, from one thread and from four."""

    def line(_):
        return to_line(report_to_json(check_draft(Draft(text=WEAK), engines=("harper", "reader"))))

    with ThreadPoolExecutor(4) as pool:
        lines = {line(0), *pool.map(line, range(RERUNS))}
    assert len(lines) == 1


def test_a_strong_draft_reads_as_one():
    """A careful draft is not refused, meets its criteria and leaves nothing marked."""
    report = check_draft(Draft(text=TUTORING, subject="Request for evening tutoring"), engines=("harper", "reader"))
    assert report.refused is None
    assert all(criterion.score is not None and criterion.score >= 85 for criterion in report.criteria)
    assert report.findings == ()


def test_next_steps_come_in_the_order_that_matters():
    """Privacy stands before essentials, essentials before wording; there are at most three, each with a question."""
    steps = next_steps(check_draft(Draft(text=WEAK), engines=("harper", "reader")))
    order = [stage.name for stage in load("advocacy-email").stages]
    assert steps[0].stage == "privacy"
    assert [order.index(step.stage) for step in steps] == sorted(order.index(step.stage) for step in steps)
    assert len(steps) <= 3
    assert all(step.question.endswith("?") for step in steps)


def test_a_refused_text_has_no_steps():
    """Where no score is given, no step is either."""
    report = check_draft(Draft(text="asdf qwer zxcv " * 20), engines=())
    assert report.refused
    assert next_steps(report) == ()
    assert {criterion.score for criterion in report.criteria} == {None}
    assert set(report.scores.values()) == {None}


def test_names_of_the_plan_are_no_misspellings():
    """A name that the plan holds is not called a misspelling; the same name without the plan may be."""
    text = TUTORING.replace("evening tutoring program", "Qwerzhof tutoring program")
    plan = ServicePlan(services=(PlannedService(organization="Qwerzhof Learning", service="tutoring"),))
    with_plan = check_draft(Draft(text=text, plan=plan), engines=("harper", "reader"))
    assert not [finding for finding in with_plan.findings if finding.family == "grammar"]


def test_a_plan_brings_its_two_checks():
    """Without a plan, the two checks about it do not apply; with one, they say something."""
    names = ("recipient_from_plan", "service_from_plan")
    plan = ServicePlan(
        services=(PlannedService(organization="Harbor Learning", service="evening tutoring"),),
        email_recipient="Harbor Learning",
    )
    for given, applies in ((None, False), (plan, True)):
        report = check_draft(Draft(text=TUTORING, plan=given), engines=())
        states = {result.check: result.state for result in report.checks}
        assert all((states[name] is not State.NOT_APPLICABLE) is applies for name in names)


def test_what_lies_past_the_limit_is_said_not_to_be_read():
    """A text over the limit is read up to it, its offsets stay true, and a notice says so."""
    limit = load("general").limits.characters
    text = "The pantry is open on Monday. " * (limit // 30 + 10)
    report = check_draft(Draft(text=text), assignment="general", engines=())
    assert any(f"{limit:,}" in notice.words for notice in report.notices)
    assert all(text[f.span.start : f.span.end] == f.text for f in report.findings)
