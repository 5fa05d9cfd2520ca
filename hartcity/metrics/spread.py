"""Readability as a range."""

from __future__ import annotations

import random
from functools import lru_cache
from operator import itemgetter

from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.syllables import syllables
from hartcity.model import GradeRange
from hartcity.text import Document


_RESAMPLES = 200
_SEED = 20260101
_FEWEST_SENTENCES = 3
_FEWEST_WORDS = 60
_MOST_SENTENCES = 400


def readability_range(document: Document) -> GradeRange | None:
    """Return the range of grades that the sentences of a text support, or None under three sentences or 60 words.

    Sentences are drawn again with replacement 200 times (fixed seed), and three formulas that look at different
    things are computed for each draw: Flesch-Kincaid (syllables), Coleman-Liau (letters), and the Automated
    Readability Index (characters). The range holds the middle four fifths of all values.
    """
    plain = document.plain
    counts = []
    for sentence in prose_sentences(document, email=True):
        if len(sentence.words) > 2:  # noqa: PLR2004
            spoken = sum(syllables(word.span.of(plain)) for word in sentence.words)
            letters = sum(sum(map(str.isalnum, word.lower)) for word in sentence.words)
            counts.append((len(sentence.words), spoken, letters))
    if len(counts) < _FEWEST_SENTENCES or sum(words for words, _, _ in counts) < _FEWEST_WORDS:
        return None
    kept = counts[:_MOST_SENTENCES]
    columns = tuple(zip(*kept, strict=True))
    values: list[float] = []
    for drawn in _samples(len(kept)):
        words, spoken, letters = (sum(drawn(column)) for column in columns)
        values.append(0.39 * words / len(kept) + 11.8 * spoken / words - 15.59)
        values.append(5.88 * letters / words - 29.6 * len(kept) / words - 15.8)
        values.append(4.71 * letters / words + 0.5 * words / len(kept) - 21.43)
    values.sort()
    return GradeRange(round(values[len(values) // 10], 1), round(values[-1 - len(values) // 10], 1))


@lru_cache(maxsize=64)
def _samples(sentences: int) -> tuple[itemgetter[tuple[int, ...]], ...]:
    """Return what takes each sample out of a column of so many sentences; drawn once, as it is the same for all."""
    draw = random.Random(_SEED)  # noqa: S311  # not for secrets: the same text must give the same range
    return tuple(itemgetter(*draw.choices(range(sentences), k=sentences)) for _ in range(_RESAMPLES))
