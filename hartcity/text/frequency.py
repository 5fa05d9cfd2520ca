"""How common a word is in English."""

from __future__ import annotations

from hartcity.text.kept import WORDS, kept
from hartcity.text.word_lists import frequencies


UNKNOWN = 2.7
"""The Zipf frequency given to a word that the list does not hold: just below its rarest."""


_ENDINGS = tuple(
    "s es ed d ing ings ly er ers est r st ness ment ments able ible ful less ish y ies ied ier al ist".split()
)
_BEGINNINGS = tuple("un re non dis mis over under out pre sub inter anti co self".split())
_SHORTEST_STEM = 3


def is_known(word: str) -> bool:
    """Whether a lower-case word is among the 28,000 most common of English."""
    return word in frequencies()


@kept(WORDS)
def is_familiar(word: str) -> bool:
    """Whether a lower-case word is common or is made from a common one by a usual beginning or ending."""
    if is_known(word):
        return True
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) >= _SHORTEST_STEM and any(map(is_known, (stem, f"{stem}e", f"{stem}y", stem[:-1]))):
                return True
    return any(word.startswith(start) and is_known(word[len(start) :]) for start in _BEGINNINGS)


def zipf(word: str) -> float:
    """Return the Zipf frequency of a lower-case word: log10 of its occurrences in a billion words.

    7.7 is *the*, 4 is a word that turns up once in a hundred pages. Source: the ``wordfreq`` package, small list.
    """
    known = frequencies()
    if word in known:
        return known[word]
    stem, apostrophe, _ = word.partition("'")
    return known.get(stem, UNKNOWN) if apostrophe else UNKNOWN
