"""Words: runs of letters and digits with their inner apostrophes, hyphens and dots."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "words"


def measure(document: Document) -> float | None:
    """Return the figure, 0 for an empty text."""
    return float(document.word_count)
