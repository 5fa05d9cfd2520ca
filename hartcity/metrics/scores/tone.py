"""How the text treats its reader."""

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
    if not sentences:
        return SILENCE
    kind = sum(
        bool(
            re.search(
                r"\bthank|appreciat|grateful|\bplease\b|\b(?:could|would|may) (?:you|we|i)\b|sorry|apolog|\bhope\b",
                s.lower,
            )
        )
        for s in sentences
    )
    harsh = sum(
        bool(re.search(r"\bmust\b|unacceptable|immediately|fail|never|ridiculous|stupid|wrong|^you\b|^why\b", s.lower))
        for s in sentences
    )
    return weighed(
        [Evidence("courtesy", 3 * kind / len(sentences)), Evidence("pressure and blame", -3 * harsh / len(sentences))]
    )
