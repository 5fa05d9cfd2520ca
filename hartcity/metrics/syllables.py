"""How many syllables a word has."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from hartcity.metrics.frequency import is_known


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


@cache
def _exceptions() -> dict[str, int]:
    """Return the words of the Carnegie Mellon dictionary that the rule counts wrongly, with their syllables."""
    found: dict[str, int] = {}
    for line in files(__package__).joinpath("data/syllables.txt").read_text(encoding="utf-8").splitlines():
        count, _, words = line.partition(" ")
        if count.isdigit():
            found.update(dict.fromkeys(words.split(" "), int(count)))
    return found


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return the syllables of a word: letters, digits, hyphens, apostrophes and dots may stand in it.

    Words of the Carnegie Mellon Pronouncing Dictionary have the count of its first pronunciation, others that of
    :func:`by_rule`. A name and its possessive, a hyphenated word and a number are counted part by part. Two or
    three capitals that are no common word (``SSI``) are spelled aloud and count a syllable a letter.
    """
    lower = word.lower()
    known = _exceptions()
    if lower in known:
        return known[lower]
    if lower.isalpha():
        spelled_aloud = word.isupper() and 2 <= len(word) <= 3 and not is_known(lower)  # noqa: PLR2004
        return len(word) + 2 * lower.count("w") if spelled_aloud else by_rule(lower)
    stem, apostrophe, ending = lower.partition("'")
    if apostrophe and ending in {"s", "d", "ll", "re", "ve", "m", ""}:
        return syllables(stem) + (ending == "s" and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge")))
    parts = _PARTS.findall(lower)
    return sum(_DIGITS[int(part)] if part.isdecimal() and part.isascii() else syllables(part) for part in parts) or 1
