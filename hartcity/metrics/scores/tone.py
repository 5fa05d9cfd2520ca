"""How the text treats its reader: 50 is neutral, 100 very considerate and warm, 0 hostile.

Strategies of politeness (thanks, praise, ways of asking, orders, pressure, blame ...), the valence of the words and
words learned from graded sentences, in a linear model (model card: ``data/tone.md``). It ranks ways of writing; it
does not know who the reader is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hartcity.metrics.courtesy import courtesy_features, manner, strategies
from hartcity.metrics.linear import model
from hartcity.metrics.passage import spoken_sentences
from hartcity.metrics.values import SILENCE, Evidence, weighed
from hartcity.model import Finding, Score, Span
from hartcity.text import Document


_PARTS = {
    "positive_words": "choice of words",
    "negative_words": "choice of words",
    "word_warmth": "choice of words",
    "negations": "choice of words",
    "questions": "manner of asking",
    "exclamation_marks": "marks",
    "piled_marks": "marks",
    "shouting": "marks",
    "you": "I and you",
    "i": "I and you",
}
_STEEPNESS = 0.8


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words. It rests on no finding."""
    del findings
    return document.once(_score, email=email)


@cache
def _part_of() -> Mapping[str, str]:
    """Return the part that each feature of the model belongs to."""
    named = _PARTS | {name: strategy.part for name, strategy in strategies().items()}
    return {feature: named[feature] for feature in model("tone").terms}


def _score(document: Document, *, email: bool) -> Score:
    sentences = spoken_sentences(document, email=email)
    if not sentences:
        return SILENCE
    fitted = model("tone")
    added: dict[str, float] = {}
    spans: dict[str, set[Span]] = {}
    part_of = _part_of()
    for feature, value in fitted.contributions(courtesy_features(sentences)).items():
        part = part_of[feature]
        added[part] = added.get(part, 0.0) + _STEEPNESS * value
    for sentence in sentences:
        read = manner(sentence.plain)
        shown = [(part_of[feature], span) for feature, span in read.shown.items() if feature in part_of]
        for part, span in (*shown, *(("choice of words", span) for span in read.charged)):
            spans.setdefault(part, set()).add(span.shifted(sentence.span.start))
    ordinary = Evidence("ordinary tone", _STEEPNESS * fitted.bias, is_given=True)
    return weighed(
        [ordinary, *(Evidence(part, value, tuple(sorted(spans.get(part, ())))) for part, value in added.items())]
    )
