"""What makes a text easy or hard to follow, as figures."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from hartcity.metrics.frequency import is_familiar
from hartcity.metrics.nonsense import is_spellable
from hartcity.metrics.order import order_of
from hartcity.model import Span
from hartcity.text import Sentence
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import Word


LONG_SENTENCE = 30
_USUAL_ORDER = 0.5
_LEAST_ORDER = 0.25
_PRIOR_PAIRS = 12
_BLURRED = re.compile(
    r"\b(?:things?|stuff|something|somehow|somewhere|someone|anything|everything|whatever|whatnot|etc|and so on"
    r"|and such|or so|sort of|kind of|in some way|a lot|lots|various|certain|factors?|aspects?|issues?|situations?)\b"
)
_LINK = re.compile(
    r"\b(?:because|since|so that|therefore|thus|for example|for instance|such as|first|second|third|finally|then|also"
    r"|but|however|although|though|while|when|if|unless|after|before|until|which means|as a result|in other words)\b"
)
_HIDDEN_ACTOR = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{2,}ed|done|made|given|taken|sent|held|kept|seen|known|shown|found|written|told|paid)\b(?!\s+by\b)"
)
_NOUNED_VERB = re.compile(r"\b\w{3,}(?:tion|sion|ment|ance|ence|ility)s?\b")
_INLINE_ITEM = re.compile(r"\s[-*\u2022\u2013\u2014]\s+(?=\w)")
_POINTING = frozenset("it this they them those these its their".split())
_RESTLESS = re.compile(r"\.\.|\u2026|[!?]{2,}")
_CAREFUL_END = re.compile(r"[.!?:\u2026][\"')\]]*$")


def blurred_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words that could mean nearly anything."""
    return tuple(span.shifted(s.span.start) for s in sentences for span in _places(_BLURRED, s.lower))


def hidden_actors(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the passives that do not say who does it."""
    return tuple(span.shifted(s.span.start) for s in sentences for span in _places(_HIDDEN_ACTOR, s.lower))


def linking_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words that say how one thought follows from another."""
    return tuple(span.shifted(s.span.start) for s in sentences for span in _places(_LINK, s.lower))


def nouned_verbs(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the nouns that were made from verbs."""
    return tuple(span.shifted(s.span.start) for s in sentences for span in _places(_NOUNED_VERB, s.lower))


def unfamiliar_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words without a capital that no list of English words holds, in any form."""
    return tuple(word.span for word in _small(sentences) if not is_familiar(word.lower))


def _small(sentences: Sequence[Sentence]) -> list[Word]:
    return [
        word
        for s in sentences
        for word in s.words
        if word.lower.isalpha() and s.plain[word.span.start - s.span.start].islower()
    ]


@kept(4 * SENTENCES)
def _places(pattern: re.Pattern[str], sentence: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in pattern.finditer(sentence))


def breaths(sentence: Sentence) -> float:
    """Return the words of a sentence, or of each of its items where a list runs on inside it."""
    return len(sentence.words) / (1 + len(_INLINE_ITEM.findall(sentence.plain)))


def long_sentences(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the sentences of more than 30 words."""
    return tuple(sentence.span for sentence in sentences if breaths(sentence) > LONG_SENTENCE)


def _shouted(sentence: Sentence) -> bool:
    return len(sentence.words) > 2 and sentence.plain.isupper()  # noqa: PLR2004


def following_features(sentences: Sequence[Sentence], reading: Mapping[str, float]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word; ``reading`` has their ``reading_features``.

    ``disorder`` is how far the mean log-ratio of neighbors, drawn to that of prose in a short text, lies below what
    prose keeps to; ``overlong`` the mean share of a sentence beyond 30 words; the others are shares of words or of
    sentences.
    """
    words = [word for sentence in sentences for word in sentence.words]
    count, of_sentences = len(words), len(sentences)
    order, pairs = order_of(sentences)
    lengths = [breaths(sentence) for sentence in sentences]
    small = [word.lower for word in _small(sentences)]
    return {
        "hard_words": reading["hard_words"],
        "letters_per_word": reading["letters_per_word"],
        "words_per_sentence": math.log1p(math.fsum(lengths) / of_sentences),
        "overlong": math.fsum(max(0.0, length - LONG_SENTENCE) / length for length in lengths) / of_sentences,
        "disorder": max(0.0, _LEAST_ORDER - (order * pairs + _USUAL_ORDER * _PRIOR_PAIRS) / (pairs + _PRIOR_PAIRS)),
        "misspelled": sum(not is_familiar(word) for word in small) / count,
        "unspellable": sum(not is_spellable(word) for word in small) / count,
        "careless_starts": sum(s.plain[:1].islower() for s in sentences) / of_sentences,
        "careless_ends": sum(not _CAREFUL_END.search(s.plain) and not _INLINE_ITEM.search(s.plain) for s in sentences)
        / of_sentences,
        "links": len(linking_words(sentences)) / count,
        "pointing": sum(word.lower in _POINTING for word in words) / count,
        "restless": sum(bool(_RESTLESS.search(s.plain)) or _shouted(s) for s in sentences) / of_sentences,
        "blurred": len(blurred_words(sentences)) / count,
        "nouned_verbs": len(nouned_verbs(sentences)) / count,
        "hidden_actors": len(hidden_actors(sentences)) / of_sentences,
    }
