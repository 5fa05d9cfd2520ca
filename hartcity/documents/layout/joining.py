"""Lines put together: running on, as a new line or as a new paragraph, and divided words made whole again."""

from __future__ import annotations

import re
from enum import Enum

from hartcity.text.frequency import is_known, zipf


_VERY_COMMON = 4.0
_LEAST_PART = 3
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class Step(Enum):
    """How a line follows another."""

    RUNS_ON = " "
    LINE = "\n"
    PARAGRAPH = "\n\n"


def put_together(text: str, more: str, step: Step) -> str:
    """Return ``more`` behind ``text``, which stands as ``step`` says; a word that was divided becomes whole."""
    broken = _BROKEN.search(text) if step is Step.RUNS_ON else None
    if broken:
        second = _FIRST_WORD.match(more)
        return (text if second is None or _is_compound(broken[1], second[0]) else text[:-1]) + more
    return text.rstrip(" ") + step.value + more


def _is_compound(first: str, second: str) -> bool:
    """Whether the hyphen between two parts was written and not put in to divide a word."""
    if not second[:1].islower():
        return True
    whole, parts = (first + second).lower(), (first.lower(), second.lower())
    if zipf(whole) >= _VERY_COMMON:
        return False
    are_words = all(is_known(part) and len(part) >= _LEAST_PART for part in parts)
    return are_words or (not is_known(whole) and is_known(parts[1]))
