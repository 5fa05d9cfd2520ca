"""How common a word is in English."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


UNKNOWN = 2.7
"""The Zipf frequency given to a word that the list does not hold: just below its rarest."""


@cache
def _zipf() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in files(__package__).joinpath("data/frequency.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            step, _, words = line.partition(" ")
            found.update(dict.fromkeys(words.split(" "), float(step)))
    return found


def is_known(word: str) -> bool:
    """Whether a lower-case word is among the 28,000 most common of English."""
    return word in _zipf()


def zipf(word: str) -> float:
    """Return the Zipf frequency of a lower-case word: log10 of its occurrences in a billion words.

    7.7 is *the*, 4 is a word that turns up once in a hundred pages. Source: the ``wordfreq`` package, small list.
    """
    known = _zipf()
    if word in known:
        return known[word]
    stem, apostrophe, _ = word.partition("'")
    return known.get(stem, UNKNOWN) if apostrophe else UNKNOWN
