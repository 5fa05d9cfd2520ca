"""Running heads and feet: words that stand in the margin with the number of the page, as APA and MLA ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hartcity.documents.layout.rows import ROW_HEIGHT
from hartcity.documents.layout.values import Line, Page


NUMBER = re.compile(
    r"(?:page\s{1,20})?[-\u2013]?\s{0,20}\d{1,4}\s{0,20}[-\u2013]?(?:\s{0,20}(?:of|/)\s{0,20}\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,4}")
_WITH_NUMBER = re.compile(r"(?P<words>\D.{0,150}\D)\s(?P<number>\d{1,4})|(?P<first>\d{1,4})\s(?P<rest>\D.{0,150})")
_NAMED = re.compile(r"running head:", re.IGNORECASE)
_MOST_WORDS = 10
_SHORT = 3
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line in the margin, the words of it, the number of its page, and whether that stands apart from the words."""

    place: int
    line: Line
    words: str
    number: int
    is_apart: bool

    @property
    def offset(self) -> int:
        """How far the page's number is from its place."""
        return self.number - self.place


def running_heads(pages: Sequence[Page], edges: Sequence[Sequence[Line]]) -> set[tuple[int, Line]]:
    """Return the running heads and feet among the lines at the edges of pages, with the places of their pages."""
    numbered = [each for place, lines in enumerate(edges) for each in _numbered(place, lines)]
    many = Counter((each.words, each.offset) for each in numbered)
    named = {(place, line) for place, lines in enumerate(edges) for line in lines if _NAMED.match(line.text)}
    found = named | {
        (each.place, each.line)
        for each in numbered
        if many[each.words, each.offset] > 1 or (each.offset == 1 and _is_plain(each, pages[each.place]))
    }
    beside = {(at, each) for at, line in found for each in edges[at] if _are_in_a_row(line, each)}
    return {(at, line) for at, line in found | beside if not NUMBER.fullmatch(line.text)}


def _numbered(place: int, lines: Sequence[Line]) -> Iterator[_Numbered]:
    """Yield the lines that hold a number or have one beside them."""
    numbers = [line for line in lines if NUMBER.fullmatch(line.text)]
    for line in lines:
        if line in numbers or len(line.text.split()) > _MOST_WORDS:
            continue
        beside = next((each for each in numbers if _are_in_a_row(line, each)), None)
        within = _WITH_NUMBER.fullmatch(line.text)
        if beside is not None:
            yield _Numbered(place, line, line.text, _first_number(beside.text), is_apart=True)
        elif within:
            words = (within["words"] or within["rest"]).strip()
            yield _Numbered(place, line, words, int(within["number"] or within["first"]), is_apart=False)


def _are_in_a_row(line: Line, other: Line) -> bool:
    return abs(line.base - other.base) < ROW_HEIGHT * line.size


def _first_number(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found[0]) if found else 0


def _is_plain(each: _Numbered, page: Page) -> bool:
    """Whether one line alone shows that it is a running head: it has its number apart, or is a name at the right."""
    is_name = len(each.words.split()) <= _SHORT and each.line.left > _HALF * page.width
    is_first = all(other.base <= each.line.base for other in page.lines)
    return each.is_apart or (is_name and is_first)
