"""What people say for what a directory lists under other words: one topic a file, found and not listed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


_TELLING = 5
"""Letters of a word from which on a slip in it can be told from another word."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """A topic: a pattern of what is ``said`` for it with its whole ``words``, and the phrases that directories use."""

    topic: str
    said: re.Pattern[str]
    means: tuple[str, ...]
    words: tuple[str, ...]


@cache
def synonyms() -> tuple[Synonym, ...]:
    """Return every topic of this folder, in the order of their names."""
    found = sorted(
        (file for file in files(__name__).iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    return tuple(_read(file.name.removesuffix(".toml"), file.read_text("utf-8")) for file in found)


@cache
def spoken() -> tuple[str, ...]:
    """Return the whole words of what people say, for typed words that nearly are one of them."""
    return tuple(dict.fromkeys(word for one in synonyms() for word in one.words))


def _read(topic: str, source: str) -> Synonym:
    listed = tomllib.loads(source)
    longest_first = sorted(listed["said"], key=lambda phrase: (-len(phrase), phrase))
    said = "|".join(r"\s+".join(_word(word) for word in phrase.split()) for phrase in longest_first)
    whole = (word for phrase in longest_first for word in phrase.split() if "*" not in word and len(word) >= _TELLING)
    form = re.compile(rf"(?<![\w'-])(?:{said})(?!\w)", re.IGNORECASE)
    return Synonym(topic, form, tuple(listed["means"]), tuple(dict.fromkeys(whole)))


def _word(word: str) -> str:
    """Return a word's pattern; a star at its end is any ending, a star alone any one word."""
    return r"[\w'-]+" if word == "*" else re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
