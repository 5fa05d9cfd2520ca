"""A report as values again, from the JSON in which it was kept, for the documents that are made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hartcity.assignment import Assignment
from hartcity.exports import HandIn, TitlePage
from hartcity.model import (
    CheckResult,
    CriterionResult,
    Draft,
    Family,
    Finding,
    Level,
    Notice,
    PlanReport,
    Report,
    Severity,
    Span,
    State,
)


def hand_in(report: Mapping[str, Any], as_of: dt.date, assignment: Assignment) -> HandIn:
    """Return a student's report, read for ``assignment``, as the documents take it."""
    return HandIn(
        draft=Draft(report["text"], subject=report["subject"]),
        as_of=as_of,
        assignment=assignment,
        title_page=TitlePage(author=report["student"]),
        report=_report(report) if report["has_draft"] else None,
        plan_report=_plan_report(report["plan_report"]) if report["plan_report"] else None,
        report_json=report,
    )


def _report(value: Mapping[str, Any]) -> Report:
    return Report(
        id=value["id"],
        refused=value["refused"],
        scores=value["scores"],
        criteria=_criteria(value),
        checks=_checks(value),
        findings=_findings(value),
        metrics=value["metrics"],
        engines=value["engines"],
        notices=_notices(value),
    )


def _plan_report(value: Mapping[str, Any]) -> PlanReport:
    return PlanReport(_checks(value), _criteria(value), _findings(value), _notices(value))


def _notices(value: Mapping[str, Any]) -> tuple[Notice, ...]:
    return tuple(Notice(words) for words in value["notices"])


def _criteria(value: Mapping[str, Any]) -> tuple[CriterionResult, ...]:
    return tuple(CriterionResult(name, Level(one["level"]), one["score"]) for name, one in value["criteria"].items())


def _checks(value: Mapping[str, Any]) -> tuple[CheckResult, ...]:
    return tuple(
        CheckResult(
            name,
            State(state),
            tuple(Span(*span) for span in value["reasons"][name].get("spans", ())),
            value["reasons"][name]["reason"],
            value["reasons"][name]["question"],
        )
        for name, state in value["checks"].items()
    )


def _findings(value: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            check=one["check"],
            family=Family(one["family"]),
            span=Span(one["start"], one["end"]),
            text=one["text"],
            message=one["message"],
            severity=Severity(one["severity"]),
            question=one["question"],
            suggestions=tuple(one["suggestions"]),
            engines=tuple(one["engines"]),
            field=one.get("field", ""),
        )
        for one in value["findings"]
    )
