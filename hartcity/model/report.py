"""What the checks hand back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hartcity.model.check import CheckResult
from hartcity.model.finding import Finding
from hartcity.model.notice import Notice
from hartcity.model.score import GradeRange, ScorePart
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
class OutlineSentence:
    """A sentence of the body, and how many words it has."""

    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What a draft is made of: all its words, the paragraphs of its body, and the sentences in them."""

    words: int = 0
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[OutlineSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """One thing that the draft and its plan are compared in: how far they agree, a plain sentence, the draft's words.

    ``check`` is the check that the comparison rests on, and empty where it rests on none.
    """

    about: str
    level: Level
    saying: str
    spans: tuple[Span, ...] = ()
    check: str = ""


ENGINE_NAMES = {"languagetool": "LanguageTool", "harper": "Harper", "reader": "Reader"}
"""What reads a draft, by the id in a report, as people write it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said about one draft.

    ``scores`` are 0-100 or None, ``parts`` what each of them is made of, in points that add up to it; ``grades`` is
    None where a text is too short or gets no score. ``engines`` names the version of each grammar engine that the
    report rests on, and None for one that did not take part. ``agreement`` is empty where there is no plan.
    ``notices`` are about the report itself (cut, engine away).
    """

    id: str
    refused: str | None
    scores: Mapping[str, float | None]
    criteria: tuple[CriterionResult, ...]
    checks: tuple[CheckResult, ...]
    findings: tuple[Finding, ...]
    metrics: Mapping[str, float | None]
    engines: Mapping[str, str | None]
    notices: tuple[Notice, ...] = ()
    outline: Outline = field(default_factory=Outline)
    grades: GradeRange | None = None
    parts: Mapping[str, tuple[ScorePart, ...]] = field(default_factory=dict)
    agreement: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanReport:
    """Everything that is said about one service plan."""

    checks: tuple[CheckResult, ...]
    criteria: tuple[CriterionResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
