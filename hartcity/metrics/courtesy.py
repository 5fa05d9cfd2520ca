"""How a sentence treats its reader, as figures."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hartcity.metrics.wordlists import graded
from hartcity.model import Span
from hartcity.text import Sentence
from hartcity.text.kept import SENTENCES, kept


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
_REACH = 3
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_PILED_MARKS = re.compile(r"[!?]{2,}")
_COMPRESSION = 15.0
_CLEARLY = 1.5


def valence(sentence: Sentence) -> tuple[float, float]:
    """Return how positive and how negative the words of a sentence are, each from 0 up to 1.

    Word values are those of VADER's lexicon; up to three words after a negation a value is turned round and weakened
    (by its factor of 0.74), and sums are compressed as it does: s / sqrt(s * s + 15).
    """
    rated = graded("valence")
    good = bad = 0.0
    last_negation = -_REACH - 1
    for place, word in enumerate(sentence.words):
        if word.lower in _NEGATIONS or word.lower.endswith("n't"):
            last_negation = place
            continue
        value = rated.get(word.lower, 0.0)
        if value and place - last_negation <= _REACH:
            value *= -0.74
        good, bad = (good + value, bad) if value > 0 else (good, bad - value)
    return good / math.sqrt(good * good + _COMPRESSION), bad / math.sqrt(bad * bad + _COMPRESSION)


def charged_words(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Return the words that are clearly warm or harsh in themselves, whatever stands before them."""
    rated = graded("valence")
    return tuple(
        word.span for sentence in sentences for word in sentence.words if abs(rated.get(word.lower, 0.0)) >= _CLEARLY
    )


def found_strategies(sentence: Sentence) -> dict[str, Span]:
    """Return the strategies seen in a sentence, each with the place of its first words in the text."""
    return {name: span.shifted(sentence.span.start) for name, span in _strategies_in(sentence.lower)}


@kept(SENTENCES)
def _strategies_in(lower: str) -> tuple[tuple[str, Span], ...]:
    seen = []
    for name, strategy in strategies().items():
        found = strategy.pattern.search(lower)
        if found:
            lead = len(found[0]) - len(found[0].lstrip(" \n\"'([*-"))
            seen.append((name, Span(found.start() + lead, found.end())))
    return tuple(seen)


def courtesy_features(sentences: Sequence[Sentence], seen: Sequence[dict[str, Span]]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word; ``seen`` has the strategies of each.

    A strategy's feature is the number of sentences that show it over the root of the number of all sentences: a second
    thanks adds less than the first, and one insult is not undone by ten plain sentences around it.
    """
    count = len(sentences)
    root = math.sqrt(count)
    features = {name: sum(name in found for found in seen) / root for name in strategies()}
    balance = [valence(sentence) for sentence in sentences]
    learned = graded("word_warmth")
    words = [word.lower for sentence in sentences for word in sentence.words]
    known = [learned[word] for word in words if word in learned]
    plain = [sentence.plain for sentence in sentences]
    features |= {
        "positive_words": math.fsum(good for good, _ in balance) / root,
        "negative_words": math.fsum(bad for _, bad in balance) / root,
        "questions": sum(text.rstrip("\"') ").endswith("?") for text in plain) / root,
        "exclamation_marks": sum("!" in text for text in plain) / root,
        "piled_marks": sum(bool(_PILED_MARKS.search(text)) for text in plain) / root,
        "shouting": sum(bool(_SHOUT.search(text)) and text.isupper() for text in plain) / root,
        "you": sum(word in {"you", "your", "you're", "yours", "you've"} for word in words) / len(words),
        "i": sum(word in {"i", "i'm", "i'd", "i've", "my", "me"} for word in words) / len(words),
        "negations": sum(word in _NEGATIONS or word.endswith("n't") for word in words) / len(words),
        "word_warmth": math.fsum(known) / len(known) if known else 0.0,
    }
    return features
