"""The five scores of a text, and what each is made of."""

from __future__ import annotations

import math
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


def whole_points(score: float) -> int:
    """Return a score as it is shown, everywhere: in whole points, rounded down.

    So no screen shows another number than the next, and none a level that was not reached: 87.6 is 87 where 88 is met.
    """
    return math.floor(round(score, 6))  # a mean of 88 may be 87.99999999999999


class GradeRange(NamedTuple):
    """US school grades between which the readability of a text lies, to one decimal."""

    low: float
    high: float
