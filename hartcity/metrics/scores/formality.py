"""How formal the register is."""

from __future__ import annotations

import re
from hartcity.metrics.passage import spoken_sentences
from hartcity.metrics.values import SILENCE, Evidence, Score, weighed
from hartcity.model import Finding
from hartcity.text import Document


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words."""
    del findings
    sentences = spoken_sentences(document, email=email)
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return SILENCE
    contractions = sum("'" in word.lower and not word.lower.endswith("'s") for word in words) / len(words)
    letters = sum(len(word.lower) for word in words) / len(words)
    marks = sum(len(re.findall(r"!|\?\?|:\)", sentence.plain)) for sentence in sentences) / len(sentences)
    return weighed(
        [
            Evidence("contractions", -20 * contractions),
            Evidence("word length", letters - 4.5),
            Evidence("exclamation marks", -marks),
        ]
    )
