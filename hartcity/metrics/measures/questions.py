"""Sentences of the body that end in a question mark."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "sentences"


def measure(document: Document) -> float | None:
    """Return the figure, 0 for an empty text."""
    return float(sum(1 for sentence in document.body if sentence.plain.rstrip("\"')]").endswith("?")))
