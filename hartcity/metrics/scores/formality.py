"""How formal the register is: 50 is the middle of newspapers, blogs and questions on the web, 100 is most formal.

A linear model of words, marks and capitals, fitted to ratings of sentences (model card: ``data/formality.md``). It
follows usage, not rules: a contraction is casual, not wrong.
"""

from __future__ import annotations

from hartcity.metrics.linear import model
from hartcity.metrics.passage import spoken_sentences
from hartcity.metrics.register import casual_in, contracted_in, register_features
from hartcity.metrics.values import SILENCE, Evidence, weighed
from hartcity.model import Finding, Score, Span
from hartcity.text import Document, Sentence


_GROUPS = {
    "sentence length": ("words_per_sentence",),
    "choice of words": (
        "letters_per_word",
        "long_words",
        "zipf",
        "uncommon_words",
        "noun_style",
        "word_formality",
        "names",
        "digits",
    ),
    "contractions": ("contractions", "contracted_sentences"),
    "I and you": ("i", "you"),
    "marks": (
        "exclamation_marks",
        "question_marks",
        "trailing_dots",
        "smileys",
        "commas",
        "semicolons",
        "hyphens",
        "quotes",
    ),
    "spelling and capitals": ("unknown_words", "small_i", "shouted_words", "lower_case_start", "unfinished"),
    "first words": ("casual_start",),
}
_GROUP_OF = {feature: name for name, features in _GROUPS.items() for feature in features}
_STEEPNESS = 1.4
_MOST_SPANS = 5


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words. It rests on no finding."""
    del findings
    return document.once(_score, email=email)


def _score(document: Document, *, email: bool) -> Score:
    sentences = spoken_sentences(document, email=email)
    if not sentences:
        return SILENCE
    added = dict.fromkeys(_GROUPS, 0.0)
    fitted = model("formality")
    for feature, value in fitted.contributions(register_features(sentences)).items():
        added[_GROUP_OF[feature]] += _STEEPNESS * value
    spans = {"contractions": _contractions(sentences), "choice of words": _casual_words(sentences)}
    return weighed([Evidence(name, value, spans.get(name, ())) for name, value in added.items()])


def _contractions(sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    return tuple(span.shifted(sentence.span.start) for sentence in sentences for span in contracted_in(sentence.plain))


def _casual_words(sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Return where the most casual words stand, in order of place."""
    words = [
        (value, span.shifted(sentence.span.start))
        for sentence in sentences
        for value, span in casual_in(sentence.plain)
    ]
    return tuple(sorted(span for _, span in sorted(words)[:_MOST_SPANS]))
