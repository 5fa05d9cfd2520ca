"""The parts of an email or letter: what is body, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum

from hartcity.model import Span
from hartcity.text.greeting import greeting_length
from hartcity.text.leave_taking import closing_in, closing_length
from hartcity.text.lines import Line, lines


class Part(StrEnum):
    """What a block of lines is for."""

    ADDRESS = "address"
    DATE = "date"
    SUBJECT = "subject"
    HEADING = "heading"
    SALUTATION = "salutation"
    BODY = "body"
    LIST_ITEM = "list_item"
    CLOSING = "closing"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one part to play."""

    part: Part
    span: Span


_SUBJECT = re.compile(r"(?:re|subject|subj|regarding)\s?:\s?\S", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"(?:>|\|\s)")
_QUOTE_HEAD = re.compile(
    r"-{2,}\s?(?:original|forwarded) message|on .{5,120} wrote:$|begin forwarded message", re.IGNORECASE
)
_FRAME = re.compile(
    r"(?:part|section|task|step|assignment|unit|module|week|question|draft|version|exercise)\s"
    r"(?:\d{1,2}|[ivx]{1,4}|one|two|three|[a-d])\b"
    r"|(?:word ?count|words|total words)\b|\(?\d{2,4}\swords\)?$|\[[^\]]{2,60}\]$"
    r"|(?:advocacy|sample|my|the|practice|two-paragraph)\s(?:e-?mail|letter)(?:\sdraft)?:?$"
    r"|(?:e-?mail|letter)\s?(?:draft|text)?:?$"
    r"|(?:to|from|cc|bcc|date|sent|name|student|course|instructor|professor|class|student name|due|attachments?"
    r"|encl(?:osures?)?)\s?:",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"p\.?\s?p?\.?s\.?[\s:.,-]", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w' ,/&-]{2,50}:$")
_NAME = re.compile(r"[-\u2014~]{0,2}\s?[^\W\d_][\w.'-]{0,20}")
_HEADER_LINES = 25
_SIGNATURE_LINES = 9
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
        rest = [*_remainder(opened, cut, plain), *rest[1:]]
    body, tail = _tail(rest, plain)
    return tuple(_merged([*blocks, *tail, *_paragraphs(body)]))


def _first_quoted(every: tuple[Line, ...]) -> int:
    return next((at for at, line in enumerate(every) if _QUOTE_HEAD.match(line.text) and at > 0), len(every))


def _without_frame(own: list[Line], blocks: list[Block]) -> tuple[list[Line], list[Block]]:
    """Take out worksheet headings and word counts, wherever they stand, and subject lines."""
    kept: list[Line] = []
    for line in own:
        if _SUBJECT.match(line.text) and len(line.words) <= 2 * _PROSE:
            blocks.append(Block(Part.SUBJECT, line.span))
        elif _FRAME.match(line.text) and not line.is_terminated and len(line.words) <= _PROSE:
            placeholder = line.text.startswith("[")
            if placeholder:
                kept.append(line)
            else:
                blocks.append(Block(Part.HEADING, line.span))
        else:
            kept.append(line)
    return kept, blocks


_PROSE = 12
_SHORT_LINE = 4


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


def _remainder(line: Line, cut: int, plain: str) -> list[Line]:
    text = plain[cut : line.span.end].strip()
    if not text:
        return []
    start = line.span.end - len(plain[cut : line.span.end].lstrip())
    return [Line(text, Span(start, line.span.end), 0, after_gap=True)]


def _tail(rest: list[Line], plain: str) -> tuple[list[Line], list[Block]]:
    """Part the body from closing, signature and postscript."""
    blocks: list[Block] = []
    while rest and _POSTSCRIPT.match(rest[-1].text):
        blocks.append(Block(Part.POSTSCRIPT, rest.pop().span))
    closing = _closing(rest)
    if closing is not None:
        line = rest[closing]
        length = closing_length(line.text)
        cut = line.span.start + (length or len(line.text))
        blocks.append(
            Block(
                Part.CLOSING,
                Span(
                    line.span.start,
                    cut - (len(plain[line.span.start : cut]) - len(plain[line.span.start : cut].rstrip())),
                ),
            )
        )
        after = [*_remainder(line, cut, plain), *rest[closing + 1 :]]
        blocks += [
            Block(Part.POSTSCRIPT if _POSTSCRIPT.match(each.text) else Part.SIGNATURE, each.span) for each in after
        ]
        return rest[:closing], blocks
    if rest:
        at = closing_in(rest[-1].text)
        if at > 0:
            line = rest[-1]
            start = line.span.start + at
            body = plain[line.span.start : start].rstrip()
            comma = (
                next((place for place in range(start, line.span.end) if plain[place] in ",\u2014"), line.span.end - 1)
                + 1
            )
            blocks.append(Block(Part.CLOSING, Span(start, comma)))
            blocks += [Block(Part.SIGNATURE, each.span) for each in _remainder(line, comma, plain)]
            shortened = Line(body, Span(line.span.start, line.span.start + len(body)), line.indent, line.after_gap)
            return [*rest[:-1], shortened], blocks
    first = _signature(rest)
    return rest[:first], blocks + [Block(Part.SIGNATURE, line.span) for line in rest[first:]]


def _closing(rest: list[Line]) -> int | None:
    """Return the place of the closing among the last few lines, with no running text behind it."""
    found = None
    for at in range(len(rest) - 1, max(-1, len(rest) - 2 - _SIGNATURE_LINES), -1):
        line = rest[at]
        if closing_length(line.text) and (at > 0 or len(rest) > 1):
            found = at
            if not line.text.rstrip().endswith((".", "!")):
                return at
            continue
        if _is_odd_closing(rest, at):
            return at if found is None else found
        if line.is_prose and not line.has_contact:
            break
    return found


def _is_odd_closing(rest: list[Line], at: int) -> bool:
    """'In haste,' above a name: a closing of its own kind."""
    line = rest[at]
    below = rest[at + 1 : at + 2]
    return (
        at > 0
        and line.text.endswith(",")
        and len(line.words) <= _SHORT_LINE
        and bool(below)
        and _is_name(below[0])
        and not any(mark.isdigit() for mark in line.text)
        and not _is_name(line)
    )


def _signature(rest: list[Line]) -> int:
    """Where a signature without a closing begins; the number of lines when there is none."""
    first = len(rest)
    for at in range(len(rest) - 1, max(0, len(rest) - 1 - _SIGNATURE_LINES), -1):
        line = rest[at]
        if line.is_prose or (line.is_bullet and not line.text.startswith("-")) or _LABEL.match(line.text):
            break
        first = at
        if line.after_gap and _is_name(line):
            break
    while first < len(rest) and not (
        _is_name(rest[first])
        or (rest[first].has_contact and rest[first].after_gap and len(rest[first].words) <= _PROSE)
    ):
        first += 1
    return first if first > 0 else len(rest)


def _is_name(line: Line) -> bool:
    words = [word.strip(",-\u2014~.") for word in line.words if word.strip(",-\u2014~.|")]
    opened = words[: 2 if len(words) > 1 else 1]
    return (
        bool(opened)
        and _NAME.match(line.text) is not None
        and all(word[:1].isupper() or line.text[0] in "-\u2014~" for word in opened)
        and not line.text.endswith("?")
    )


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
            or _LABEL.match(line.text)
            or _begins_anew(body[at - 1], line, width)
        ):
            blocks.append(
                Block(Part.HEADING if _LABEL.match(line.text) and len(line.words) <= _SHORT_LINE else part, line.span)
            )
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
