"""Paragraphs from the lines of printed pages: what runs on, what begins anew, in which order columns are read.

A page only says where its lines stand. Running text is told from addresses and lists by the room that a line left:
where the next word had room, the writer ended the line. Line spacing is measured on lines that certainly run on, so
that double-spaced papers read as single-spaced letters do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median

from hartcity.metrics.frequency import is_known, zipf


_GUTTER = 14.0
"""Points between columns, at the least."""

_WIDE_GUTTER = 48.0
_INDENT = 8.0
"""Points by which a first line stands in, at the least."""

_GAP = 1.15
"""Line distances above this many times that of running text are gaps between paragraphs."""

_FAR_GAP = 1.9
_HALF = 0.5
_SPACE = 0.2
"""Width of a space in sizes of the letters."""

_TAB = 2.5
_GLUED = 0.08
_MOST_LINES = 400
"""Lines on a page beyond which columns are not looked for."""

_RUNNING_CHARACTERS = 60
_LABELS = 0.6
_VERY_COMMON = 4.0
_LEAST_PART = 3
_SMALL = 0.9
_CELL_WORDS = 6
_NEARLY = 0.75
_LEAST_WORDS = 4
_LEAST_RUNNING = 3
"""Lines that break off in mid-sentence from which a narrow block is running text."""

_BULLET = re.compile(
    r"(?:[-*\u2022\u2023\u25e6\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\u2013\uf0b7\uf0a7\uf0d8\uf0fc]|\(?\d{1,2}[.)]|\(?[a-h][.)])(?:\s+|$)"
)
_SIGN = re.compile(r"[\u2022\u2023\u25e6\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7\uf0d8\uf0fc]\s*")
_LABEL = re.compile(r"[A-Z][\w ./]{0,24}:\s+\S.{0,80}$")
"""A line of a memo's head: ``To: Kim``."""

