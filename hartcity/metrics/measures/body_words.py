"""Words of the body: without address, subject, greeting, closing, signature and quoted mail."""

from __future__ import annotations

from hartcity.text import Document


UNIT = "words"


def measure(document: Document) -> float | None:
    """Return the figure, 0 for an empty text."""
    return float(sum(len(sentence.forms) for sentence in document.body))
