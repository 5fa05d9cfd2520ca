"""Page numbers, and lines that pages repeat at their head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hartcity.documents.layout.values import Line, Page


_NUMBER = re.compile(
    r"(?:page\s{1,20})?[-\u2013]?\s{0,20}\d{1,4}\s{0,20}[-\u2013]?(?:\s{0,20}(?:of|/)\s{0,20}\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def without_edges(pages: Sequence[Page]) -> Iterator[Page]:
    """Yield the pages without their numbers, and with what each page repeats at its edge only once.

    At the head that is the first page, where a letterhead stands, and at the foot the last one that has it, so that
    nothing stands within a paragraph that goes on over the page.
    """
    repeated = _repeated(pages)
    last = {_shape(line): at for at, page in enumerate(pages) for line in page.lines if _is_foot(line, page)}
    told: set[str] = set()
    for at, page in enumerate(pages):
        kept = []
        for line in page.lines:
            key = _shape(line)
            is_edge = _is_at_edge(line, page)
            is_told = key in repeated and (at < last[key] if _is_foot(line, page) else key in told)
            if is_edge and (_NUMBER.fullmatch(line.text) or is_told):
                continue
            if is_edge:
                told.add(key)
            kept.append(line)
        yield Page(tuple(kept), page.width, page.height)


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
    return line.base > 0.9 * page.height or line.base < 0.1 * page.height


def _is_foot(line: Line, page: Page) -> bool:
    return line.base < 0.1 * page.height
