"""How few words are spent on what is said."""

from __future__ import annotations

from hartcity.metrics.frequency import zipf
from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.values import SILENCE, Evidence, Score, weighed
from hartcity.model import Finding
from hartcity.text import Document


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words."""
    del findings
    sentences = prose_sentences(document, email=email)
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return SILENCE
    small = sum(zipf(word.lower) > 6 for word in words) / len(words)
    return weighed(
        [
            Evidence("sentence length", (24 - len(words) / len(sentences)) / 12),
            Evidence("small words", (0.45 - small) * 4),
        ]
    )
