"""How easy the words and sentences are to read."""

from __future__ import annotations

from hartcity.metrics.frequency import zipf
from hartcity.metrics.syllables import syllables
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
    mean_length = len(words) / len(sentences)
    spoken = sum(syllables(word.lower) for word in words) / len(words)
    rarity = sum(7.5 - zipf(word.lower) for word in words) / len(words)
    return weighed(
        [
            Evidence("sentence length", (20 - mean_length) / 12),
            Evidence("long words", (1.5 - spoken) * 3),
            Evidence("rare words", 1.9 - rarity),
        ]
    )
