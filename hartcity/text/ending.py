"""Where the body ends: closing, signature, postscript, and what was said after the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hartcity.model import Span
from hartcity.text.leave_taking import closing_in, closing_length
from hartcity.text.lines import LONG_LINE, SHORT_LINE, Line
from hartcity.text.parts import Block, Part
from hartcity.text.postscript import postscript_length
from hartcity.text.signature import contact_in, speaks_of_the_writer


_NAME = re.compile(r"[-\u2014~]{0,2}\s?[^\W\d_][\w.'-]{0,20}")
# Words of the notices that mail programs put under every message.
_NOTICE = frozenset("confidential confidentiality recipient privileged unauthorized disclaimer".split())
_JOINTS = frozenset({"or", "and", "of", "for", "at"})
_SIGNATURE_LINES = 9
_CLOSING_AND_NAME = 2
_LONG_CLOSING = 8


def remainder(line: Line, cut: int, plain: str) -> list[Line]:
    """Return what stands on a line behind ``cut``, as a line of its own."""
    text = plain[cut : line.span.end].strip()
    if not text:
        return []
    start = line.span.end - len(plain[cut : line.span.end].lstrip())
    return [Line(text, Span(start, line.span.end), 0, after_gap=True)]


def part_ending(rest: list[Line], plain: str) -> tuple[list[Line], list[Block]]:
    """Part the body from closing, signature and postscript."""
    blocks: list[Block] = []
    rest = _afterword_apart(rest, plain)
    while rest and (postscript_length(rest[-1].text) or _is_afterword(rest)):
        last = rest.pop()
        blocks.append(Block(Part.SIGNATURE if _is_notice(last) or _gives_contact(last) else Part.POSTSCRIPT, last.span))
    closing = _closing(rest)
    if closing is not None:
        return rest[:closing], blocks + _closed(rest, closing, plain)
    if rest and (at := closing_in(rest[-1].text)) > 0:
        shortened, closed = _closed_inside(rest[-1], at, plain)
        return [*rest[:-1], shortened], blocks + closed
    first = _signature(rest)
    return rest[:first], blocks + [Block(Part.SIGNATURE, line.span) for line in rest[first:]]


def _closed(rest: list[Line], closing: int, plain: str) -> list[Block]:
    """Return the closing on the line of this number, and what stands behind it and below it."""
    line = rest[closing]
    cut = line.span.start + (closing_length(line.text) or len(line.text))
    end = line.span.start + len(plain[line.span.start : cut].rstrip())
    after = [*remainder(line, cut, plain), *rest[closing + 1 :]]
    return [
        Block(Part.CLOSING, Span(line.span.start, end)),
        *_below_a_closing(after),
    ]


def _below_a_closing(lines: list[Line]) -> Iterator[Block]:
    """Yield the lines of the signature, and those of postscripts with the lines that they run on in."""
    part = Part.SIGNATURE
    for line in lines:
        if postscript_length(line.text):
            part = Part.POSTSCRIPT
        elif line.after_gap:
            part = Part.SIGNATURE
        yield Block(part, line.span)


def _closed_inside(line: Line, at: int, plain: str) -> tuple[Line, list[Block]]:
    """Part a line of running text that a closing ends, and perhaps a name; the closing begins at its character ``at``.

    Return what is left of the line, and the closing and the name.
    """
    start = line.span.start + at
    comma = next((place for place in range(start, line.span.end) if plain[place] in ",\u2014"), line.span.end - 1) + 1
    signed = [Block(Part.SIGNATURE, each.span) for each in remainder(line, comma, plain)]
    body = plain[line.span.start : start].rstrip()
    shortened = Line(body, Span(line.span.start, line.span.start + len(body)), line.indent, line.after_gap)
    return shortened, [Block(Part.CLOSING, Span(start, comma)), *signed]


def _is_afterword(rest: list[Line]) -> bool:
    """Whether running text stands below the writer's name, number or address."""
    if len(rest) < _CLOSING_AND_NAME or not rest[-1].is_prose:
        return False
    if not rest[-1].has_contact and _is_contact_line(rest[-2]):
        return True
    closing = _closing(rest[:-1]) if rest[-1].is_terminated and _is_spoken(rest[-1]) else None
    return closing is not None and closing < len(rest) - _CLOSING_AND_NAME and _is_name(rest[closing + 1])


def _is_spoken(line: Line) -> bool:
    """Whether half of the words or more are in small letters, as in a sentence and not in a title or an address."""
    return 2 * sum(word[0].islower() for word in line.words) >= len(line.words)


def _is_notice(line: Line) -> bool:
    """Whether a line is a notice on confidentiality, which nobody wrote for this reader."""
    return not _NOTICE.isdisjoint(word.strip(".,;:()").lower() for word in line.words)


def _gives_contact(line: Line) -> bool:
    """Whether a line says how to reach the writer, as the rest of the signature does."""
    return line.has_contact and speaks_of_the_writer(line.text) and not postscript_length(line.text)


def _is_contact_line(line: Line) -> bool:
    return line.has_contact and not line.is_prose


def _afterword_apart(rest: list[Line], plain: str) -> list[Line]:
    """Part running text from the number or address that it follows on the last line of a signature."""
    last = rest[-1] if rest else None
    contact = contact_in(plain, last.span) if last else None
    if last is None or contact is None:
        return rest
    head = Span(last.span.start, contact.end)
    said = plain[contact.end : last.span.end].lstrip(" .,;|")
    spoken = any(word[0].islower() for word in plain[head.start : contact.start].split() if word not in _JOINTS)
    after = Line(said, Span(last.span.end - len(said), last.span.end), 0, after_gap=False)
    if spoken or not said or not after.is_prose or not after.is_terminated:
        return rest
    return [*rest[:-1], replace(last, text=head.of(plain), span=head), after]


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
    """'In haste,' above a name: a closing of its own kind; a longer one stands behind a sentence that has ended."""
    line = rest[at]
    below = rest[at + 1 : at + 2]
    most = _LONG_CLOSING if at > 0 and rest[at - 1].is_terminated else SHORT_LINE
    return (
        at > 0
        and line.text.endswith(",")
        and len(line.words) <= most
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
        if line.is_prose or (line.is_bullet and not line.text.startswith("-")) or line.is_label:
            break
        first = at
        if line.after_gap and _is_name(line):
            break
    while first < len(rest) and not (
        _is_name(rest[first])
        or (rest[first].has_contact and rest[first].after_gap and len(rest[first].words) <= LONG_LINE)
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
