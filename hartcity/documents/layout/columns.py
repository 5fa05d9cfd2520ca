"""Columns of a page, found by the strips that no line crosses, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hartcity.documents.layout.list_marks import BULLET
from hartcity.documents.layout.rows import ROW_HEIGHT, rows_of
from hartcity.documents.layout.values import Line, Region


_GUTTER = 14.0
"""Points between columns, at the least."""

_WIDE_GUTTER = 48.0
_MOST_LINES = 400
"""Lines on a page beyond which columns are not looked for."""

_LABELS = 0.6
_CELL_WORDS = 6


def regions(lines: tuple[Line, ...], edge: float) -> list[Region]:
    """Return the columns of a page in reading order (a recursive XY cut), rows put together within each."""
    if len(lines) < 2:  # noqa: PLR2004 - one line is one region
        return [Region(lines, edge)] if lines else []
    if len(lines) > _MOST_LINES:
        return [Region(rows_of(lines), edge)]
    return [Region(rows_of(part.lines), part.edge) for part in _cut(_Part(lines, edge))]


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of a page, how far they may go to the right, and whether a column stands beside them."""

    lines: tuple[Line, ...]
    edge: float
    is_column: bool = False


def _cut(part: _Part) -> list[_Part]:
    gutter = _gutter(part.lines)
    if gutter is not None:
        start, end = gutter
        limit = start if end - start < _WIDE_GUTTER else end - _GUTTER
        left = tuple(line for line in part.lines if line.right <= start)
        right = tuple(line for line in part.lines if line.right > start)
        return [*_cut(_Part(left, limit, is_column=True)), *_cut(_Part(right, part.edge, is_column=True))]
    ordered = sorted(part.lines, key=lambda line: -line.base)
    if not _has_columns(ordered):
        return [part]
    gaps = [(above.base - below.base, place) for place, (above, below) in enumerate(pairwise(ordered), start=1)]
    _, place = max(gaps)
    halves = (tuple(ordered[:place]), tuple(ordered[place:]))
    above, below = (_cut(_Part(half, part.edge, part.is_column)) for half in halves)
    last, first = above[-1], below[0]
    if last.is_column == first.is_column == part.is_column and last.edge == first.edge:
        joint = _Part((*last.lines, *first.lines), part.edge, part.is_column)
        return [*above[:-1], joint, *below[1:]]
    return [*above, *below]


def _has_columns(ordered: list[Line]) -> bool:
    """Whether two lines stand beside each other anywhere."""
    return any(
        abs(above.base - below.base) < ROW_HEIGHT * min(above.size, below.size)
        and max(below.left - above.right, above.left - below.right) > _GUTTER
        for above, below in pairwise(ordered)
    )


def _gutter(lines: tuple[Line, ...]) -> tuple[float, float] | None:
    """Return the widest strip from top to bottom that no line crosses, where it divides columns and no row."""
    ordered = sorted(lines, key=lambda line: line.left)
    reach = ordered[0].right
    strips = []
    for line in ordered[1:]:
        if line.left - reach >= _GUTTER:
            strips.append((line.left - reach, reach, line.left))
        reach = max(reach, line.right)
    if len(strips) > 1 and _is_table(lines, [start for _, start, _ in strips]):
        return None
    for _, start, end in sorted(strips, reverse=True):
        left = [line for line in lines if line.right <= start]
        right = [line for line in lines if line.right > start]
        if _are_columns(left, right):
            return start, end
    return None


def _is_table(lines: tuple[Line, ...], starts: list[float]) -> bool:
    """Whether three or more columns are those of a table: short cells that stand in rows."""
    columns: list[list[Line]] = [[] for _ in range(len(starts) + 1)]
    for line in lines:
        columns[sum(line.left > start for start in starts)].append(line)
    rows = [{round(line.base) for line in column} for column in columns]
    return all(len(line.text.split()) <= _CELL_WORDS for line in lines) and all(row <= rows[0] for row in rows[1:])


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Whether lines beside each other are columns: not signs of a list, labels of a form or a single row."""
    if min(len(left), len(right)) < 2:  # noqa: PLR2004 - a column has lines
        return False
    marks = sum(BULLET.fullmatch(line.text) is not None or line.text.endswith(":") for line in left)
    if marks >= _LABELS * len(left):
        return False
    tops, bottoms = zip(
        *((max(line.base for line in side), min(line.base for line in side)) for side in (left, right)), strict=True
    )
    return bool(min(tops) >= max(bottoms))
