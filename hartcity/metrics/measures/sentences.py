"""Sentences of the whole text that hold a word."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "sentences"


def measure(document: Document) -> float | None:
    """Return the figure, or None when there is nothing to count."""
    return float(sum(1 for sentence in document.sentences if sentence.forms))
