"""A draft, read once: the shared ground of checks, rules and metrics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hartcity.model import Draft, Span
from hartcity.text import anatomy
from hartcity.text.anatomy import Block, Part
from hartcity.text.characters import plain
from hartcity.text.sentences import sentences
from hartcity.text.words import Word, words


@dataclass(frozen=True)
class Sentence:
    """A sentence, the words in it, the part of the draft it stands in, and the number of its body paragraph (or -1)."""

    span: Span
    plain: str
    words: tuple[Word, ...]
    part: Part
    paragraph: int

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case, for matching; offsets count from ``span.start``."""
        return self.plain.lower()


class Document:
    """A draft with everything that can be read off it without judging it. Immutable; each property is worked out once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text

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
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the email or letter, in order."""
        return anatomy.dissect(self.plain)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The body paragraphs (lists count as part of the body), in order."""
        return tuple(block.span for block in self.blocks if block.part in {Part.BODY, Part.LIST_ITEM})

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every block, in order."""
        found: list[Sentence] = []
        paragraph = -1
        for block in self.blocks:
            in_body = block.part in {Part.BODY, Part.LIST_ITEM}
            paragraph += in_body
            for span in sentences(self.plain, *block.span):
                here = words(self.plain, *span)
                found.append(Sentence(span, span.of(self.plain), here, block.part, paragraph if in_body else -1))
        return tuple(found)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the body paragraphs."""
        return tuple(sentence for sentence in self.sentences if sentence.paragraph >= 0)

    def part(self, part: Part) -> tuple[Span, ...]:
        """Return where a part stands; empty when the draft has none."""
        return tuple(block.span for block in self.blocks if block.part is part)
