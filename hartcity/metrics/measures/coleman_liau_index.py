"""Coleman Liau Index: 0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8.

Source: Coleman and Liau (1975), A computer readability formula designed for machine scoring, Journal of Applied
Psychology 60. Computed by ``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "US school grade"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("coleman_liau_index")(text), 1)
