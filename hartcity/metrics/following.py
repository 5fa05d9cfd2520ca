"""What makes a text easy or hard to follow, as figures."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hartcity.metrics.nonsense import is_spellable
from hartcity.metrics.order import order_of
from hartcity.model import Span
from hartcity.text import Sentence
from hartcity.text.frequency import is_familiar
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.sought import Sought
from hartcity.text.words import words_in


EASY_LENGTH = 30
"""Words that a sentence may have before each one more costs a score a little.

This is not where a sentence is told as too long: the rules in ``hartcity/rules/long_sentence`` begin at 35 words, where
the reader seconds them, and at 55 anyhow. A cost may begin early, since it grows from nothing; what is told asks for
work and takes points at once, so it begins where a sentence is nearly always hard. With one figure for both, scores
would move: with 35 for each draft with a sentence of 31 words or more, with 30 for each sentence told in addition.
"""

_USUAL_ORDER = 0.5
_LEAST_ORDER = 0.25
_PRIOR_PAIRS = 12
_BLURRED = Sought(
    r"\b(?:things?|stuff|something|somehow|somewhere|someone|anything|everything|whatever|whatnot|etc|and so on"
    r"|and such|or so|sort of|kind of|in some way|a lot|lots|various|certain|factors?|aspects?|issues?|situations?)\b"
)
_LINK = Sought(
    r"\b(?:because|since|so that|therefore|thus|for example|for instance|such as|first|second|third|finally|then|also"
    r"|but|however|although|though|while|when|if|unless|after|before|until|which means|as a result|in other words)\b"
)
_HIDDEN_ACTOR = Sought(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w{2,}ed|done|made|given|taken|sent|held|kept|seen|known|shown|found|written|told|paid)\b(?!\s+by\b)"
)
_NOUNED_VERB = Sought(r"\b\w{3,}(?:tion|sion|ment|ance|ence|ility)s?\b")
_INLINE_ITEM = Sought(r"\s[-*\u2022\u2013\u2014]\s+(?=\w)")
_POINTING = frozenset("it this they them those these its their".split())
_RESTLESS = re.compile(r"\.\.|\u2026|[!?]{2,}")
_CAREFUL_END = re.compile(r"[.!?:\u2026][\"')\]]*$")


def blurred_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words that could mean nearly anything."""
    return _places(_BLURRED, sentences)


def hidden_actors(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the passives that do not say who does it."""
    return _places(_HIDDEN_ACTOR, sentences)


def linking_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words that say how one thought follows from another."""
    return _places(_LINK, sentences)


def nouned_verbs(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the nouns that were made from verbs."""
    return _places(_NOUNED_VERB, sentences)


def unfamiliar_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words without a capital that no list of English words holds, in any form."""
    return tuple(span.shifted(s.span.start) for s in sentences for span in _care(s.plain).unfamiliar)


def _places(sought: Sought, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    return tuple(span.shifted(s.span.start) for s in sentences for span in sought.places(s.lower))


def breaths(sentence: Sentence) -> float:
    """Return the words of a sentence, or of each of its items where a list runs on inside it."""
    return len(sentence.forms) / (1 + len(_INLINE_ITEM.places(sentence.plain)))


def beyond_easy_length(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the sentences whose length costs: those of more words than ``EASY_LENGTH``."""
    return tuple(sentence.span for sentence in sentences if breaths(sentence) > EASY_LENGTH)


class _Care(NamedTuple):
    """What one sentence says of the care it was written with.

    ``unfamiliar`` are the words without a capital that no list holds, from the sentence's beginning.
    """

    unfamiliar: tuple[Span, ...]
    unspellable: int
    pointing: int
    starts_small: bool
    ends_openly: bool
    is_restless: bool


@kept(SENTENCES)
def _care(sentence: str) -> _Care:
    own = words_in(sentence)
    small = [word for word in own if word.lower.isalpha() and sentence[word.span.start].islower()]
    return _Care(
        unfamiliar=tuple(word.span for word in small if not is_familiar(word.lower)),
        unspellable=sum(not is_spellable(word.lower) for word in small),
        pointing=sum(word.lower in _POINTING for word in own),
        starts_small=sentence[:1].islower(),
        ends_openly=not _CAREFUL_END.search(sentence) and not _INLINE_ITEM.stands_in(sentence),
        is_restless=bool(_RESTLESS.search(sentence)) or (len(own) > 2 and sentence.isupper()),  # noqa: PLR2004
    )


def following_features(sentences: Sequence[Sentence], reading: Mapping[str, float]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word; ``reading`` has their ``reading_features``.

    ``disorder`` is how far the mean log-ratio of neighbors, drawn to that of prose in a short text, lies below what
    prose keeps to; ``overlong`` the mean share of a sentence beyond ``EASY_LENGTH``; the others are shares of words or
    of sentences.
    """
    count, of_sentences = sum(len(sentence.forms) for sentence in sentences), len(sentences)
    order, pairs = order_of(sentences)
    lengths = [breaths(sentence) for sentence in sentences]
    care = [_care(sentence.plain) for sentence in sentences]
    return {
        "hard_words": reading["hard_words"],
        "letters_per_word": reading["letters_per_word"],
        "words_per_sentence": math.log1p(math.fsum(lengths) / of_sentences),
        "overlong": math.fsum(max(0.0, length - EASY_LENGTH) / length for length in lengths) / of_sentences,
        "disorder": max(0.0, _LEAST_ORDER - (order * pairs + _USUAL_ORDER * _PRIOR_PAIRS) / (pairs + _PRIOR_PAIRS)),
        "misspelled": sum(len(each.unfamiliar) for each in care) / count,
        "unspellable": sum(each.unspellable for each in care) / count,
        "careless_starts": sum(each.starts_small for each in care) / of_sentences,
        "careless_ends": sum(each.ends_openly for each in care) / of_sentences,
        "links": _count(_LINK, sentences) / count,
        "pointing": sum(each.pointing for each in care) / count,
        "restless": sum(each.is_restless for each in care) / of_sentences,
        "blurred": _count(_BLURRED, sentences) / count,
        "nouned_verbs": _count(_NOUNED_VERB, sentences) / count,
        "hidden_actors": _count(_HIDDEN_ACTOR, sentences) / of_sentences,
    }


def _count(sought: Sought, sentences: Sequence[Sentence]) -> int:
    return sum(len(sought.places(sentence.lower)) for sentence in sentences)
