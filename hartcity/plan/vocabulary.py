"""The word lists of this package: TOML beside the code, read once, compiled to one pattern a list.

In a phrase a star at a word's end is any ending, and a star alone any one word. In a form "a|b" is one word or the
other, "[a]" may be left out, and "#" is a number; how it is written is for the module that reads it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
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


def branches(name: str, part: str) -> str:
    """Return one list of ``vocabulary/<name>.toml`` as branches, to stand in brackets inside a larger pattern."""
    return _branches(table(name)["words"][part])


@lru_cache(maxsize=512)
def pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to one pattern; none at all find nothing."""
    some = _branches(listed)
    return re.compile(rf"(?<![\w'\u2019-])(?:{some})(?![\w])" if some else r"(?!)", re.IGNORECASE)


@cache
def forms(name: str, part: str) -> re.Pattern[str]:
    """Return one list of forms without a number, in ``vocabulary/<name>.toml``, as a pattern."""
    listed = forms_of(table(name)["forms"][part], str)
    return re.compile("|".join(form.pattern for form in listed), re.IGNORECASE)


def forms_of(listed: list[str], number: Callable[[int], str]) -> tuple[re.Pattern[str], ...]:
    """Return forms as patterns, the longest first; ``number`` is what the first, the second "#" stands for."""
    ranked = sorted(listed, key=lambda form: (-len(form.split()), form))
    return tuple(re.compile(_form(form, number), re.IGNORECASE) for form in ranked)


def _branches(listed: Iterable[str]) -> str:
    ranked = sorted(listed, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(_word, phrase.split())) for phrase in ranked)


def _word(word: str) -> str:
    if word == "*":
        return r"[\w$.-]+"
    spelled = re.escape(word.rstrip("*")).replace("'", "['\u2019]")
    return rf"{spelled}\w*" if word.endswith("*") else spelled


def _form(form: str, number: Callable[[int], str]) -> str:
    written, place = "", 0
    for piece in form.split():
        gap = (r"[\s-]*" if piece == "#" else r"\s*") if written else ""
        if piece == "#":
            written, place = written + gap + number(place), place + 1
        else:
            choice = f"{gap}(?:{'|'.join(map(_bounded, piece.strip('[]').split('|')))})"
            written += f"(?:{choice})?" if piece.startswith("[") else choice
    return written


def _bounded(choice: str) -> str:
    """Return a word that stands on its own, or a sign that may stand close."""
    return rf"(?<!\w){re.escape(choice)}(?!\w)" if choice[0].isalpha() else re.escape(choice)
