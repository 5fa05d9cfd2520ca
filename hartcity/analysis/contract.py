"""The command line's JSON: drafts in, reports out. The shapes are in ``schemas/`` and in the README."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from hartcity.model import CheckResult, CriterionResult, Draft, Finding, Kind, PlanReport, Report, ScorePart, Span
from hartcity.plan import PlanError, plan_from_json


class DraftError(ValueError):
    """A draft cannot be read; the message says which field and what was expected, and never quotes the draft."""


_TEXTS = ("text", "id", "subject")


def draft_from_json(value: Any) -> Draft:  # noqa: ANN401 - whatever json.loads gives
    """Return the draft in ``value`` (what ``json.loads`` gave); raises DraftError."""
    if not isinstance(value, dict):
        raise DraftError("A draft is a JSON object with a text.")
    if "text" not in value:
        raise DraftError("text is missing.")
    for field in _TEXTS:
        if not isinstance(value.get(field) or "", str):
            raise DraftError(f"{field} must be a string.")
    kind = value.get("kind") or Kind.EMAIL
    if kind not in list(Kind):
        raise DraftError("kind must be email or letter.")
    plan = value.get("plan")
    try:
        return Draft(
            text=value["text"] or "",
            id=value.get("id") or "",
            subject=value.get("subject") or "",
            kind=Kind(kind),
            plan=None if plan is None else plan_from_json(plan),
        )
    except PlanError as error:
        raise DraftError(f"plan: {error}") from error


def report_to_json(report: Report) -> dict[str, Any]:
    """Return ``report`` as the contract's object, with keys in a fixed order."""
    return {
        "id": report.id,
        "refused": report.refused,
        "scores": dict(report.scores),
        "criteria": {result.criterion: _criterion(result) for result in report.criteria},
        "checks": {result.check: result.state.value for result in report.checks},
        "findings": [_finding(finding) for finding in report.findings],
        "metrics": dict(report.metrics),
        "engines": dict(report.engines),
        "notices": [notice.words for notice in report.notices],
        "reasons": {result.check: _reason(result) for result in report.checks},
        "parts": {name: [_part(part) for part in parts] for name, parts in report.parts.items()},
        "grades": None if report.grades is None else list(report.grades),
        "outline": {
            "words": report.outline.words,
            "paragraphs": [list(span) for span in report.outline.paragraphs],
            "sentences": [[*sentence.span, sentence.words] for sentence in report.outline.sentences],
        },
        "agreement": [
            {"about": one.about, "level": one.level.value, "saying": one.saying, "spans": _places(one.spans)}
            for one in report.agreement
        ],
    }


def plan_report_to_json(report: PlanReport) -> dict[str, Any]:
    """Return ``report`` as the contract's object for plans, with keys in a fixed order."""
    return {
        "checks": {result.check: result.state.value for result in report.checks},
        "criteria": {result.criterion: _criterion(result) for result in report.criteria},
        "findings": [{"field": finding.field, **_finding(finding)} for finding in report.findings],
        "notices": [notice.words for notice in report.notices],
        "reasons": {result.check: _reason(result) for result in report.checks},
    }


def to_line(value: Mapping[str, Any]) -> str:
    """Return one line of JSON without its line break; the same value gives the same bytes.

    Everything outside ASCII is escaped, so that a lone surrogate that came in can go out.
    """
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema called ``name`` (``draft``, ``report``, ``plan``, ``plan-report``)."""
    file = resources.files(__package__).joinpath("schemas", f"{name}.schema.json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def _criterion(result: CriterionResult) -> dict[str, Any]:
    return {
        "level": result.level.value,
        "score": result.score,
        "receipt": [
            {
                "check": line.check,
                "points": line.points,
                "of": line.of,
                "spans": _places(line.spans),
                "reason": line.reason,
            }
            for line in result.receipt
        ],
    }


def _part(part: ScorePart) -> dict[str, Any]:
    return {"name": part.name, "points": part.contribution, "spans": _places(part.spans), "reason": part.reason}


def _places(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "family": finding.family.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "message": finding.message,
        "question": finding.question,
        "why": finding.why,
        "source": finding.source,
        "suggestions": list(finding.suggestions),
        "severity": finding.severity.value,
        "engines": list(finding.engines),
        **({} if finding.certainty is None else {"certainty": finding.certainty}),
        **({} if finding.like is None else {"like": [finding.like.at_fault, finding.like.fine]}),
    }


def _reason(result: CheckResult) -> dict[str, Any]:
    return {
        "reason": result.reason,
        "question": result.question,
        "spans": _places(result.spans),
    }
