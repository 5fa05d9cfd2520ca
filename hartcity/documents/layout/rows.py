"""Rows of a page: lines at one height, put together from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hartcity.documents.layout.list_marks import BULLET
from hartcity.documents.layout.values import Line


ROW_HEIGHT = 0.5
"""Lines whose heights differ by less than this many sizes of their letters stand in one row."""

_TAB = 2.5
_GLUED = 0.08


def rows_of(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines from top to bottom, those at one height put together from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (-each.base, each.left)):
        last = rows[-1][0] if rows else None
        if last is not None and abs(last.base - line.base) < ROW_HEIGHT * max(min(last.size, line.size), 1.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(_row(sorted(row, key=lambda line: line.left)) for row in rows)


def _row(pieces: list[Line]) -> Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        room = piece.left - before.right
        is_close = before.text.endswith(":") or BULLET.fullmatch(before.text) or room < _TAB * before.size
        between = "" if room < _GLUED * before.size else " " if is_close else "\t"
        text += between + piece.text
    first, last = max(pieces, key=lambda line: line.size), max(pieces, key=lambda line: line.right)
    return Line(text, pieces[0].left, last.right, first.base, first.size, pieces[0].first)
