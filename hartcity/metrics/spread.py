"""Readability as a range."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import TYPE_CHECKING

from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.syllables import spoken_counts
from hartcity.model import GradeRange
from hartcity.text import Document


if TYPE_CHECKING:
    import numpy as np


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
    import numpy as np  # noqa: PLC0415 - the command line starts without it

    prose = prose_sentences(document, email=True)
    counts = [spoken_counts(sentence.plain) for sentence in prose if len(sentence.forms) > 2]  # noqa: PLR2004
    if len(counts) < _FEWEST_SENTENCES or sum(each.words for each in counts) < _FEWEST_WORDS:
        return None
    drawn_from = np.array(counts[:_MOST_SENTENCES])
    sentences = len(drawn_from)
    told, spoken, letters = (_samples(sentences) @ drawn_from).T
    grades = np.concatenate(
        (
            0.39 * told / sentences + 11.8 * spoken / told - 15.59,
            5.88 * letters / told - 29.6 * sentences / told - 15.8,
            4.71 * letters / told + 0.5 * told / sentences - 21.43,
        )
    )
    grades.sort()
    tenth = len(grades) // 10
    return GradeRange(round(float(grades[tenth]), 1), round(float(grades[-1 - tenth]), 1))


@lru_cache(maxsize=64)
def _samples(sentences: int) -> np.ndarray:
    """Return how often each sample draws each of so many sentences, a row a sample; drawn once, as it never changes."""
    import numpy as np  # noqa: PLC0415 - as above

    draw = random.Random(_SEED)  # noqa: S311  # not for secrets: the same text must give the same range
    drawn = (draw.choices(range(sentences), k=sentences) for _ in range(_RESAMPLES))
    return np.array([np.bincount(each, minlength=sentences) for each in drawn])
