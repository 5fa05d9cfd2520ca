"""What to work on next: a few steps at a time, in the order that matters."""

from __future__ import annotations

from dataclasses import dataclass

from hartcity.assignment import COURSE, Assignment, Stage, load
from hartcity.model import CheckResult, Finding, Report, Span, State


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to look at: where, what was seen, why it matters, who says so, and a question to the writer.

    ``stage`` names the group that the step belongs to; ``check`` is a check id or the name of a finding family.
    """

    stage: str
    check: str
    seen: str
    question: str
    why: str
    source: str
    spans: tuple[Span, ...]


def next_steps(report: Report, assignment: str | Assignment = COURSE) -> tuple[NextStep, ...]:
    """Return at most as many steps as the assignment allows, the gravest stage first; none for a refused text."""
    if report.refused:
        return ()
    asked = load(assignment) if isinstance(assignment, str) else assignment
    steps = [step for stage in asked.stages for step in _of_stage(stage, report)]
    return tuple(steps[: asked.limits.next_steps])


def _of_stage(stage: Stage, report: Report) -> list[NextStep]:
    steps: list[NextStep] = []
    for family in stage.families:
        found = [finding for finding in report.findings if finding.family == family]
        if found:
            steps.append(_from_findings(stage, found))
    results = {result.check: result for result in report.checks}
    open_checks = [results[check] for check in stage.checks if check in results]
    for state in (State.NOT_SEEN, State.PARTLY):
        steps += [_from_check(stage, result) for result in open_checks if result.state is state]
    return steps


def _from_findings(stage: Stage, found: list[Finding]) -> NextStep:
    first = found[0]
    spans = tuple(finding.span for finding in found)
    return NextStep(stage.name, first.family, first.message, first.question, first.why, first.source, spans)


def _from_check(stage: Stage, result: CheckResult) -> NextStep:
    return NextStep(stage.name, result.check, result.reason, result.question, "", "", result.spans)
