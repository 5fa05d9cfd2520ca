"""From checks, findings and metrics to a criterion's score, with a receipt whose lines add up to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from hartcity.assignment import Assignment, CheckLine, Criterion, Deduction, MetricLine
from hartcity.model import CheckResult, CriterionResult, Finding, Level, ReceiptLine, ScorePart, State


_EARNED = {State.MET: 1.0, State.PARTLY: 0.5, State.NOT_SEEN: 0.0}
_NO_FALL = 2
"""Bounds of a band that only rises; one that falls again has four."""

_WORTH_TELLING = 1.0
_MOST_TOLD = 3


def criteria(  # noqa: PLR0913 - what a criterion may rest on
    assignment: Assignment,
    checks: Mapping[str, CheckResult],
    findings: Sequence[Finding],
    values: Mapping[str, float | None],
    words: int,
    *,
    parts: Mapping[str, Sequence[ScorePart]] = MappingProxyType({}),
) -> tuple[CriterionResult, ...]:
    """Score each criterion of ``assignment``.

    ``values`` holds the scores and metrics by name, ``parts`` what the scores are made of. A line that cannot be judged
    (a check that does not apply, a metric that is None) is left out, and the others count for more in proportion, so
    that silence neither earns nor costs.
    """
    return tuple(_criterion(criterion, checks, findings, values, words, parts) for criterion in assignment.criteria)


def unscored(assignment: Assignment) -> tuple[CriterionResult, ...]:
    """Return every criterion without a score, for a text that is no draft."""
    return tuple(CriterionResult(criterion.id, Level.NOT_YET, None) for criterion in assignment.criteria)


def _criterion(  # noqa: PLR0913, PLR0917 - what a criterion may rest on
    criterion: Criterion,
    checks: Mapping[str, CheckResult],
    findings: Sequence[Finding],
    values: Mapping[str, float | None],
    words: int,
    parts: Mapping[str, Sequence[ScorePart]],
) -> CriterionResult:
    judged = [(line, share) for line in criterion.earns if (share := _share(line, checks, values)) is not None]
    whole = sum(line.of for line, _ in judged)
    if not whole:
        return CriterionResult(criterion.id, Level.NOT_YET, None)
    receipt: list[ReceiptLine] = []
    reached = 0.0
    for line, share in judged:
        exact = line.of * 100 / whole
        of = round(reached + exact, 1) - round(reached, 1)  # rounded so that the whole stays 100
        reached += exact
        points, of = round(min(share * exact, of), 1), round(of, 1)
        if isinstance(line, CheckLine):
            result = checks[line.check]
            receipt.append(ReceiptLine(line.check, points, of, result.spans, result.reason))
        else:
            receipt.append(_measured(line.metric, values[line.metric], parts.get(line.metric, ()), points, of))
    left = sum(line.points for line in receipt)
    for deduction in criterion.costs:
        spent = _cost(deduction, findings, words, left)
        if spent:
            left += spent.points
            receipt.append(spent)
    score = max(0.0, round(sum(line.points for line in receipt), 1))
    level = (
        Level.MET if score >= criterion.met_from else Level.PARTLY if score >= criterion.partly_from else Level.NOT_YET
    )
    return CriterionResult(criterion.id, level, score, tuple(receipt))


def _share(
    line: CheckLine | MetricLine, checks: Mapping[str, CheckResult], values: Mapping[str, float | None]
) -> float | None:
    if isinstance(line, CheckLine):
        return _EARNED.get(checks[line.check].state)
    value = values.get(line.metric)
    return None if value is None else _height(value, line.band)


def _height(value: float, band: tuple[float, ...]) -> float:
    """Return how high ``value`` stands on the slope, plateau and slope that ``band`` describes, from 0 to 1."""
    rising = _slope(value, band[0], band[1])
    return rising if len(band) == _NO_FALL else min(rising, 1 - _slope(value, band[2], band[3]))


def _slope(value: float, start: float, stop: float) -> float:
    return min(1.0, max(0.0, (value - start) / (stop - start)))


def _measured(metric: str, value: float | None, parts: Sequence[ScorePart], points: float, of: float) -> ReceiptLine:
    """Return the line of a metric: what it is better and weaker in than other texts, its figure, the words of both."""
    counting = telling(parts)
    told = []
    for words, sign in (("Better than an ordinary text in", 1), ("Weaker in", -1)):
        named = ["\u201c" + part.name + "\u201d" for part in counting if sign * part.contribution > 0][:_MOST_TOLD]
        if named:
            told.append(f"{words} {', '.join(named)}.")
    spans = tuple(sorted({span for part in counting for span in part.spans}))
    return ReceiptLine(metric, points, of, spans, " ".join((*told, f"Measured: {value:g}.")))


def telling(parts: Sequence[ScorePart]) -> tuple[ScorePart, ...]:
    """Return the parts of a score that set it apart from an ordinary text's, a point at least, the largest first."""
    counting = [part for part in parts if abs(part.contribution) >= _WORTH_TELLING and not part.is_given]
    return tuple(sorted(counting, key=lambda part: -abs(part.contribution)))


def _cost(deduction: Deduction, findings: Sequence[Finding], words: int, left: float) -> ReceiptLine | None:
    counted = [f for f in findings if f.family == deduction.family and f.severity in deduction.severities]
    if not counted or left <= 0:
        return None
    times = len(counted) * (deduction.per_words / max(words, deduction.per_words) if deduction.per_words else 1)
    points = round(min(times * deduction.each, deduction.most, left), 1)
    spans = tuple(finding.span for finding in counted)
    return ReceiptLine(deduction.family, -points, 0, spans, f"Findings: {len(counted)}.")
