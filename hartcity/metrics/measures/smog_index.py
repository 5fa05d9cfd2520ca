"""Smog Index: 1.043 sqrt(30 words of three syllables or more per sentence) + 3.1291.

Source: McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12. Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "US school grade"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("smog_index")(text), 1)
