"""The parts of an email or letter: what is body, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from hartcity.model import Span
from hartcity.text.ending import part_ending, remainder
from hartcity.text.greeting import greeting_length
from hartcity.text.lines import LONG_LINE, SHORT_LINE, Line, lines
from hartcity.text.parts import Block, Part
from hartcity.text.reference import reference_lines


__all__ = ["Block", "Part", "dissect"]


_SUBJECT = re.compile(r"(?:re|subject|subj|regarding)\s?:\s?\S", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"(?:>|\|\s)")
_QUOTE_HEAD = re.compile(
    r"-{2,80}\s?(?:original|forwarded) message|on .{5,120} wrote:$|begin forwarded message", re.IGNORECASE
)
_QUOTE_HEAD_BEGUN = re.compile(
    r"on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)", re.IGNORECASE
)
_FROM = re.compile(r"\*?from\s?:\*?\s", re.IGNORECASE)
_SENT_OR_TO = re.compile(r"\*?(?:sent|date|to|cc|subject)\s?:\*?", re.IGNORECASE)
_FRAME = re.compile(
    r"(?:part|section|task|step|assignment|unit|module|week|question|draft|version|exercise)\s"
    r"(?:\d{1,2}|[ivx]{1,4}|one|two|three|[a-d])\b"
    r"|(?:word ?count|words|total words)\b|\(?\d{2,4}\swords\)?$|\[[^\]]{2,60}\]$"
    r"|(?:advocacy|sample|my|the|practice|two-paragraph)\s(?:e-?mail|letter)(?:\sdraft)?:?$"
    r"|(?:e-?mail|letter)\s?(?:draft|text)?:?$"
    r"|(?:to|from|date|sent|name|student|course|instructor|professor|class|student name|due)\s?:",
    re.IGNORECASE,
)
_HEADER_LINES = 25
_WRAP_MARGIN = 12
_WRAP_WIDTH = 100


def dissect(plain: str) -> tuple[Block, ...]:
    """Return the blocks of a draft in order; white space between them belongs to none."""
    every = lines(plain)
    quoted = _first_quoted(every)
    own = [line for line in every[:quoted] if not _QUOTE_MARK.match(line.text)]
    blocks = [Block(Part.QUOTED, line.span) for line in every[:quoted] if _QUOTE_MARK.match(line.text)]
    if quoted < len(every):
        blocks.append(Block(Part.QUOTED, Span(every[quoted].span.start, every[-1].span.end)))
    own, blocks = _without_frame(own, blocks)
    own = _apart(own, blocks)
    head, greeting = _head(own)
    blocks += [Block(_header_part(line), line.span) for line in own[:head]]
    rest = own[head:]
    if greeting:
        opened = rest[0]
        cut = opened.span.start + greeting
        blocks.append(Block(Part.SALUTATION, Span(opened.span.start, cut)))
        rest = [*remainder(opened, cut, plain), *rest[1:]]
    body, tail = part_ending(rest, plain)
    return tuple(_merged([*blocks, *tail, *_paragraphs(body)]))


def _first_quoted(every: tuple[Line, ...]) -> int:
    return next((at for at in range(1, len(every)) if _heads_a_quote(every, at)), len(every))


def _heads_a_quote(every: tuple[Line, ...], at: int) -> bool:
    """Whether a mail program's lines above a quoted message begin here: one, two, or From:, Sent: and To:."""
    text, below = every[at].text, [line.text for line in every[at + 1 : at + 4]]
    if _QUOTE_HEAD.match(text) or (below and _QUOTE_HEAD_BEGUN.match(text) and below[0].endswith(" wrote:")):
        return True
    return (
        _FROM.match(text) is not None
        and sum(_SENT_OR_TO.match(line) is not None for line in below) > 1
        and any(line.is_prose for line in every[:at])
    )


