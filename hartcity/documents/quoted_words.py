"""The words by which mail programs in many languages begin another person's message."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Words:
    """How a person is said to have written, how an original is called, and how the lines of its head are."""

    wrote: re.Pattern[str]
    original: re.Pattern[str]
    blocks: tuple[dict[str, frozenset[str]], ...]


@cache
def words() -> Words:
    """Return the words that are kept beside this module, as patterns."""
    text = resources.files("hartcity.documents").joinpath("quoted.toml").read_text(encoding="utf-8")
    languages = list(tomllib.loads(text).values())
    wrote = sorted({word for each in languages for word in each["wrote"]}, key=len, reverse=True)
    original = sorted({word for each in languages for word in each["original"]}, key=len, reverse=True)
    return Words(
        re.compile(
            rf"(?:{'|'.join(map(re.escape, wrote))})(?:[^:\uff1a\n]|(?<=\d):(?=\d)){{0,80}}[:\uff1a]$", re.IGNORECASE
        ),
        re.compile(
            rf"[->#*_\s\u2500\u2014]*(?:{'|'.join(map(re.escape, original))})[-#*_\s:\u2500\u2014]*$", re.IGNORECASE
        ),
        tuple({name: frozenset(each[name]) for name in ("from", "sent", "to", "subject")} for each in languages),
    )
