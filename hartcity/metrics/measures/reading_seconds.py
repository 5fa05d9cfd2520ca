"""Time to read the text silently: words / 238 a minute.

Source: Brysbaert (2019), How many words do we read per minute? Journal of Memory and Language 109.
"""

from __future__ import annotations

from hartcity.text import Document


UNIT = "seconds"


def measure(document: Document) -> float | None:
    """Return the figure, 0 for an empty text."""
    return float(round(document.word_count * 60 / 238))
