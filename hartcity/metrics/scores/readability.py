"""How easy the words and sentences are to read: 100 is easiest.

A linear model of sentence length, word length, syllables and how common the words are, fitted to the difficulty that
people saw in English sentences of twenty domains (model card: ``data/readability.md``).
"""

from __future__ import annotations

from hartcity.metrics.linear import model
from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.prose_features import prose_features
from hartcity.metrics.values import SILENCE, Evidence, weighed
from hartcity.model import Finding, Score
from hartcity.text import Document


_REASONS = {
    "words_per_sentence": ("sentence length", "words in a sentence"),
    "syllables_per_word": ("word length", "letters and syllables in a word"),
    "words_of_three_syllables": ("word length", ""),
    "letters_per_word": ("word length", ""),
    "zipf": ("common words", "how often the words are met in English"),
    "rare_words": ("common words", ""),
    "hard_words": ("common words", ""),
    "word_ease": ("familiar subject", "words that easy texts use"),
    "people": ("people and numbers", "pronouns and figures"),
    "numbers": ("people and numbers", ""),
    "inner_marks": ("commas and brackets", "marks inside sentences"),
}
_STEEPNESS = 1.2


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words. It rests on no finding."""
    del findings
    return document.once(_score, email=email)


def _score(document: Document, *, email: bool) -> Score:
    sentences = prose_sentences(document, email=email)
    if not sentences:
        return SILENCE
    added: dict[str, float] = {}
    reasons: dict[str, str] = {}
    for feature, value in model("readability").contributions(document.once(prose_features, email=email)).items():
        name, reason = _REASONS[feature]
        added[name] = added.get(name, 0.0) + _STEEPNESS * value
        reasons[name] = reasons.get(name) or reason
    return weighed([Evidence(name, added[name], (), reasons[name]) for name in sorted(added)])
