"""Figures about a text, and the five scores: clarity, concision, tone, formality, readability.

A figure is a file in ``measures``, a score a file in ``scores``; both are found by walking the package.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

from hartcity.metrics import measures, scores
from hartcity.metrics.nonsense import gibberish, word_salad
from hartcity.metrics.spread import readability_range
from hartcity.metrics.values import Score, ScorePart
from hartcity.model import Finding
from hartcity.text import Document


__all__ = ["Score", "ScorePart", "gibberish", "measure", "readability_range", "score", "word_salad"]


@cache
def _modules(package: ModuleType) -> tuple[tuple[str, ModuleType], ...]:
    """Return the modules of a package with their names, in alphabetical order."""
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_"))
    return tuple((name, importlib.import_module(f"{package.__name__}.{name}")) for name in names)


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
