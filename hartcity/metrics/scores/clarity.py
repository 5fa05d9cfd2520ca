"""How easily the meaning can be followed: 100 is plain prose in good order.

Sentence length and familiar words, as plain-language guides ask; words in an order that sentences have; spelling and
sentence marks; words that say who, what and why. The weights are set by judgment, not fitted (model card:
``data/clarity.md``). Mashed keys and shuffled words lose nearly everything.
"""

from __future__ import annotations

import math

from hartcity.metrics.following import (
    beyond_easy_length,
    blurred_words,
    following_features,
    hidden_actors,
    linking_words,
    nouned_verbs,
    unfamiliar_words,
)
from hartcity.metrics.nonsense import disorder
from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.prose_features import prose_features
from hartcity.metrics.values import SILENCE, Evidence, weighed
from hartcity.model import Family, Finding, Score
from hartcity.text import Document


_ORDINARY = 1.0
# What each feature is in ordinary prose, and the log-odds for one unit more of it.
_WEIGHTS = {
    "sentence length": (("words_per_sentence", math.log1p(18), -0.35), ("overlong", 0.0, -1.5)),
    "familiar words": (("hard_words", 0.3, -1.0), ("letters_per_word", 4.7, -0.1)),
    "order of words": (("disorder", 0.0, -2.0),),
    "spelling": (("misspelled", 0.0, -6.0), ("unspellable", 0.0, -4.0)),
    "sentence marks": (("careless_starts", 0.0, -0.7), ("careless_ends", 0.0, -0.6), ("restless", 0.0, -1.0)),
    "linking words": (("links", 0.02, 8.0),),
    "words that blur": (("blurred", 0.0, -6.0), ("pointing", 0.03, -4.0)),
    "verbs made nouns": (("nouned_verbs", 0.03, -3.0),),
    "hidden actors": (("hidden_actors", 0.1, -0.6),),
}
_NONSENSE = -6.0
_MISTAKE = -8.0
_MOST_MISTAKES = 0.1


def score(document: Document, findings: tuple[Finding, ...], *, email: bool) -> Score:
    """Return the score with its parts; None when the text has no words."""
    sentences = prose_sentences(document, email=email)
    if not sentences:
        return SILENCE
    evidence = list(document.once(_own_evidence, email=email))
    mistakes = tuple(finding.span for finding in findings if finding.family is Family.GRAMMAR)
    words = sum(len(sentence.forms) for sentence in sentences)
    evidence.append(Evidence("mistakes of language", _MISTAKE * min(_MOST_MISTAKES, len(mistakes) / words), mistakes))
    evidence.append(Evidence("missing sentences", _NONSENSE * document.once(_disorder, email=email)))
    return weighed(evidence)


def _disorder(document: Document, *, email: bool) -> float:
    return disorder(prose_sentences(document, email=email))


def _own_evidence(document: Document, *, email: bool) -> tuple[Evidence, ...]:
    """Return what the words themselves say, whatever was found in them."""
    sentences = prose_sentences(document, email=email)
    features = following_features(sentences, document.once(prose_features, email=email))
    spans = {
        "sentence length": beyond_easy_length(sentences),
        "words that blur": blurred_words(sentences),
        "hidden actors": hidden_actors(sentences),
        "linking words": linking_words(sentences),
        "verbs made nouns": nouned_verbs(sentences),
        "spelling": unfamiliar_words(sentences),
    }
    evidence = [Evidence("ordinary prose", _ORDINARY, is_given=True)]
    for name, terms in _WEIGHTS.items():
        weight = math.fsum(per_unit * (features[feature] - usual) for feature, usual, per_unit in terms)
        evidence.append(Evidence(name, weight, spans.get(name, ())))
    return tuple(evidence)
