"""How easily the meaning can be followed."""

from __future__ import annotations

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
    spoken = sum(syllables(word.lower) for word in words) / len(words)
    return weighed(
        [
            Evidence("sentence length", (24 - len(words) / len(sentences)) / 10),
            Evidence("long words", (1.6 - spoken) * 3),
        ]
    )
