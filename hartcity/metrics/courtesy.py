"""How a sentence treats its reader, as figures."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hartcity.metrics.wordlists import graded
from hartcity.model import Span
from hartcity.text import Sentence
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import forms_in, words_in


@dataclass(frozen=True, slots=True)
class Strategy:
    """A way of treating a reader: the line of the receipt it belongs to, and what it looks like."""

    part: str
    pattern: re.Pattern[str]


@cache
def strategies() -> Mapping[str, Strategy]:
    """Load ``data/tone_strategies.toml``, by name in alphabetical order."""
    data = tomllib.loads(files(__package__).joinpath("data/tone_strategies.toml").read_text(encoding="utf-8"))
    return {name: Strategy(entry["part"], re.compile(entry["pattern"])) for name, entry in sorted(data.items())}


_NEGATIONS = frozenset("not no never without hardly cannot nor neither none isn't aren't wasn't weren't".split())
_YOU = frozenset("you your you're yours you've".split())
_I = frozenset("i i'm i'd i've my me".split())
_REACH = 3
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_PILED_MARKS = re.compile(r"[!?]{2,}")
_COMPRESSION = 15.0
_CLEARLY = 1.5


class _Manner(NamedTuple):
    """How one sentence treats its reader.

    ``shown`` are the strategies seen in it, each with the place of its first words, ``charged`` the words that are
    clearly warm or harsh in themselves, whatever stands before them; places count from the sentence's beginning.
    ``warmth`` are the learned values of the words that have one; the rest are counts, and yes or no.
    """

    words: int
    shown: Mapping[str, Span]
    charged: tuple[Span, ...]
    good: float
    bad: float
    warmth: tuple[float, ...]
    you: int
    i: int
    negations: int
    asks: bool
    exclaims: bool
    piles_marks: bool
    shouts: bool


@kept(SENTENCES)
def manner(sentence: str) -> _Manner:
    """Read how a sentence that holds at least one word treats its reader."""
    own, forms = words_in(sentence), forms_in(sentence)
    rated, learned = graded("valence"), graded("word_warmth")
    good, bad = _valence(forms, rated)
    return _Manner(
        words=len(forms),
        shown=dict(_shown(sentence.lower())),
        charged=tuple(word.span for word in own if abs(rated.get(word.lower, 0.0)) >= _CLEARLY),
        good=good,
        bad=bad,
        warmth=tuple(learned[word] for word in forms if word in learned),
        you=sum(word in _YOU for word in forms),
        i=sum(word in _I for word in forms),
        negations=sum(map(_negates, forms)),
        asks=sentence.rstrip("\"') ").endswith("?"),
        exclaims="!" in sentence,
        piles_marks=bool(_PILED_MARKS.search(sentence)),
        shouts=bool(_SHOUT.search(sentence)) and sentence.isupper(),
    )


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _valence(forms: Sequence[str], rated: Mapping[str, float]) -> tuple[float, float]:
    """Return how positive and how negative the words of a sentence are, each from 0 up to 1.

    Word values are those of VADER's lexicon; up to three words after a negation a value is turned round and weakened
    (by its factor of 0.74), and sums are compressed as it does: s / sqrt(s * s + 15).
    """
    good = bad = 0.0
    last_negation = -_REACH - 1
    for place, word in enumerate(forms):
        if _negates(word):
            last_negation = place
            continue
        value = rated.get(word, 0.0)
        if value and place - last_negation <= _REACH:
            value *= -0.74
        good, bad = (good + value, bad) if value > 0 else (good, bad - value)
    return good / math.sqrt(good * good + _COMPRESSION), bad / math.sqrt(bad * bad + _COMPRESSION)


def _shown(lower: str) -> Iterator[tuple[str, Span]]:
    """Yield the strategies seen in a sentence, each with the place of its first words."""
    for name, strategy in strategies().items():
        found = strategy.pattern.search(lower)
        if found:
            lead = len(found[0]) - len(found[0].lstrip(" \n\"'([*-"))
            yield name, Span(found.start() + lead, found.end())


def courtesy_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word.

    A strategy's feature is the number of sentences that show it over the root of the number of all sentences: a second
    thanks adds less than the first, and one insult is not undone by ten plain sentences around it.
    """
    read = [manner(sentence.plain) for sentence in sentences]
    root, words = math.sqrt(len(read)), sum(each.words for each in read)
    showing = Counter(name for each in read for name in each.shown)
    warmth = [value for each in read for value in each.warmth]
    return {
        **{name: showing[name] / root for name in strategies()},
        "positive_words": math.fsum(each.good for each in read) / root,
        "negative_words": math.fsum(each.bad for each in read) / root,
        "questions": sum(each.asks for each in read) / root,
        "exclamation_marks": sum(each.exclaims for each in read) / root,
        "piled_marks": sum(each.piles_marks for each in read) / root,
        "shouting": sum(each.shouts for each in read) / root,
        "you": sum(each.you for each in read) / words,
        "i": sum(each.i for each in read) / words,
        "negations": sum(each.negations for each in read) / words,
        "word_warmth": math.fsum(warmth) / len(warmth) if warmth else 0.0,
    }
