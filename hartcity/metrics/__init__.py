"""Figures about a text, and the five scores: clarity, concision, tone, formality, readability.

A figure is a file in ``measures``, a score a file in ``scores``; both are found by walking the package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

from hartcity.metrics import measures, scores
from hartcity.metrics.nonsense import gibberish, word_salad
from hartcity.metrics.spread import readability_range
from hartcity.model import Finding, Score
from hartcity.plugins import modules_in
from hartcity.text import Document


__all__ = ["gibberish", "measure", "readability_range", "score", "word_salad"]


@cache
def _modules(package: ModuleType) -> tuple[tuple[str, ModuleType], ...]:
    return tuple(modules_in(package.__name__).items())


def measure(document: Document) -> Mapping[str, float | None]:
    """Return every figure by its name; None where the text is too short for it."""
    return {name: module.measure(document) for name, module in _modules(measures)}


def score(document: Document, *, findings: Sequence[Finding] = (), email: bool = True) -> Mapping[str, Score]:
    """Return the five scores, each with the parts that add up to it.

    ``findings`` are those of the rules and engines, in any order. ``email`` says whether greeting, closing and
    signature are the frame of an email; otherwise every sentence is read as prose.
    """
    ordered = tuple(sorted(findings, key=lambda finding: (finding.span, finding.check, finding.message)))
    return {name: module.score(document, ordered, email=email) for name, module in _modules(scores)}
