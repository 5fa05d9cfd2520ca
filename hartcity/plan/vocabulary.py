"""The word lists of this package: TOML beside the code, read once, compiled to one pattern a list."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return ``vocabulary/<name>.toml`` as it stands."""
    words = files("hartcity.plan").joinpath("vocabulary", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(words)


@cache
def words(name: str, part: str) -> frozenset[str]:
    """Return one list of ``vocabulary/<name>.toml`` as a set."""
    return frozenset(table(name)["words"][part])


@cache
def phrases(name: str, part: str) -> re.Pattern[str]:
    """Return one list of ``vocabulary/<name>.toml`` as a pattern."""
    return pattern(tuple(table(name)["words"][part]))


@lru_cache(maxsize=512)
def pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to one pattern; a star at a word's end is any ending, a star alone is any one word."""
    branches = "|".join(_branch(phrase) for phrase in sorted(listed, key=lambda phrase: (-len(phrase), phrase)))
    return re.compile(rf"(?<![\w'\u2019-])(?:{branches})(?![\w])" if branches else r"(?!)", re.IGNORECASE)


def _branch(phrase: str) -> str:
    return r"\s+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word == "*":
        return r"[\w$.-]+"
    spelled = re.escape(word.rstrip("*")).replace("'", "['\u2019]")
    return rf"{spelled}\w*" if word.endswith("*") else spelled
