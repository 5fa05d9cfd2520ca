"""Lines of a draft, and what a line looks like from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hartcity.model import Span
from hartcity.text.kept import SENTENCES, kept


_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-*\u2022\u2023\u25e6\u00b7\u25aa\u25cf]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+\S")
_CONTACT = re.compile(r"\S@\S|\d{3}[\s.)-]{1,3}\d{3,4}|\bwww\.|\bhttps?:")
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2})$",
    re.IGNORECASE,
)
_TERMINATED = re.compile(r"[.!?\u2026][\"')\]]{0,2}$")
_ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|mx|dr|st|ave|jr|sr|inc|rd|blvd|[a-z])\.$", re.IGNORECASE)
_INNER_STOP = re.compile(r"[a-zA-Z]{2}[.!?]{1,3}\s\S")
_LABEL = re.compile(r"[A-Z][\w' ,/&-]{2,50}:$")
SHORT_LINE = 4
LONG_LINE = 12
"""How many words a name or a heading has at the most, and a line of contact details."""

_PROSE_WORDS = 9
_SENTENCE_WORDS = 4


class _Look(NamedTuple):
    """What a line looks like, wherever it stands; see ``Line``."""

    words: tuple[str, ...]
    is_bullet: bool
    is_label: bool
    is_date: bool
    has_contact: bool
    is_terminated: bool
    is_prose: bool


@kept(SENTENCES)
def _look(text: str) -> _Look:
    words = tuple(text.split())
    count = len(words)
    small = sum(word[0].islower() for word in words)
    has_contact = _CONTACT.search(text) is not None
    is_terminated = _TERMINATED.search(text) is not None and _ABBREVIATED.search(text[-6:]) is None
    is_running = 2 * small >= count or _INNER_STOP.search(text) is not None
    return _Look(
        words,
        is_bullet=_BULLET.match(text) is not None,
        is_label=_LABEL.match(text) is not None,
        is_date=_DATE.match(text) is not None,
        has_contact=has_contact,
        is_terminated=is_terminated,
        is_prose=(count >= _PROSE_WORDS and not has_contact and is_running)
        or (is_terminated and count >= _SENTENCE_WORDS),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. ``span`` leaves out white space; ``after_gap``: a blank line stands before it."""

    text: str
    span: Span
    indent: int
    after_gap: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The pieces between spaces."""
        return _look(self.text).words

    @property
    def is_bullet(self) -> bool:
        """Whether the line opens a list item."""
        return _look(self.text).is_bullet

    @property
    def is_label(self) -> bool:
        """Whether the line is a heading that ends with a colon."""
        return _look(self.text).is_label

    @property
    def is_date(self) -> bool:
        """Whether the line is a date and nothing else."""
        return _look(self.text).is_date

    @property
    def has_contact(self) -> bool:
        """Whether a phone number or an address on the net stands in the line."""
        return _look(self.text).has_contact

    @property
    def is_terminated(self) -> bool:
        """Whether a sentence ends with the line."""
        return _look(self.text).is_terminated

    @property
    def is_prose(self) -> bool:
        """Whether the line reads as running text and not as a name, an address or a heading."""
        return _look(self.text).is_prose


def lines(plain: str) -> tuple[Line, ...]:
    """Return the lines of a draft that hold something."""
    return tuple(_lines(plain))


def _lines(plain: str) -> Iterator[Line]:
    end = -1
    for found in _LINE.finditer(plain):
        text = found[0].strip(" \u00ad")
        if not text:
            continue
        start = found.start() + found[0].index(text)
        gap = end >= 0 and plain.count("\n", end, start) > 1
        yield Line(text, Span(start, start + len(text)), start - found.start(), gap)
        end = start + len(text)
