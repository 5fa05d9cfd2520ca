"""Flesch Kincaid Grade: 0.39 words per sentence + 11.8 syllables per word - 15.59.

Source: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75, Naval Technical Training Command.
Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "US school grade"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("flesch_kincaid_grade")(text), 1)
