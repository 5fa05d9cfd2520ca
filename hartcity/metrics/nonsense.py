"""Whether a text is language at all."""

from __future__ import annotations

import math

from hartcity.metrics.order import order_of
from hartcity.metrics.wordlists import graded
from hartcity.text import Document, Sentence
from hartcity.text.frequency import is_known
from hartcity.text.kept import SENTENCES, WORDS, kept
from hartcity.text.words import forms_in


_USUAL_ORDER = 0.45
_TURNING_POINT = -0.27
_PRIOR_PAIRS = 12
_SHARPNESS = 14.0
_SPELLABLE = 0.6
_LONGEST_WORD = 40
_OF_RANDOM_LETTERS = 0.65


def trigrams(word: str) -> list[str]:
    """Return the runs of three letters of a word with its edges: ``to`` has ``^to`` and ``to$``."""
    edged = f"^{word}$"
    return [edged[i : i + 3] for i in range(len(edged) - 2)]


@kept(WORDS)
def is_spellable(word: str) -> bool:
    """Whether a lower-case word looks like one: known, or made of letter runs that English words share.

    Names and misspellings pass; mashed keys do not.
    """
    if is_known(word):
        return True
    if len(word) > _LONGEST_WORD:
        return False
    common = graded("letter_trigrams")
    runs = trigrams(word)
    return sum(run in common for run in runs) >= _SPELLABLE * len(runs)


def gibberish(document: Document) -> float:
    """Return how far the words are spelled like no words of English, from 0 to 1; 0 for an empty text.

    It is the share of such words over the share that letters at random reach: some of those look like words too.
    """
    counts = [_spelled(line) for line in document.lines]
    words = sum(count for count, _ in counts)
    if not words:
        return 0.0
    return round(min(1.0, sum(odd for _, odd in counts) / words / _OF_RANDOM_LETTERS), 3)


@kept(SENTENCES)
def _spelled(line: str) -> tuple[int, int]:
    """Return how many words of English letters stand in a line, and how many of them look like none."""
    words = [form for form in forms_in(line) if form.isalpha() and form.isascii()]
    return len(words), sum(not is_spellable(word) for word in words)


def word_salad(document: Document) -> float:
    """Return how likely it is that the words were put in order by no one, from 0 to 1; 0 for an empty text."""
    return disorder(tuple(sentence for sentence in document.sentences if sentence.forms))


def disorder(sentences: tuple[Sentence, ...]) -> float:
    """Return :func:`word_salad` of some sentences. A short text is given the benefit of the doubt."""
    order, pairs = order_of(sentences)
    if not pairs:
        return 0.0
    cautious = (order * pairs + _USUAL_ORDER * _PRIOR_PAIRS) / (pairs + _PRIOR_PAIRS)
    return round(1 / (1 + math.exp(_SHARPNESS * (cautious - _TURNING_POINT))), 3)
