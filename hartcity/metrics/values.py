"""What a score is made of."""

from __future__ import annotations

import math
from typing import NamedTuple

from hartcity.model import Score, ScorePart, Span


MIDDLE = 50.0


class Evidence(NamedTuple):
    """A kind of evidence before it is put into points: ``weight`` in log-odds, positive when it raises the score."""

    name: str
    weight: float
    spans: tuple[Span, ...] = ()
    reason: str = ""
    is_given: bool = False


SILENCE = Score(None)


def weighed(evidence: list[Evidence], start: str = "An ordinary text") -> Score:
    """Turn evidence into a score: 100 / (1 + exp(-sum of weights)), shared out in proportion to the weights.

    The parts begin with the middle, 50, that a text without any evidence gets. They are rounded to a tenth so that
    they add up to the value to the tenth: what rounding leaves over goes to the largest part.
    """
    total = math.fsum(item.weight for item in evidence)
    tenths = round(1000 / (1 + math.exp(-max(-30.0, min(30.0, total)))))
    rate = 250.0 if abs(total) < 1e-6 else (tenths - 500) / total  # noqa: PLR2004
    shares = [round(item.weight * rate) for item in evidence]
    if shares:
        largest = max(range(len(shares)), key=lambda i: (abs(shares[i]), -i))
        shares[largest] += tenths - 500 - sum(shares)
    elif tenths != 500:  # noqa: PLR2004
        tenths = 500
    parts = [ScorePart(start, MIDDLE, is_given=True)]
    parts += [
        ScorePart(item.name, share / 10, item.spans, item.reason, item.is_given)
        for item, share in zip(evidence, shares, strict=True)
        if share
    ]
    return Score(tenths / 10, tuple(parts))
