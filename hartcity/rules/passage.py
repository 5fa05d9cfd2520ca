"""A sentence as rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hartcity.model import Span
from hartcity.text import Part


if TYPE_CHECKING:
    from hartcity.rules.tokens import Token
    from hartcity.text import Sentence


_PRIVATE_ONLY = frozenset({Part.REFERENCE, Part.QUOTED})


@dataclass(frozen=True)
class Passage:
    """A sentence with its tokens."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def word_count(self) -> int:
        """The number of words, contractions counted once."""
        return len(self.sentence.words)

    @property
    def is_around(self) -> bool:
        """Whether this is a reference line or somebody's quoted words, in which only private matter is told."""
        return self.sentence.part in _PRIVATE_ONLY

    @cached_property
    def opening(self) -> int:
        """The number of the first token that is a word."""
        return next((at for at, token in enumerate(self.tokens) if token.is_word), 0)

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens ``first`` to ``last`` (half-open) stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
