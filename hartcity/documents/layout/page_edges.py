"""Page numbers, running heads, and lines that pages repeat at their head or foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hartcity.documents.layout.running_heads import NUMBER, running_heads
from hartcity.documents.layout.values import Edges, Line, Page


_DIGITS = re.compile(r"\d+")
_HEAD, _FOOT = 0.885, 0.1
"""Parts of a page's height. A word processor sets the head into the first line of a margin of one inch."""


def without_edges(pages: Sequence[Page]) -> tuple[list[Page], Edges]:
    """Return the pages without their numbers and running heads, and with what each repeats at its edge only once.

    At the head that is the first page, where a letterhead stands, and at the foot the last one that has it, so that
    nothing stands within a paragraph that goes on over the page. Second come the words of running heads and feet.
    """
    repeated = _repeated(pages)
    running = running_heads(pages, [[line for line in page.lines if _is_at_edge(line, page)] for page in pages])
    last = {_shape(line): at for at, page in enumerate(pages) for line in page.lines if _is_foot(line, page)}
    told: set[str] = set()
    kept_pages = []
    for at, page in enumerate(pages):
        kept = []
        for line in page.lines:
            key = _shape(line)
            is_edge = _is_at_edge(line, page)
            is_told = key in repeated and (at < last[key] if _is_foot(line, page) else key in told)
            if is_edge and (NUMBER.fullmatch(line.text) or is_told or (at, line) in running):
                continue
            if is_edge:
                told.add(key)
            kept.append(line)
        kept_pages.append(Page(tuple(kept), page.width, page.height))
    return kept_pages, _told(running, pages)


def _told(running: set[tuple[int, Line]], pages: Sequence[Page]) -> Edges:
    words: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for at, line in sorted(running, key=_place):
        words[_is_foot(line, pages[at])][line.text] = None
    return Edges(tuple(words[False]), tuple(words[True]))


def _place(numbered: tuple[int, Line]) -> tuple[int, float, float]:
    at, line = numbered
    return at, -line.base, line.left


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Return what stands at the edge of more than one page."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for page in pages:
        edges = {_shape(line) for line in page.lines if _is_at_edge(line, page)}
        repeated |= seen & edges
        seen |= edges
    return repeated


def _shape(line: Line) -> str:
    """Return a line's words with one sign for each figure, since figures differ from page to page."""
    return _DIGITS.sub("#", line.text)


def _is_at_edge(line: Line, page: Page) -> bool:
    return line.base > _HEAD * page.height or _is_foot(line, page)


def _is_foot(line: Line, page: Page) -> bool:
    return line.base < _FOOT * page.height
