"""The five scores of a text, and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hartcity.model.span import Span


@dataclass(frozen=True, slots=True)
class ScorePart:
    """What one kind of evidence adds to a score, in points, and the words that it rests on.

    ``is_given`` tells what every text gets from what this one did.
    """

    name: str
    contribution: float
    spans: tuple[Span, ...] = ()
    reason: str = ""
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100, to one decimal, or None when there is nothing to say; ``parts`` add up to ``value``."""

    value: float | None
    parts: tuple[ScorePart, ...] = ()


class GradeRange(NamedTuple):
    """US school grades between which the readability of a text lies, to one decimal."""

    low: float
    high: float
