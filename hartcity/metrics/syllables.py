"""How many syllables a word has."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from hartcity.metrics.wordlists import graded
from hartcity.text.frequency import is_known
from hartcity.text.kept import SENTENCES, WORDS, kept
from hartcity.text.words import words_in


_GROUP = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(r"(?:[^laeiouy]|[aeiouy]l)es?$|[^dtaeiouy]ed$")
_SPOKEN_PLURAL = re.compile(r"(?:[sxz]|[cs]h|[cg])es$")
_HIATUS = re.compile(r"i[ao](?!n?s?$|us)|[^cgst]iou|eo(?!u)|ua|[aeo]ing|ism$|[^gq]ue[ln]")
_INITIALISM = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,6}")
_PARTS = re.compile(r"[^\W\d_]+|\d")
_DIGITS = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)


def by_rule(word: str) -> int:
    """Estimate the syllables of a lower-case run of letters from its spelling, at least 1.

    Groups of vowels count once; a silent final *e*, *es* or *ed* not at all; two vowels that are spoken apart twice.
    A short run of consonants (``hcfs``) is spelled aloud, one syllable a letter and three for *w*.
    """
    if _INITIALISM.fullmatch(word):
        return len(word) + 2 * word.count("w")
    count = len(_GROUP.findall(word)) + len(_HIATUS.findall(word))
    if count > 1 and _SILENT_ENDING.search(word) and not _SPOKEN_PLURAL.search(word):
        count -= 1
    return max(1, count)


def _unaccented(lower: str) -> str:
    """Return a word without accents; an accented *e* is always spoken."""
    if lower.isascii():
        return lower
    spoken = unicodedata.normalize("NFC", lower).replace("\u00e9", "ay")
    return "".join(letter for letter in unicodedata.normalize("NFD", spoken) if not unicodedata.combining(letter))


def _run(part: str) -> int:
    """Return the syllables of one digit or one lower-case run of letters."""
    if part.isascii() and part.isdecimal():
        return _DIGITS[int(part)]
    return int(graded("syllables").get(part, 0)) or by_rule(part)


@kept(WORDS)
def syllables(word: str) -> int:
    """Return the syllables of a word: letters, digits, hyphens, apostrophes and dots may stand in it.

    Words of the Carnegie Mellon Pronouncing Dictionary have the count of its first pronunciation, others that of
    :func:`by_rule`. A possessive and a hyphenated word are counted part by part, a number digit by digit. Two or
    three capitals that are no common word (``SSI``) are spelled aloud and count a syllable a letter.
    """
    if word.isupper() and word.isalpha() and 2 <= len(word) <= 3 and not is_known(word.lower()):  # noqa: PLR2004
        return len(word) + 2 * word.count("W")
    lower = _unaccented(word.lower())
    stem, apostrophe, ending = lower.partition("'")
    added = int(ending == "s" and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge")))
    if not apostrophe or ending not in {"s", "d", "ll", "re", "ve", "m", ""}:
        stem = lower.replace("'", "")
    return added + (sum(map(_run, _PARTS.findall(stem))) or 1)


class SpokenCounts(NamedTuple):
    """How many words a sentence has, how many syllables they, and how many letters and digits."""

    words: int
    syllables: int
    letters: int


@kept(SENTENCES)
def spoken_counts(sentence: str) -> SpokenCounts:
    """Count a sentence."""
    here = words_in(sentence)
    return SpokenCounts(
        words=len(here),
        syllables=sum(syllables(word.span.of(sentence)) for word in here),
        letters=sum(sum(map(str.isalnum, word.lower)) for word in here),
    )
