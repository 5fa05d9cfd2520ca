"""Notes at the foot of pages, taken out so that the text goes on over the page."""

from __future__ import annotations

import math
from statistics import median

from hartcity.documents.layout.rows import rows_of
from hartcity.documents.layout.values import FAR_GAP, Line, Page, Region


_SMALL = 0.9


def without_footnotes(pages: list[Page]) -> tuple[list[Page], list[Region]]:
    """Return the pages without their notes at the foot, and these: small lines below a gap, before another page."""
    feet: list[Region] = []
    kept: list[Page] = []
    for at, page in enumerate(pages):
        rows = rows_of(page.lines)
        foot = _foot(rows) if at + 1 < len(pages) else ()
        below = max((line.base for line in foot), default=-math.inf)
        kept.append(Page(tuple(line for line in page.lines if line.base > below + 1), page.width, page.height))
        feet += [Region(foot, max(row.right for row in rows))] if foot else []
    return kept, feet


def _foot(rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the small lines at the end of a page, where a gap sets them apart from larger ones."""
    size = median(row.size for row in rows) if rows else 0.0
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * size:
        start -= 1
    is_apart = 0 < start < len(rows) and rows[start - 1].base - rows[start].base > FAR_GAP * rows[start].size
    return rows[start:] if is_apart else ()
