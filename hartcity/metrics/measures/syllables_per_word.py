"""Mean syllables per word of the body, counted over the Carnegie Mellon Pronouncing Dictionary."""

from __future__ import annotations

from hartcity.metrics.syllables import spoken_counts
from hartcity.text import Document


UNIT = "syllables"


def measure(document: Document) -> float | None:
    """Return the figure, or None when there is nothing to count."""
    counts = [spoken_counts(sentence.plain) for sentence in document.body]
    words = sum(each.words for each in counts)
    return round(sum(each.syllables for each in counts) / words, 2) if words else None
