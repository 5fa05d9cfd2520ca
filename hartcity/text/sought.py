"""A pattern that is looked for in every sentence."""

from __future__ import annotations

import re

from hartcity.model import Span
from hartcity.text.kept import SENTENCES, kept


class Sought:
    """A pattern that keeps where it stood in the sentences that it was lately looked for in."""

    def __init__(self, pattern: str) -> None:
        """Take a regular expression."""
        self.pattern = re.compile(pattern)
        self.places = kept(SENTENCES)(self._places)

    def stands_in(self, sentence: str) -> bool:
        """Whether the pattern is found in a sentence at all."""
        return bool(self.places(sentence))

    def _places(self, sentence: str) -> tuple[Span, ...]:
        """Return where the pattern stands in a sentence, counted from the sentence's beginning."""
        return tuple(Span(*found.span()) for found in self.pattern.finditer(sentence))
