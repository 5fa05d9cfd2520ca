"""How common a word is in English."""

from __future__ import annotations

from hartcity.metrics.wordlists import graded


UNKNOWN = 2.7
"""The Zipf frequency given to a word that the list does not hold: just below its rarest."""


def is_known(word: str) -> bool:
    """Whether a lower-case word is among the 28,000 most common of English."""
    return word in graded("frequency")


def zipf(word: str) -> float:
    """Return the Zipf frequency of a lower-case word: log10 of its occurrences in a billion words.

    7.7 is *the*, 4 is a word that turns up once in a hundred pages. Source: the ``wordfreq`` package, small list.
    """
    known = graded("frequency")
    if word in known:
        return known[word]
    stem, apostrophe, _ = word.partition("'")
    return known.get(stem, UNKNOWN) if apostrophe else UNKNOWN
