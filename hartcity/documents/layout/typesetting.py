"""How running text is set in a region, and so which line runs on and which begins anew."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hartcity.documents.layout.joining import Step
from hartcity.documents.layout.list_marks import BULLET
from hartcity.documents.layout.values import FAR_GAP, Line, Region


INDENT = 8.0
"""Points by which a first line stands in, at the least."""

_GAP = 1.15
"""Line distances above this many times that of running text are gaps between paragraphs."""

_HALF = 0.5
_SPACE = 0.2
"""Width of a space in sizes of the letters."""

_RUNNING_CHARACTERS = 60
_NEARLY = 0.75
_LEAST_WORDS = 4
_LEAST_RUNNING = 3
"""Lines that break off in mid-sentence from which a narrow block is running text."""

_LABEL = re.compile(r"[A-Z][\w ./]{0,24}:\s+\S.{0,80}$")
"""A line of a memo's head: ``To: Kim``."""

_ENDED = re.compile(r"[.!?\u2026:][\"'\u201d\u2019)\]]*$")
_ADDRESS = re.compile(r"\S*@\S|www\.|https?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """How running text is set in a region: its right edge, its left margin, the distance of its lines."""

    edge: float
    margin: float
    pitch: float
    has_gaps: bool = False

    @classmethod
    def of(cls, region: Region) -> Setting:
        """Measure lines that certainly run on: long ones that end in mid-sentence before a small letter.

        Where there are none and no line is long, each was ended by the writer, as in an address.
        """
        lines = region.lines
        left = min(line.left for line in lines)
        running = [pair for pair in pairwise(lines) if breaks_off(*pair)]
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
        has_gaps = any(_GAP * pitch + 1 < before.base - line.base < 2 * FAR_GAP * pitch for before, line in long)
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

    def step(self, block: list[Line], before: Line, line: Line, following: Line | None) -> Step:
        """Return how ``line`` follows ``before``, the last line of ``block``."""
        distance = before.base - line.base
        in_list = BULLET.match(block[0].text) is not None
        if BULLET.match(line.text):
            return Step.LINE if in_list and distance < FAR_GAP * max(self.pitch, before.size) else Step.PARAGRAPH
        if _are_rows(before, line) and distance < FAR_GAP * max(self.pitch, before.size):
            return Step.LINE
        runs_on = breaks_off(before, line)
        is_long = before.right - before.left > _HALF * (self.edge - self.margin)
        if distance > _GAP * self.pitch + 1:
            is_torn = runs_on and is_long and distance < FAR_GAP * self.pitch
            return Step.RUNS_ON if is_torn and self.is_full(before, line) else Step.PARAGRAPH
        if self.is_full(before, line) or (runs_on and is_long) or self._goes_on(before, line):
            is_indented = line.left > max(before.left, self.margin) + INDENT
            is_hanging = len(block) > 1 and block[0].left + INDENT < block[1].left
            goes_in = (
                following is not None and abs(following.left - line.left) < INDENT and self.is_full(line, following)
            )
            if is_indented and not runs_on and not is_hanging and not in_list and not goes_in:
                return Step.PARAGRAPH
            return Step.RUNS_ON
        begins = following is not None and self.is_full(line, following) and len(line.text) > _RUNNING_CHARACTERS
        is_running = len(block) > 1 or len(before.text) > _RUNNING_CHARACTERS
        return Step.PARAGRAPH if begins or is_running or len(line.text) > _RUNNING_CHARACTERS else Step.LINE


def _are_rows(before: Line, line: Line) -> bool:
    """Whether two lines are rows of a table or of a memo's head."""
    is_head = _LABEL.match(before.text) is not None and _LABEL.match(line.text) is not None
    return is_head or ("\t" in before.text and "\t" in line.text)


def breaks_off(before: Line, line: Line) -> bool:
    """Whether a line ends in mid-sentence, and no line of an address or a list follows."""
    is_sentence = len(before.text.split()) >= _LEAST_WORDS and not _ENDED.search(before.text)
    return is_sentence and line.text[:1].islower() and not BULLET.match(line.text) and not _ADDRESS.match(line.text)
