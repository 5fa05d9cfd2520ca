"""Predict first: the student's own rating of each criterion, kept beside the assistant's, over versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hartcity.model import Level, Report


PREFERENCE = "guess"
_PAST_KEPT = 12


def shown(preferences: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``on``, ``shown`` (a rating was given), ``mine`` (criterion to level) and ``past`` (``[same, of]``)."""
    kept = preferences.get(PREFERENCE)
    kept = kept if isinstance(kept, Mapping) else {}
    mine = kept.get("mine")
    return {
        "on": bool(kept.get("on")),
        "shown": bool(mine),
        "mine": dict(mine) if isinstance(mine, Mapping) else {},
        "past": list(kept.get("past") or []),
    }


def switched(preferences: Mapping[str, Any], *, on: bool) -> dict[str, Any]:
    """Turn rating first on (the next rating is asked for anew) or off; past comparisons stay."""
    return {**preferences, PREFERENCE: {"on": on, "mine": {}, "past": shown(preferences)["past"]}}


def guessed(preferences: Mapping[str, Any], mine: object, report: Report) -> dict[str, Any]:
    """Keep the rating ``mine`` (criterion → level) and how many of its levels are those of ``report``."""
    rated = mine if isinstance(mine, Mapping) else {}
    levels = {str(name): str(level) for name, level in rated.items() if level in set(Level)}
    same = sum(levels.get(result.criterion) == result.level for result in report.criteria)
    past = [*shown(preferences)["past"], [same, len(report.criteria)]][-_PAST_KEPT:]
    return {**preferences, PREFERENCE: {"on": True, "mine": levels, "past": past}}
