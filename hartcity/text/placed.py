"""What stands in a draft, with its place: sentences, paragraphs and lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from hartcity.model import Span
from hartcity.text.acts import Line
from hartcity.text.anatomy import Part
from hartcity.text.postscript import postscript_length
from hartcity.text.times import Moment, moments
from hartcity.text.words import Word, forms_in, words_in


@dataclass(frozen=True)
class Sentence:
    """A sentence, the part of the draft it stands in, and the number of its body paragraph (or -1)."""

    span: Span
    plain: str
    part: Part
    paragraph: int

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words in lower case."""
        return forms_in(self.plain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words with their places in the draft."""
        start = self.span.start
        return tuple(Word(word.span.shifted(start), word.lower) for word in words_in(self.plain))

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case, for matching; offsets count from ``span.start``."""
        return self.plain.lower()

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The days and times in the sentence, in order."""
        return moments(self.plain, self.span.start)

    @property
    def unmarked(self) -> Sentence:
        """The sentence without the mark of a postscript that it may begin with."""
        mark = postscript_length(self.plain)
        if not 0 < mark < len(self.plain):
            return self
        return replace(self, span=Span(self.span.start + mark, self.span.end), plain=self.plain[mark:])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item of the body, and how many words it has."""

    span: Span
    part: Part
    words: int


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A sentence, or a line outside the body, in its context: where it stands and in which part."""

    span: Span
    part: Part
    line: Line
