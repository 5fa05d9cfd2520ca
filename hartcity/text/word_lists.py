"""Lists of words as data: classes of words, and words with a number for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


_DATA = files("hartcity.text") / "data"
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ized", "ally", "tic")


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of ``data/words/<name>.txt``, in lower case; empty where there is no such list."""
    file = _DATA / "words" / f"{name}.txt"
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is among the 12,000 of ordinary English, in one of its forms."""
    ordinary = word_list("ordinary")
    return (
        len(word) == 1
        or word in ordinary
        or any(word.endswith(end) and word[: -len(end)] in ordinary for end in _ENDINGS)
    )


def graded(file: Traversable) -> Mapping[str, float]:
    """Read lines of a number and the words that it belongs to; ``#`` begins a remark."""
    found: dict[str, float] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            value, _, words = line.partition(" ")
            found.update(dict.fromkeys(words.split(" "), float(value)))
    return found


@cache
def frequencies() -> Mapping[str, float]:
    """Return the 28,000 most common words of English with their Zipf frequencies."""
    return graded(_DATA / "frequency.txt")
