"""The parts of an email or letter: what is body, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from hartcity.model import Span


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


_LINE = re.compile(r"[^\n]+")
_SALUTATION = re.compile(
    r"\s*(?:(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|to whom\w* |to the |attention)\b[^\n.!?]{0,80}?(?:[,:;\u2014!]|$)|[A-Z][\w .'&-]{1,50}(?:team|staff|coordinator|director|manager),$)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:yours|very|most)?\s*(?:sincerely|respectfully|truly|faithfully|cordially|warmly)(?: yours)?|(?:with |in |my |kind |kindest |best |warm |warmest )*(?:regards|wishes|thanks|gratitude|appreciation|respect|partnership|best)"
    r"|thank you(?: (?:so|very) much)?|many thanks|thanks(?: again| so much)?|take care|cheers|gratefully|thx)[\s,.!\u2014]*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s*(?:re|subject|subj)\s*:", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*\u2022\u2023\u25e6\u00b7]|\(?\d{1,2}[.)])\s+\S")
_DATE = re.compile(r"\s*(?:\w+day,?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2},?\s+\d{4}\s*$", re.IGNORECASE)
_QUOTE = re.compile(r"\s*(?:>|-{2,}\s*(?:original|forwarded) message|on .{5,120} wrote:\s*$)", re.IGNORECASE)


def dissect(plain: str) -> tuple[Block, ...]:
    """Return the blocks of a draft in order; white space between them belongs to none."""
    lines = [Span(*found.span()) for found in _LINE.finditer(plain) if found[0].strip()]
    greeting = next((i for i, line in enumerate(lines[:30]) if _SALUTATION.match(line.of(plain))), None)
    first_body = 0 if greeting is None else greeting + 1
    closing = next((i for i in range(len(lines) - 1, first_body, -1) if _CLOSING.match(lines[i].of(plain))), None)
    blocks: list[Block] = []
    for i, line in enumerate(lines):
        text = line.of(plain)
        lead = len(text) - len(text.lstrip())
        span = Span(line.start + lead, line.start + len(text.rstrip()))
        if _QUOTE.match(text):
            blocks.append(Block(Part.QUOTED, span))
        elif _SUBJECT.match(text):
            blocks.append(Block(Part.SUBJECT, span))
        elif greeting is not None and i < greeting:
            blocks.append(Block(Part.DATE if _DATE.match(text) else Part.ADDRESS, span))
        elif i == greeting:
            found = _SALUTATION.match(text)
            cut = line.start + found.end() if found else span.end
            blocks.append(Block(Part.SALUTATION, Span(span.start, cut)))
            if plain[cut : span.end].strip():
                rest = plain[cut : span.end]
                blocks.append(Block(Part.BODY, Span(cut + len(rest) - len(rest.lstrip()), span.end)))
        elif closing is not None and i == closing:
            blocks.append(Block(Part.CLOSING, span))
        elif closing is not None and i > closing:
            blocks.append(Block(Part.SIGNATURE, span))
        elif _BULLET.match(text):
            blocks.append(Block(Part.LIST_ITEM, span))
        else:
            blocks.append(Block(Part.BODY, span))
    return tuple(_joined(blocks, plain))


def _joined(blocks: list[Block], plain: str) -> list[Block]:
    """Join lines of one part that no blank line parts."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.part is block.part and block.part is not Part.LIST_ITEM and plain.count("\n", last.span.end, block.span.start) == 1:
            joined[-1] = Block(block.part, Span(last.span.start, block.span.end))
        else:
            joined.append(block)
    return joined
