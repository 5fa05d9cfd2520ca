"""Mean words per sentence of the body. Plain-language guides ask for fewer than 20."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "words"


def measure(document: Document) -> float | None:
    """Return the figure, or None when there is nothing to count."""
    lengths = [len(sentence.forms) for sentence in document.body if sentence.forms]
    return round(sum(lengths) / len(lengths), 1) if lengths else None
