"""What is whose in a quoted message: who wrote it and to whom, and what it tells of others."""

from __future__ import annotations

import re

from hartcity.model import Span
from hartcity.text.anatomy import dissect
from hartcity.text.parts import Part


_MARKS = re.compile(r"^[ \u00ad]*(?:[>|][ ]?)+", re.MULTILINE)
_HEAD = re.compile(
    r"^[ ]*(?:\*?(?:from|sent|to|cc|bcc|date|reply-to|importance)\*?\s?:.*|on .{5,200} wrote:|-{2,}.*"
    r"|begin forwarded message.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_THE_CORRESPONDENTS = frozenset({Part.SALUTATION, Part.SIGNATURE, Part.ADDRESS, Part.DATE})


def correspondents(plain: str, quoted: Span) -> tuple[Span, ...]:
    """Return where the people who wrote to each other stand in a quoted message, with their numbers.

    That is in the lines that mail programs put above it, in its greeting and below its closing.
    """
    heads = [Span(*found.span()) for found in _HEAD.finditer(_bare(quoted.of(plain)))]
    body = _blank(_bare(quoted.of(plain)), heads)
    around = [block.span for block in dissect(body) if block.part in _OF_THE_CORRESPONDENTS]
    return tuple(span.shifted(quoted.start) for span in sorted((*heads, *around)))


def _bare(text: str) -> str:
    """Return the text with blanks in place of its quotation marks, as long as before."""
    return _MARKS.sub(lambda found: " " * len(found[0]), text)


def _blank(text: str, spans: list[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
