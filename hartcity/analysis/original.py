"""A report on an expanded text, told of the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hartcity.model import Finding, Report, Span
from hartcity.text.expanded import Expanded


def told_of_original(report: Report, expanded: Expanded, original: str) -> Report:
    """Return ``report`` with every span in it mapped back, so that its words stand in ``original`` where it says.

    A ready replacement for part of a ligature fits no part of the original and is left out.
    """
    told: Report = _mapped(report, expanded, original)
    return told


def _mapped(value: Any, expanded: Expanded, original: str) -> Any:  # noqa: ANN401 - any part of a report
    told = value
    if isinstance(value, Span):
        told = expanded.original(value)
    elif isinstance(value, Finding):
        span = expanded.original(value.span)
        kept = () if expanded.cuts(value.span) else value.suggestions
        told = replace(value, span=span, text=span.of(original), suggestions=kept)
    elif isinstance(value, tuple) and type(value) is tuple:
        told = tuple(_mapped(each, expanded, original) for each in value)
    elif isinstance(value, Mapping):
        told = {name: _mapped(each, expanded, original) for name, each in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        told = replace(
            value, **{field.name: _mapped(getattr(value, field.name), expanded, original) for field in fields(value)}
        )
    return told
