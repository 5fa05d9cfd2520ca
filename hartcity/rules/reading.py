"""A draft as rules see it: sentences of tokens, what is quoted, and what stands in a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hartcity.model import Span
from hartcity.rules.tokens import Token, tokens
from hartcity.text import Part


if TYPE_CHECKING:
    from hartcity.model import ServicePlan
    from hartcity.text import Document, Sentence


_QUOTED = re.compile(r'"[^"\n]{1,300}"|(?<!\w)\'[^\'\n]{1,120}\'(?!\w)')
_GOES_ON = re.compile(r"[\w,;:&] $")
_NAME_AFTER = re.compile(r"(?: (?:and|of|the|for|&)){0,2} [A-Z][a-z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'-]*(?: (?:and|of|the|for|&)){0,2} $")
_SMALL = frozenset(("and", "of", "the", "for", "a", "an", "in", "to", "with", "on", "one"))
_AROUND = frozenset({Part.ADDRESS, Part.DATE, Part.SIGNATURE, Part.QUOTED})


@dataclass(frozen=True)
class Passage:
    """A sentence with its tokens."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def word_count(self) -> int:
        """The number of words, contractions counted once."""
        return len(self.sentence.words)

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens ``first`` to ``last`` (half-open) stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


class Reading:
    """A document prepared for rules. With ``email`` false every part of the text is read as body."""

    def __init__(self, document: Document, *, email: bool = True) -> None:
        self.document = document
        self.email = email

    @property
    def plan(self) -> ServicePlan | None:
        """The service plan that the draft belongs to."""
        return self.document.draft.plan

    @property
    def plain(self) -> str:
        """The text with one kind of quote, dash and space; same length as the text."""
        return self.document.plain

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences that rules are about: all but addresses, dates, quoted replies and the signature."""
        return tuple(
            Passage(sentence, tuple(tokens(self.plain, *sentence.span)))
            for sentence in self.document.sentences
            if not (self.email and sentence.part in _AROUND)
        )

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the marks included."""
        return tuple(Span(*hit.span()) for hit in _QUOTED.finditer(self.plain))

    def is_quoted(self, span: Span) -> bool:
        """Whether the words are somebody's in quotation marks."""
        return any(quote.holds(span) for quote in self.quoted)

    def is_named(self, span: Span) -> bool:
        """Whether the words are written as (part of) a name: capitalized, and next to other capitalized words.

        The first word of a sentence has its capital from there and says nothing, nor does a text in capitals.
        """
        words = span.of(self.plain)
        if words.isupper():
            return False
        own = [word for word in words.split() if word[:1].isalpha() and word.lower() not in _SMALL]
        starts = not _GOES_ON.search(self.plain[max(0, span.start - 2) : span.start])
        telling = own[1:] if starts and words.split()[:1] == own[:1] else own
        if any(not word[0].isupper() for word in telling) or not (own and own[0][0].isupper()):
            return False
        return len(telling) > 1 or bool(
            _NAME_AFTER.match(self.plain[span.end : span.end + 24])
            or (not starts and _NAME_BEFORE.search(self.plain[max(0, span.start - 40) : span.start]))
        )