def _without_frame(own: list[Line], blocks: list[Block]) -> tuple[list[Line], list[Block]]:
    """Take out worksheet headings and word counts, wherever they stand, subject lines and reference lines."""
    kept: list[Line] = []
    references = reference_lines(own)
    for at, line in enumerate(own):
        if at in references:
            blocks.append(Block(Part.REFERENCE, line.span))
        elif _SUBJECT.match(line.text) and len(line.words) <= 2 * LONG_LINE:
            blocks.append(Block(Part.SUBJECT, line.span))
        elif _FRAME.match(line.text) and not line.is_terminated and len(line.words) <= LONG_LINE:
            placeholder = line.text.startswith("[")
            if placeholder:
                kept.append(line)
            else:
                blocks.append(Block(Part.HEADING, line.span))
        else:
            kept.append(line)
    return kept, blocks


def _apart(own: list[Line], blocks: list[Block]) -> list[Line]:
    """Let a line begin anew where one that was taken out stood before it."""
    taken = sorted(block.span.start for block in blocks)
    kept: list[Line] = []
    for line in own:
        before = kept[-1].span.end if kept else 0
        at = bisect_left(taken, before)
        parted = bool(kept) and at < len(taken) and taken[at] < line.span.start
        kept.append(replace(line, after_gap=True) if parted else line)
    return kept


def _head(own: list[Line]) -> tuple[int, int]:
    """Return how many lines stand before the salutation or the body, and the salutation's length."""
    candidate = 0
    for at, line in enumerate(own[:_HEADER_LINES]):
        length = greeting_length(line.text)
        strong = length and not line.text.lower().startswith(("attn", "attention", "to the"))
        if strong and not (line.is_prose and length == len(line.text)):
            return at, length
        if length and not candidate:
            candidate = at + 1
        if line.is_prose or line.is_bullet:
            break
    if candidate:
        return candidate - 1, greeting_length(own[candidate - 1].text)
    for before, line in enumerate(own[:_HEADER_LINES]):
        if line.is_prose:
            return before, 0
        if line.is_bullet or line.is_terminated or line.text[0].islower():
            break
    return 0, 0


def _header_part(line: Line) -> Part:
    if line.is_date:
        return Part.DATE
    letters = [mark for mark in line.text if mark.isalpha()]
    shouted = len(letters) > _WRAP_MARGIN and all(mark.isupper() for mark in letters)
    return Part.HEADING if shouted else Part.ADDRESS


def _merged(blocks: list[Block]) -> list[Block]:
    """Join neighboring lines of one part, except list items and closings."""
    joined: list[Block] = []
    for block in sorted(blocks, key=lambda each: each.span):
        last = joined[-1] if joined else None
        if (
            last
            and last.part is block.part
            and block.part in {Part.ADDRESS, Part.SIGNATURE, Part.QUOTED, Part.POSTSCRIPT}
        ):
            joined[-1] = Block(block.part, Span(last.span.start, block.span.end))
        else:
            joined.append(block)
    return joined


def _paragraphs(body: list[Line]) -> list[Block]:
    """Join lines into paragraphs: at blank lines, and where a line ends early though the next word had room."""
    width = max((len(line.text) for line in body), default=0)
    blocks: list[Block] = []
    for at, line in enumerate(body):
        last = blocks[-1] if blocks else None
        part = Part.LIST_ITEM if line.is_bullet else Part.BODY
        if (
            last is None
            or part is Part.LIST_ITEM
            or line.after_gap
            or line.is_label
            or _begins_anew(body[at - 1], line, width)
        ):
            blocks.append(Block(Part.HEADING if line.is_label and len(line.words) <= SHORT_LINE else part, line.span))
        elif last.part is Part.HEADING:
            blocks.append(Block(part, line.span))
        else:
            blocks[-1] = Block(last.part, Span(last.span.start, line.span.end))
    return blocks


def _begins_anew(before: Line, line: Line, width: int) -> bool:
    """Whether a single line break ends a paragraph and is not a wrap."""
    if not before.is_terminated or line.text[:1].islower():
        return False
    if line.indent > before.indent + 1:
        return True
    room = width - len(before.text)
    return width > _WRAP_WIDTH or room > _WRAP_MARGIN + len(line.words[0])
