"""The words of queries and directories, written one way so that they can be compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from hartcity.rules.inflection import forms
from hartcity.text.frequency import zipf
from hartcity.text.kept import WORDS, kept


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?<![^\W_])[a-z]-?\d+s?(?![^\W_])"  # w-2
    r"|w/o?(?![^\W_])|b/c"
    r"|\d+|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[.,;!?()]"
)
_JOINING = re.compile("['\u2019-]")

_OLDEST = 110
_YEARS = frozenset("year years yo".split())
_LESS_THAN_A_YEAR = frozenset("day days week weeks month months".split())
_OLD = frozenset("old olds".split())
_BEFORE_AN_AGE = frozenset("is am age aged turned turning over past almost nearly are".split())
_BEHIND_AN_AGE = frozenset("and but with who , . ) ( ; ! ? s".split())

_EVERYDAY_ZIPF = 6.5
_TELLING_ZIPF = 3.5
_LEAST_TELLING = 0.05


def tokens(text: str) -> list[str]:
    """Return the lower-case words of ``text`` and the marks between them, what is usually shortened spelled out."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = plain if plain.isascii() else "".join(letter for letter in plain if not unicodedata.combining(letter))
    found: list[str] = []
    for token in _TOKEN.findall(letters):
        bare = _JOINING.sub("", token)
        found += _spellings().get(bare, (bare,))
    return found


@kept(WORDS)
def stem(word: str) -> str:
    """Return what the forms of a word share: ``classes`` gives ``class``, ``training`` gives ``train``."""
    short = word
    if word.endswith("ies") and len(word) > len("dies"):
        short = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        short = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("bus"):
        short = word[:-1]
    for ending in ("ing", "ed"):
        bare = short.removesuffix(ending)
        if bare != short and len(bare) > len("bed"):
            short = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "ls" else bare
    return short[:-1] if short.endswith("e") and len(short) > len("plane") else short


def is_plain(word: str) -> bool:
    """Whether a word says nothing by itself of what is sought."""
    return not word[0].isalnum() or word in _plain()


@kept(WORDS)
def telling(word: str) -> float:
    """Return how much a word tells: from near 0 for what everybody always says to 1 for a word of some rarity."""
    share = (_EVERYDAY_ZIPF - zipf(word)) / (_EVERYDAY_ZIPF - _TELLING_ZIPF)
    return min(1.0, max(_LEAST_TELLING, share))


def ages(said: Sequence[str]) -> Iterator[int]:
    """Yield the ages, in years, among the tokens of a query: ``she is 72``, ``a 15 year old``, ``mom (81)``."""
    around = ("", ".", *said, ".", "")
    for at, token in enumerate(around):
        if token.isdigit() and len(token) < len("1000") and 0 < int(token) <= _OLDEST:
            before, behind = around[at - 1], around[at + 1]
            if behind in _LESS_THAN_A_YEAR and around[at + 2] in _OLD:
                yield 0
            stands_alone = behind in _BEHIND_AN_AGE
            is_told = before in _BEFORE_AN_AGE or not before[0].isalnum() or before in _kin()
            is_old = behind in _YEARS and (around[at + 2] in _OLD or before in _BEFORE_AN_AGE)
            if is_old or (stands_alone and is_told):
                yield int(token)


@cache
def classes() -> dict[str, str]:
    """Return the classes of words that sayings name by ``@``, each with its words as a phrase writes them."""
    return {name: "|".join(words.split()) for name, words in _table("classes.toml")["classes"].items()}


@cache
def _kin() -> frozenset[str]:
    listed = classes()["kin"].split("|")
    return frozenset(form for word in listed for form in (forms(word[:-1]) if word.endswith("~") else (word,)))


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    return {short: tuple(written.split()) for short, written in _table("spellings.toml")["spellings"].items()}


@cache
def _plain() -> frozenset[str]:
    listed = (files("hartcity.directory") / "words" / "plain.txt").read_text("utf-8")
    return frozenset(word for line in listed.splitlines() for word in line.partition("#")[0].split())


def _table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files("hartcity.directory") / "words" / name).read_text("utf-8"))
