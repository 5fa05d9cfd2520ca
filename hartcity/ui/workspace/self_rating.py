"""Predict first: the student's own rating of each criterion, kept beside the assistant's, over versions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from hartcity.model import Level, Report


PREFERENCE = "guess"
_PAST_KEPT = 12


def shown(preferences: Mapping[str, Any], text: str | None = None) -> dict[str, Any]:
    """Return what the editor is told of the rating.

    ``on`` and ``shown`` (a rating was given), ``mine`` and ``here`` (criterion to level, the student's and the
    report's), ``past`` (``[same, of]``), and ``isOld``: the rating is of another wording than ``text``.
    """
    kept = preferences.get(PREFERENCE)
    kept = kept if isinstance(kept, Mapping) else {}
    mine, here = kept.get("mine"), kept.get("here")
    return {
        "on": bool(kept.get("on")),
        "shown": bool(mine),
        "mine": dict(mine) if isinstance(mine, Mapping) else {},
        "here": dict(here) if isinstance(here, Mapping) else {},
        "past": list(kept.get("past") or []),
        "isOld": bool(mine) and text is not None and kept.get("of", _named(text)) != _named(text),
    }


def _named(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def switched(preferences: Mapping[str, Any], *, on: bool) -> dict[str, Any]:
    """Turn rating first on (the next rating is asked for anew) or off; past comparisons stay."""
    return {**preferences, PREFERENCE: {"on": on, "mine": {}, "past": shown(preferences)["past"]}}


def guessed(preferences: Mapping[str, Any], mine: object, report: Report, text: str) -> dict[str, Any]:
    """Keep the rating ``mine`` (criterion → level) of ``text`` beside the levels of ``report``, and how many agree."""
    rated = mine if isinstance(mine, Mapping) else {}
    levels = {str(name): str(level) for name, level in rated.items() if level in set(Level)}
    here = {result.criterion: result.level.value for result in report.criteria}
    same = sum(levels.get(criterion) == level for criterion, level in here.items())
    past = [*shown(preferences)["past"], [same, len(here)]][-_PAST_KEPT:]
    kept = {"on": True, "mine": levels, "here": here, "of": _named(text), "past": past}
    return {**preferences, PREFERENCE: kept}
