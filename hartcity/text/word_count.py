"""How many words a text has: one count for the report and for every screen."""

from __future__ import annotations

from collections.abc import Iterable

from hartcity.text.characters import plain
from hartcity.text.expanded import expand
from hartcity.text.words import forms_in


def words_in_lines(lines: Iterable[str]) -> int:
    """Return how many words plain lines have; a dash or a bar that stands alone is none."""
    return sum(len(forms_in(line)) for line in lines)


def word_count(text: str) -> int:
    """Return how many words the report on ``text`` counts, without making it."""
    expanded = expand(text)
    return words_in_lines(plain(text if expanded is None else expanded.text).split("\n"))
