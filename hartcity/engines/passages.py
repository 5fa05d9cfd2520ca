"""A text cut into passages: the pieces that are checked, and remembered, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hartcity.model import Span
from hartcity.text.characters import plain
from hartcity.text.sentences import sentences


LONGEST_PASSAGE = 1_200
"""Code points after which a paragraph is cut at the end of a sentence."""

LONGEST_SENTENCE = 4_000
"""Code points after which even a sentence is cut, at white space where there is some."""


class Passage(NamedTuple):
    """A piece of a text that is checked on its own, and where it begins in that text (code points)."""

    start: int
    text: str


def passages(text: str) -> tuple[Passage, ...]:
    """Cut ``text`` at blank lines, long paragraphs at sentence ends, and longer sentences at white space.

    Lines that follow each other without a blank line stay together, since a hard-wrapped email is one paragraph.
    The cuts before a place depend only on the paragraph that it stands in, so an edit leaves all other passages as
    they were.
    """
    view = plain(text)
    found: list[Passage] = []
    for paragraph in _paragraphs(view):
        found.extend(Passage(span.start, span.of(text)) for span in _pieces(view, paragraph))
    return tuple(found)


def _paragraphs(view: str) -> Iterator[Span]:
    """Give the runs of lines that are not blank, without the white space around them."""
    begin: int | None = None
    end = position = 0
    for line in view.split("\n"):
        if line.strip():
            if begin is None:
                begin = position + len(line) - len(line.lstrip())
            end = position + len(line.rstrip())
        elif begin is not None:
            yield Span(begin, end)
            begin = None
        position += len(line) + 1
    if begin is not None:
        yield Span(begin, end)


def _pieces(view: str, paragraph: Span) -> list[Span]:
    if paragraph.end - paragraph.start <= LONGEST_PASSAGE:
        return [paragraph]
    pieces: list[Span] = []
    for sentence in sentences(view, *paragraph):
        for piece in _short(view, sentence):
            if pieces and piece.end - pieces[-1].start <= LONGEST_PASSAGE:
                pieces[-1] = Span(pieces[-1].start, piece.end)
            else:
                pieces.append(piece)
    return pieces


def _short(view: str, sentence: Span) -> list[Span]:
    pieces: list[Span] = []
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        cut = view.rfind(" ", start + 1, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
        pieces.append(Span(start, cut))
        start = cut
    pieces.append(Span(start, sentence.end))
    return pieces
