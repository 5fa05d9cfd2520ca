"""Sentences of the whole text that hold a word."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "sentences"


def measure(document: Document) -> float | None:
    """Return the figure, 0 for an empty text."""
    return float(sum(1 for sentence in document.sentences if sentence.forms))
