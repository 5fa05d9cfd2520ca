"""Flesch Reading Ease: 206.835 - 1.015 words per sentence - 84.6 syllables per word.

Source: Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32. Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "points, about 0-100, higher is easier"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("flesch_reading_ease")(text), 1)
