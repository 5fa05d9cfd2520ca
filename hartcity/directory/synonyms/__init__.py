"""What people say for what a directory lists under other words: one topic a file, found and not listed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Synonym:
    """A topic: a pattern of what is ``said`` for it, and the phrases that directories hold it under."""

    topic: str
    said: re.Pattern[str]
    means: tuple[str, ...]


@cache
def synonyms() -> tuple[Synonym, ...]:
    """Return every topic of this folder, in the order of their names."""
    found = sorted(
        (file for file in files(__name__).iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    return tuple(_read(file.name.removesuffix(".toml"), file.read_text("utf-8")) for file in found)


def _read(topic: str, source: str) -> Synonym:
    listed = tomllib.loads(source)
    longest_first = sorted(listed["said"], key=lambda phrase: (-len(phrase), phrase))
    said = "|".join(r"\s+".join(_word(word) for word in phrase.split()) for phrase in longest_first)
    return Synonym(topic, re.compile(rf"(?<![\w'-])(?:{said})(?!\w)", re.IGNORECASE), tuple(listed["means"]))


def _word(word: str) -> str:
    """Return a word's pattern; a star at its end is any ending, a star alone any one word."""
    return r"[\w'-]+" if word == "*" else re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
