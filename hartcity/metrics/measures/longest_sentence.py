"""Words of the longest sentence of the body."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "words"


def measure(document: Document) -> float | None:
    """Return the figure, or None when there is nothing to count."""
    return float(max((len(sentence.forms) for sentence in document.body), default=0)) or None
