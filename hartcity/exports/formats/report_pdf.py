"""The report for people: levels, what was seen, what may stand in the way, and what it rests on."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Spacer

from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import HandIn
from hartcity.model import CheckResult, Finding, Level, Report, State


PART = "report"
TITLE = "Report as PDF"
FILE_NAME = "report.pdf"
MIME = "application/pdf"

_LEVELS = {Level.MET: "met", Level.PARTLY: "partly", Level.NOT_YET: "not yet"}
_STATES = {
    State.MET: "met",
    State.PARTLY: "partly",
    State.NOT_SEEN: "not seen",
    State.NOT_APPLICABLE: "does not apply",
}


def write(hand_in: HandIn) -> bytes:
    """Return the report on both parts, as far as there is one."""
    day = f"{hand_in.as_of:%B} {hand_in.as_of.day}, {hand_in.as_of.year}"
    flowables: list[Any] = [
        page.text("Practice Feedback", page.HEADING_1),
        page.text(f"{day}. Practice feedback, not your grade.", page.SMALL),
    ]
    if hand_in.report is not None:
        flowables += _draft(hand_in.report)
    if hand_in.plan_report is not None:
        flowables += [page.text("Service Plan", page.HEADING_2), _checks(hand_in.plan_report.checks), Spacer(1, 12)]
        if hand_in.plan_report.findings:
            flowables += [page.text("What may stand in the way of the plan", page.HEADING_2)]
            flowables += [_findings(hand_in.plan_report.findings)]
    return page.pdf(flowables, title="Practice feedback", author=hand_in.title_page.author)


def _draft(report: Report) -> list[Any]:
    if report.refused is not None:
        return [page.text(report.refused, page.SMALL)]
    scores = [["Score", "Out of 100"]]
    scores += [
        [_name(name), "too short to say" if value is None else f"{value:.0f}"] for name, value in report.scores.items()
    ]
    criteria = [["Criterion", "Level", "Points"]]
    criteria += [
        [_name(each.criterion), _LEVELS[each.level], "" if each.score is None else f"{each.score:.0f}"]
        for each in report.criteria
    ]
    engines = ", ".join(
        f"{name} {version}" if version else f"{name}: not used" for name, version in report.engines.items()
    )
    flowables = [
        page.text("Email", page.HEADING_2),
        page.grid(criteria, [3, 2, 1.5]),
        Spacer(1, 12),
        page.grid(scores, [3, 3.5]),
        Spacer(1, 12),
        page.text("What it does", page.HEADING_2),
        _checks(report.checks),
        Spacer(1, 12),
        page.text("What may stand in the way", page.HEADING_2),
        _findings(report.findings) if report.findings else page.text("Nothing was seen.", page.SMALL),
        Spacer(1, 12),
    ]
    flowables += [page.text(notice.words, page.SMALL) for notice in report.notices]
    return [*flowables, page.text(f"Engines: {engines or 'none'}.", page.SMALL)]


def _findings(findings: tuple[Finding, ...]) -> Any:  # noqa: ANN401 - reportlab has no types
    rows = [["Words", "What was seen", "A question"]]
    return page.grid([*rows, *([each.text, each.message, each.question] for each in findings)], [1.7, 2.6, 2.2])


def _checks(checks: tuple[CheckResult, ...]) -> Any:  # noqa: ANN401 - reportlab has no types
    rows = [["Check", "State", "What was seen"]]
    rows += [[_name(check.check), _STATES[check.state], check.reason or check.question] for check in checks]
    return page.grid(rows, [1.9, 1.1, 3.5])


def _name(identifier: str) -> str:
    return identifier.replace("_", " ").capitalize()
