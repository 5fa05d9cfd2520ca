"""Mean syllables per word of the body, counted over the Carnegie Mellon Pronouncing Dictionary."""

from __future__ import annotations

from hartcity.metrics.syllables import syllables
from hartcity.text import Document


UNIT = "syllables"


def measure(document: Document) -> float | None:
    """Return the figure, or None when there is nothing to count."""
    text = document.plain
    counts = [syllables(word.span.of(text)) for sentence in document.body for word in sentence.words]
    return round(sum(counts) / len(counts), 2) if counts else None
