"""A draft, read once: the shared ground of checks, rules and metrics."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from hartcity.model import Draft, Span
from hartcity.text import anatomy, signature
from hartcity.text.acts import Act, ActReader, Acts, Line, Shown
from hartcity.text.anatomy import Block, Part
from hartcity.text.characters import plain
from hartcity.text.correspondents import correspondents_words
from hartcity.text.placed import Paragraph, PlacedLine, Sentence
from hartcity.text.sentences import sentences
from hartcity.text.subject_line import SubjectLine
from hartcity.text.word_count import words_in_lines
from hartcity.text.words import Word, words


_BODY = frozenset({Part.BODY, Part.LIST_ITEM})
_PROSE = frozenset({*_BODY, Part.SALUTATION})
_FRAME = frozenset({Part.ADDRESS, Part.DATE, Part.REFERENCE, Part.SIGNATURE, Part.QUOTED})
_SHORT = 3

Made = TypeVar("Made")


class Document:
    """A draft with everything that can be read off it without judging it; each property is worked out once.

    ``reader`` says what sentences do; without one nothing is known of that but what rules see.
    """

    def __init__(self, draft: Draft, reader: ActReader | None = None) -> None:
        self.draft = draft
        self.text = draft.text
        self.reader = reader
        self._made: dict[tuple[Any, ...], Any] = {}

    def once(self, work: Callable[..., Made], **options: bool) -> Made:
        """Return what ``work`` makes of this document with these options, made once for all who ask."""
        key = work, *options.items()
        if key not in self._made:
            self._made[key] = work(self, **options)
        made: Made = self._made[key]
        return made

    @classmethod
    def of_text(cls, text: str) -> Document:
        """Read a bare text."""
        return cls(Draft(text=text))

    @cached_property
    def plain(self) -> str:
        """The text with one kind of quote, dash, space and line break; same length as ``text``."""
        return plain(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the text."""
        return words(self.plain)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, which no word crosses."""
        return tuple(self.plain.split("\n"))

    @cached_property
    def word_count(self) -> int:
        """How many words the text has."""
        return words_in_lines(self.lines)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the email or letter, in order."""
        return anatomy.dissect(self.plain)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The body paragraphs (lists count as part of the body), in order."""
        return tuple(block.span for block in self.blocks if block.part in _BODY)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every block, in order."""
        found: list[Sentence] = []
        paragraph = -1
        for block in self.blocks:
            in_body = block.part in _BODY
            paragraph += in_body
            number = paragraph if in_body else -1
            spans = sentences(self.plain, *block.span)
            found += [Sentence(span, span.of(self.plain), block.part, number) for span in spans]
        return tuple(found)

    @cached_property
    def placed_lines(self) -> tuple[PlacedLine, ...]:
        """The sentences of the body and the lines around it, each with the one before it, in the order of the text."""
        found: list[PlacedLine] = []
        before = ""
        for sentence in self.sentences:
            for span in (sentence.span,) if sentence.paragraph >= 0 else _lines_of(self.plain, sentence.span):
                line = span.of(self.plain)
                found.append(PlacedLine(span, sentence.part, Line(line, before)))
                before = line
        return tuple(found)

    def placed_within(self, span: Span) -> tuple[PlacedLine, ...]:
        """Return the placed lines that ``span`` touches; they stand apart from each other and in order."""
        first = bisect_right(self.placed_lines, span.start, key=lambda placed: placed.span.end)
        last = bisect_left(self.placed_lines, span.end, key=lambda placed: placed.span.start)
        return self.placed_lines[first:last]

    @cached_property
    def acts(self) -> tuple[Acts, ...]:
        """What each sentence of the body does, in the order of ``body``; nothing where there is no reader."""
        if self.reader is None:
            return (Acts(),) * len(self.body)
        return self.reader.acts([placed.line for placed in self.placed_lines if placed.part in _BODY])

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the body paragraphs."""
        return tuple(sentence for sentence in self.sentences if sentence.paragraph >= 0)

    def showing(self, *acts: Act, within: int | None = None) -> tuple[Shown, ...]:
        """Return the sentences of the body that do any of ``acts``, as the reader sees it.

        They are firm where the reader is sure. ``within`` keeps to the first sentences of the body, so many.
        """
        return tuple(
            Shown(sentence.span, firm=not done.seen.isdisjoint(acts))
            for sentence, done in zip(self.body[:within], self.acts[:within], strict=True)
            if not (done.seen.isdisjoint(acts) and done.perhaps.isdisjoint(acts))
        )

    @cached_property
    def body_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs and list items of the body with their length in words."""
        lengths = Counter[int]()
        for sentence in self.body:
            lengths[sentence.paragraph] += len(sentence.forms)
        bodies = [block for block in self.blocks if block.part in _BODY]
        return tuple(Paragraph(block.span, block.part, lengths[number]) for number, block in enumerate(bodies))

    @cached_property
    def frame(self) -> tuple[Span, ...]:
        """What stands around the prose: letterhead, addresses and date, the signature, somebody's quoted words."""
        begins = next((block.span.start for block in self.blocks if block.part in _PROSE), len(self.text))
        return tuple(
            block.span
            for block in self.blocks
            if block.part in _FRAME or (block.part is Part.HEADING and block.span.end <= begins)
        )

    def is_framed(self, span: Span) -> bool:
        """Whether words stand in the frame and not in the prose."""
        return any(part.holds(span) for part in self.frame)

    @cached_property
    def subject_line(self) -> SubjectLine | None:
        """The subject: the draft's field, else the first Re: or Subject: line in the text, else None."""
        if self.draft.subject.strip():
            own = correspondents_words(self.plain, self.blocks, self.draft.plan)
            return SubjectLine(plain(self.draft.subject).strip(), own=own)
        return next(iter(self.subject_lines), None)

    @cached_property
    def subject_lines(self) -> tuple[SubjectLine, ...]:
        """The Re: and Subject: lines in the text."""
        own = correspondents_words(self.plain, self.blocks, self.draft.plan)
        return tuple(SubjectLine.in_text(self.plain, span, own) for span in self.part(Part.SUBJECT))

    @cached_property
    def signature_name(self) -> Span | None:
        """The name that signs the draft."""
        named = (signature.name_in(self.plain, span) for span in self.part(Part.SIGNATURE))
        return next((span for span in named if span is not None), None)

    @cached_property
    def signed_contacts(self) -> tuple[Span, ...]:
        """The phone numbers and addresses in the signature, which are the writer's."""
        signed = (*self.part(Part.SIGNATURE), *self.part(Part.CLOSING))
        return tuple(found for span in signed for found in signature.contacts_in(self.plain, span))

    @cached_property
    def writer_contact(self) -> Span | None:
        """A phone number or address of the writer: in the signature, or in the body beside 'me'."""
        if self.signed_contacts:
            return self.signed_contacts[0]
        for span in self.part(Part.POSTSCRIPT):
            found = signature.contact_in(self.plain, span)
            if found is not None:
                return found
        before = ""
        for sentence in self.body:
            found = signature.contact_in(self.plain, sentence.span)
            if found is not None and (
                signature.speaks_of_the_writer(sentence.plain)
                or (signature.speaks_of_the_writer(before) and len(sentence.forms) <= _SHORT)
            ):
                return found
            before = sentence.plain
        return None

    def part(self, part: Part) -> tuple[Span, ...]:
        """Return where a part stands; empty when the draft has none."""
        return tuple(block.span for block in self.blocks if block.part is part)


def _lines_of(plain: str, span: Span) -> tuple[Span, ...]:
    """Return the lines of a part of the text without the white space around them."""
    found = []
    at = span.start
    for line in span.of(plain).split("\n"):
        bare = line.strip()
        if bare:
            begin = at + line.index(bare)
            found.append(Span(begin, begin + len(bare)))
        at += len(line) + 1
    return tuple(found)
