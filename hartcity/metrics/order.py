"""Whether words stand in an order that sentences have.

A class model: the 200 commonest words are classes of their own, the others are in 100 classes of words like them. For
each pair of neighbors it knows how much more often than by chance their classes follow each other, as a logarithm
(pointwise mutual information). In prose the mean is well above zero, in shuffled prose below.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from hartcity.metrics.wordlists import graded
from hartcity.text import Sentence
from hartcity.text.kept import SENTENCES, kept


EDGE, UNKNOWN, DIGITS = 0, 1, 2
SPARE = 3
LOWEST = -4.0
STEPS = 11.5
_FIRST_CHARACTER = 33


@cache
def _table() -> tuple[tuple[float, ...], ...]:
    rows = files(__package__).joinpath("data/class_order.txt").read_text(encoding="ascii").splitlines()
    return tuple(tuple(LOWEST + (ord(step) - _FIRST_CHARACTER) / STEPS for step in row) for row in rows)


def classes_of(sentence: Sentence) -> list[int]:
    """Return the classes of the words of a sentence, with its edges."""
    return _classes(sentence.forms)


def _classes(words: tuple[str, ...]) -> list[int]:
    known = graded("word_classes")
    inner = [
        int(known[word]) if word in known else (DIGITS if any(map(str.isdecimal, word)) else UNKNOWN) for word in words
    ]
    return [EDGE, *inner, EDGE]


@kept(SENTENCES)
def _ratios(words: tuple[str, ...]) -> tuple[float, ...]:
    """Return the log-ratios of the pairs of neighbors in a sentence, its edges included."""
    table = _table()
    return tuple(table[before][after] for before, after in pairwise(_classes(words)))


def order_of(sentences: Sequence[Sentence]) -> tuple[float, int]:
    """Return the mean log-ratio of the pairs of neighbors (prose is near 0.5), and the number of pairs."""
    values = [value for sentence in sentences for value in _ratios(sentence.forms)]
    return (math.fsum(values) / len(values) if values else 0.0), len(values)
