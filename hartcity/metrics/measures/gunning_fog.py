"""Gunning Fog.

0.4 (words per sentence + 100 share of words of three syllables or more that are not on a list of easy words).

Source: Gunning (1952), The Technique of Clear Writing. Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "US school grade"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("gunning_fog")(text), 1)