_ENDED = re.compile(r"[.!?\u2026:][\"'\u201d\u2019)\]]*$")
_ADDRESS = re.compile(r"\S*@\S|www\.|https?:", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:page\s{1,20})?[-\u2013]?\s{0,20}\d{1,4}\s{0,20}[-\u2013]?(?:\s{0,20}(?:of|/)\s{0,20}\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page, in points from its lower left corner. ``first`` is the width of its first word."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in no order, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float


class _Step(Enum):
    """How a line follows another."""

    RUNS_ON = " "
    LINE = "\n"
    PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines that are read one below the other, and how far running text may go to the right."""

    lines: tuple[Line, ...]
    edge: float


def paragraphs(pages: Sequence[Page]) -> tuple[str, bool]:
    """Return the text of the pages, and whether page numbers or repeated lines at their edges were left out."""
    kept, feet = _without_feet(list(_without_edges(pages)))
    text = ""
    before: _Region | None = None
    place_before = -1
    for place, page in enumerate(kept):
        for region in _regions(page.lines, page.width - min((line.left for line in page.lines), default=0.0)):
            step = _Step.PARAGRAPH
            if before is not None and place != place_before:
                step = _over_the_page(before, region)
            goes_on = before is not None and step is _Step.RUNS_ON
            flowed = _flowed(region, before.lines[-1] if before is not None and goes_on else None)
            text = flowed if before is None else _put_together(text, flowed, step)
            before, place_before = region, place
    text = "\n\n".join(filter(None, (text, *map(_flowed, feet))))
    return text, (sum(len(foot.lines) for foot in feet) + sum(len(page.lines) for page in kept)) < (
        sum(len(page.lines) for page in pages)
    )


def _without_edges(pages: Sequence[Page]) -> Iterator[Page]:
    """Yield the pages without their numbers, and with what each page repeats at its edge only once.

    At the head that is the first page, where a letterhead stands, and at the foot the last one that has it, so that
    nothing stands within a paragraph that goes on over the page.
    """
    seen: set[str] = set()
    repeated: set[str] = set()
    for page in pages:
        edges = {_DIGITS.sub("#", line.text) for line in page.lines if _is_at_edge(line, page)}
        repeated |= seen & edges
        seen |= edges
    last = {
        _DIGITS.sub("#", line.text): at for at, page in enumerate(pages) for line in page.lines if _is_foot(line, page)
    }
    told: set[str] = set()
    for at, page in enumerate(pages):
        kept = []
        for line in page.lines:
            key = _DIGITS.sub("#", line.text)
            is_edge = _is_at_edge(line, page)
            is_told = key in repeated and (at < last[key] if _is_foot(line, page) else key in told)
            if is_edge and (_NUMBER.fullmatch(line.text) or is_told):
                continue
            if is_edge:
                told.add(key)
            kept.append(line)
        yield Page(tuple(kept), page.width, page.height)


def _is_at_edge(line: Line, page: Page) -> bool:
    return line.base > 0.9 * page.height or line.base < 0.1 * page.height


def _is_foot(line: Line, page: Page) -> bool:
    return line.base < 0.1 * page.height


def _without_feet(pages: list[Page]) -> tuple[list[Page], list[_Region]]:
    """Return the pages without their notes at the foot, and these: small lines below a gap, before another page."""
    feet: list[_Region] = []
    kept: list[Page] = []
    for at, page in enumerate(pages):
        rows = _rows(page.lines)
        foot = _foot(rows) if at + 1 < len(pages) else ()
        below = max((line.base for line in foot), default=-math.inf)
        kept.append(Page(tuple(line for line in page.lines if line.base > below + 1), page.width, page.height))
        feet += [_Region(foot, max(row.right for row in rows))] if foot else []
    return kept, feet


def _foot(rows: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the small lines at the end of a page, where a gap sets them apart from larger ones."""
    size = median(row.size for row in rows) if rows else 0.0
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * size:
        start -= 1
    is_apart = 0 < start < len(rows) and rows[start - 1].base - rows[start].base > _FAR_GAP * rows[start].size
    return rows[start:] if is_apart else ()


def _regions(lines: tuple[Line, ...], edge: float) -> list[_Region]:
    """Return the columns of a page in reading order (a recursive XY cut), rows put together within each."""
    if len(lines) < 2:  # noqa: PLR2004 - one line is one region
        return [_Region(lines, edge)] if lines else []
    if len(lines) > _MOST_LINES:
        return [_Region(_rows(lines), edge)]
    return [_Region(_rows(part.lines), part.edge) for part in _cut(_Part(lines, edge))]


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
        abs(above.base - below.base) < _HALF * min(above.size, below.size)
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
    marks = sum(_BULLET.fullmatch(line.text) is not None or line.text.endswith(":") for line in left)
    if marks >= _LABELS * len(left):
        return False
    tops, bottoms = zip(
        *((max(line.base for line in side), min(line.base for line in side)) for side in (left, right)), strict=True
    )
    return bool(min(tops) >= max(bottoms))


def _rows(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines from top to bottom, those at one height put together from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: (-each.base, each.left)):
        last = rows[-1][0] if rows else None
        if last is not None and abs(last.base - line.base) < _HALF * max(min(last.size, line.size), 1.0):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(_row(sorted(row, key=lambda line: line.left)) for row in rows)


def _row(pieces: list[Line]) -> Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        room = piece.left - before.right
        is_close = before.text.endswith(":") or _BULLET.fullmatch(before.text) or room < _TAB * before.size
        between = "" if room < _GLUED * before.size else " " if is_close else "\t"
        text += between + piece.text
    first, last = max(pieces, key=lambda line: line.size), max(pieces, key=lambda line: line.right)
    return Line(text, pieces[0].left, last.right, first.base, first.size, pieces[0].first)


def _flowed(region: _Region, goes_on_from: Line | None = None) -> str:
    """Return a region's lines as text; its first line may go on from one on the page before."""
    lines = region.lines
    setting = _Setting.of(region)
    text = lines[0].text
    block = [*([goes_on_from] if goes_on_from is not None else []), lines[0]]
    for place, (before, line) in enumerate(pairwise(lines), start=1):
        following = lines[place + 1] if place + 1 < len(lines) else None
        step = setting.step(block, before, line, following)
        text = _put_together(text, line.text, step)
        block = [*block, line] if step is _Step.RUNS_ON else [line]
    return "\n".join(_SIGN.sub("- ", each, count=1) if _SIGN.match(each) else each for each in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How running text is set in a region: its right edge, its left margin, the distance of its lines."""

    edge: float
    margin: float
    pitch: float
    has_gaps: bool = False

    @classmethod
    def of(cls, region: _Region) -> _Setting:
        """Measure lines that certainly run on: long ones that end in mid-sentence before a small letter.

        Where there are none and no line is long, each was ended by the writer, as in an address.
        """
        lines = region.lines
        left = min(line.left for line in lines)
        running = [pair for pair in pairwise(lines) if _breaks_off(*pair)]
        certain = [pair for pair in running if pair[0].right - pair[0].left > _HALF * (region.edge - left)]
        if not certain and len(running) >= _LEAST_RUNNING:  # a narrow column with room beside it
            width = max(line.right for line in lines) - left
            certain = [pair for pair in running if pair[0].right - pair[0].left > _HALF * width]
        if not certain:
            pitches = [before.base - line.base for before, line in pairwise(lines)]
            is_running = any(len(line.text) > _RUNNING_CHARACTERS for line in lines)
            edge = region.edge if is_running else math.inf
            return cls(edge, min(line.left for line in lines), min(pitches, default=0.0))
        edge = max(before.right for before, _ in certain)
        margin = min(line.left for _, line in certain)
        pitch = median(before.base - line.base for before, line in certain)
        long = [(before, line) for before, line in pairwise(lines) if len(line.text) > _RUNNING_CHARACTERS]
        has_gaps = any(_GAP * pitch + 1 < before.base - line.base < 2 * _FAR_GAP * pitch for before, line in long)
        return cls(edge, margin, pitch, has_gaps)

    def is_full(self, before: Line, line: Line) -> bool:
        """Whether the next line's first word had no room on a line."""
        is_at_the_right = before.left - self.margin > _HALF * (self.edge - self.margin)
        return not is_at_the_right and self.edge - before.right < line.first + _SPACE * before.size

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Whether a line of running text was ended early, as by a mail program, where gaps divide paragraphs."""
        if not self.has_gaps:
            return False
        is_even = abs(line.left - before.left) < 1.0
        is_nearly_full = before.right - self.margin > _NEARLY * (self.edge - self.margin)
        return is_even and is_nearly_full and min(len(before.text), len(line.text)) > _RUNNING_CHARACTERS

    def step(self, block: list[Line], before: Line, line: Line, following: Line | None) -> _Step:
        """Return how ``line`` follows ``before``, the last line of ``block``."""
        distance = before.base - line.base
        in_list = _BULLET.match(block[0].text) is not None
        if _BULLET.match(line.text):
            return _Step.LINE if in_list and distance < _FAR_GAP * max(self.pitch, before.size) else _Step.PARAGRAPH
        if _are_rows(before, line) and distance < _FAR_GAP * max(self.pitch, before.size):
            return _Step.LINE
        runs_on = _breaks_off(before, line)
        is_long = before.right - before.left > _HALF * (self.edge - self.margin)
        if distance > _GAP * self.pitch + 1:
            is_torn = runs_on and is_long and distance < _FAR_GAP * self.pitch
            return _Step.RUNS_ON if is_torn and self.is_full(before, line) else _Step.PARAGRAPH
        if self.is_full(before, line) or (runs_on and is_long) or self._goes_on(before, line):
            is_indented = line.left > max(before.left, self.margin) + _INDENT
            is_hanging = len(block) > 1 and block[0].left + _INDENT < block[1].left
            goes_in = (
                following is not None and abs(following.left - line.left) < _INDENT and self.is_full(line, following)
            )
            if is_indented and not runs_on and not is_hanging and not in_list and not goes_in:
                return _Step.PARAGRAPH
            return _Step.RUNS_ON
        begins = following is not None and self.is_full(line, following) and len(line.text) > _RUNNING_CHARACTERS
        is_running = len(block) > 1 or len(before.text) > _RUNNING_CHARACTERS
        return _Step.PARAGRAPH if begins or is_running or len(line.text) > _RUNNING_CHARACTERS else _Step.LINE


def _are_rows(before: Line, line: Line) -> bool:
    """Whether two lines are rows of a table or of a memo's head."""
    is_head = _LABEL.match(before.text) is not None and _LABEL.match(line.text) is not None
    return is_head or ("\t" in before.text and "\t" in line.text)


def _breaks_off(before: Line, line: Line) -> bool:
    """Whether a line ends in mid-sentence, and no line of an address or a list follows."""
    is_sentence = len(before.text.split()) >= _LEAST_WORDS and not _ENDED.search(before.text)
    return is_sentence and line.text[:1].islower() and not _BULLET.match(line.text) and not _ADDRESS.match(line.text)


def _over_the_page(before: _Region, after: _Region) -> _Step:
    """Return how the first line of a page follows the last one of the page before."""
    setting = _Setting.of(before)
    last, first = before.lines[-1], after.lines[0]
    if _BULLET.match(first.text):
        return _Step.LINE if _BULLET.match(last.text) else _Step.PARAGRAPH
    runs_on = _breaks_off(last, first)
    is_indented = first.left > _Setting.of(after).margin + _INDENT
    if runs_on or (setting.is_full(last, first) and not is_indented):
        return _Step.RUNS_ON
    return _Step.PARAGRAPH


def _put_together(text: str, more: str, step: _Step) -> str:
    broken = _BROKEN.search(text) if step is _Step.RUNS_ON else None
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
