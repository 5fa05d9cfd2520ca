"""Line ends that only keep lines short, told from those that a writer meant: of an address, a list, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hartcity.documents.text import LISTED
from hartcity.text.greeting import greeting_length
from hartcity.text.leave_taking import closing_length


_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]*_]*$")
_MARKED_END = re.compile(r"[.!?\u2026:;,][\"'\u201d\u2019)\]*_]*$")
_NEXT_SENTENCE = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+[\"'\u201c(]?[A-Z]")
_CONTACT = re.compile(r"(?:[A-Za-z]{1,10}[:.]?\s)?(?:[\d\s().+-]{7,40}|\S{1,99}@\S{1,99}|(?:https?://|www\.)\S+)$")
_LABEL = re.compile(r"[A-Z][\w /]{0,20}:\s")
_SIGNED = re.compile(r"[-\u2013\u2014~]{1,2}\s?[A-Z]")
_LEAST_BROKEN = 4
"""Words of a line that can break off in mid-sentence; lines of an address are shorter."""

_RUNNING_WORDS = 8
_SPOKEN, _MOSTLY_SMALL = 0.5, 0.6
_PAIR = 2
_NEARLY_FULL = 0.75
_SHORT = 0.6
_WIDEST = 100
"""Characters beyond which nobody wraps lines by hand."""


def runs_on(lines: Sequence[str]) -> list[bool]:
    """Return for each line of a paragraph but the last whether it goes on in the next one.

    The widest line tells how far the writer went to the right. Where no line is running text, as in an address, each
    line end was meant; and so are those below a closing.
    """
    bare = [line.strip() for line in lines]
    is_running = any(map(_is_running, bare)) or any(_breaks_off(*pair) for pair in pairwise(bare))
    width = max(map(len, bare), default=0)
    return list(_steps(bare, width)) if is_running else [False] * (len(bare) - 1)


def _steps(lines: Sequence[str], width: int) -> Iterator[bool]:
    is_below_closing = False
    for before, line in pairwise(lines):
        has_room = len(before) + 1 + len(line.split(" ", 1)[0]) <= width
        is_closing = bool(closing_length(line)) and (
            line.endswith(",") or (has_room and not _SENTENCE_END.search(line))
        )
        is_below_closing = is_below_closing or (is_closing and line[:1].isupper())
        is_greeting = has_room and bool(before) and greeting_length(before) == len(before)
        yield not (is_below_closing or is_greeting or _begins_anew(line)) and _goes_on(before, line, width)


def _begins_anew(line: str) -> bool:
    """Whether a line begins an item, a name below a text, or a number or address that stands by itself."""
    return any(begins.match(line) for begins in (LISTED, _CONTACT, _LABEL, _SIGNED))


def _goes_on(before: str, line: str, width: int) -> bool:
    if _breaks_off(before, line):
        return True
    is_ended = _SENTENCE_END.search(before) is not None
    if is_ended and len(before) > _WIDEST and _NEXT_SENTENCE.search(before):
        return False  # a paragraph that stands on one line
    if is_ended and not _SENTENCE_END.search(line) and len(line) < _SHORT * width:
        return False  # a name or a heading below a text
    if (is_ended and len(line.split()) >= _LEAST_BROKEN) or (before.endswith(",") and len(before.split()) > _PAIR):
        return True
    return len(before) + 1 + len(line.split(" ", 1)[0]) > _NEARLY_FULL * width


def _is_running(line: str) -> bool:
    """Whether a line is as long as a sentence's and, unlike a title or an address, has few capitals."""
    return len(line.split()) >= _RUNNING_WORDS and (_smallness(line) >= _SPOKEN or bool(_SENTENCE_END.search(line)))


def _smallness(line: str) -> float:
    """Return the share of words that begin with a small letter."""
    words = line.split()
    return sum(word[0].islower() or word == "I" for word in words) / max(len(words), 1)


def _breaks_off(before: str, line: str) -> bool:
    """Whether a line ends in mid-sentence: before a small word, on one, or after several."""
    words = before.split()
    if len(words) < _LEAST_BROKEN or _SENTENCE_END.search(before) or not line:
        return False
    if line[:1].islower() or _MARKED_END.search(before):
        return line[:1].islower()
    return words[-1][:1].islower() or _smallness(before) > _MOSTLY_SMALL
