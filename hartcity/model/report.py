"""What the checks hand back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hartcity.model.check import CheckResult
from hartcity.model.finding import Finding
from hartcity.model.span import Span


class Level(StrEnum):
    """How far a criterion is reached."""

    MET = "met"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line of a score: which check, rule family or metric gave how many points of how many, and for which words."""

    check: str
    points: float
    of: float
    spans: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion's level and score (0-100; None when there is too little to say). The score is the receipt's sum."""

    criterion: str
    level: Level
    score: float | None
    receipt: tuple[ReceiptLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said about one draft.

    ``scores`` are 0-100 or None. ``engines`` names the version of each grammar engine that the report rests on, and
    None for one that did not take part. ``notices`` are plain sentences about the report itself (cut, engine away).
    """

    id: str
    refused: str | None
    scores: Mapping[str, float | None]
    criteria: tuple[CriterionResult, ...]
    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]
    metrics: Mapping[str, float | None]
    engines: Mapping[str, str | None]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanReport:
    """Everything that is said about one service plan."""

    checks: tuple[CheckResult, ...]
    criteria: tuple[CriterionResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = field(default=())
