"""The shape of an assignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hartcity.rules import Rule


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A structural check earns ``of`` points when it is met and half of them when it is partly met."""

    check: str
    of: float


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A score or metric earns up to ``of`` points.

    ``band`` holds two or four corners: from the first, where nothing is earned, points rise in a straight line to the
    second, where all is earned; with four corners they fall again from the third to the fourth.
    """

    metric: str
    of: float
    band: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Deduction:
    """Findings of a family cost ``each`` points apiece, ``most`` in all.

    With ``per_words``, a finding costs ``each`` when there is one in that many words, and in proportion otherwise,
    so that a long draft is not punished for its length. Severities not listed cost nothing.
    """

    family: str
    each: float
    most: float
    per_words: int | None
    severities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is looked for under one heading of the feedback; ``met_from`` and ``partly_from`` are scores (0-100)."""

    id: str
    title: str
    asks: str
    met_from: float
    partly_from: float
    earns: tuple[CheckLine | MetricLine, ...]
    costs: tuple[Deduction, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A group of next steps; stages come in the order of the file, and so do the checks and families inside."""

    name: str
    title: str
    checks: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """``characters`` of a draft that are read; fewer than ``fewest_words`` get no score; ``next_steps`` at a time."""

    characters: int
    fewest_words: int
    next_steps: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment as the checks need it. ``is_email`` says whether the structure of an email is looked for.

    ``rules`` are a teacher's own, beside the project's; ``questions`` are a teacher's wording, by check.
    """

    name: str
    title: str
    is_email: bool
    limits: Limits
    criteria: tuple[Criterion, ...]
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
