"""A sentence as rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.model import Span
from hartcity.text import Part


if TYPE_CHECKING:
    from hartcity.text import Sentence
    from hartcity.text.tokens import Token, Tokenized


_PRIVATE_ONLY = frozenset({Part.REFERENCE, Part.QUOTED})


@dataclass(frozen=True)
class Passage:
    """A sentence at its place, with its tokens, whose places count from the sentence's beginning."""

    sentence: Sentence
    tokenized: Tokenized

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks."""
        return self.tokenized.tokens

    @property
    def word_count(self) -> int:
        """The number of words, contractions counted once."""
        return len(self.sentence.forms)

    @property
    def is_around(self) -> bool:
        """Whether this is a reference line or somebody's quoted words, in which only private matter is told."""
        return self.sentence.part in _PRIVATE_ONLY

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens ``first`` to ``last`` (half-open) stand in the text."""
        begin = self.sentence.span.start
        return Span(begin + self.tokens[first].start, begin + self.tokens[last - 1].end)
