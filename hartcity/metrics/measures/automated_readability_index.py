"""Automated Readability Index: 4.71 characters per word + 0.5 words per sentence - 21.43.

Source: Senter and Smith (1967), Automated Readability Index, AMRL-TR-6620. Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "US school grade"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("automated_readability_index")(text), 1)
