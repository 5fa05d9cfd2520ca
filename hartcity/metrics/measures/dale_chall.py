"""Dale Chall.

0.1579 percentage of words that fourth-graders do not know + 0.0496 words per sentence, + 3.6365 above 5 %.

Source: Chall and Dale (1995), Readability Revisited: The New Dale-Chall Readability Formula. Computed by
``textstat``.
"""

from __future__ import annotations

from hartcity.metrics.standard import formula, graded
from hartcity.text import Document


UNIT = "points: below 5 is fourth grade, 9 and above college"


def measure(document: Document) -> float | None:
    """Return the figure for the body of a text, to one decimal, or None under three sentences or 60 words."""
    text = graded(document)
    return None if text is None else round(formula("dale_chall_readability_score")(text), 1)
