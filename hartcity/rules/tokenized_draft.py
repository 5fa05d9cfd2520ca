"""A draft as rules see it: sentences of tokens, what is quoted, and what stands in a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from hartcity.model import Span
from hartcity.rules.abbreviations import expanded
from hartcity.rules.names import proper_names
from hartcity.rules.passage import Passage
from hartcity.rules.proper_name import ProperName
from hartcity.text import Part
from hartcity.text.quoted import correspondents
from hartcity.text.tokens import tokenized


if TYPE_CHECKING:
    from hartcity.model import ServicePlan
    from hartcity.text import Document


_QUOTED = re.compile(r'"[^"\n]{1,300}"|(?<!\w)\'[^\'\n]{1,120}\'(?!\w)')
_GOES_ON = re.compile(r"[\w,;:&] $")
_NAME_AFTER = re.compile(r"(?: (?:and|of|the|for|&)){0,2} [A-Z][a-z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'-]*(?: (?:and|of|the|for|&)){0,2} $")
_SMALL = frozenset(("and", "of", "the", "for", "a", "an", "in", "to", "with", "on", "one"))
_OWN = frozenset((Part.SALUTATION, Part.SIGNATURE, Part.ADDRESS, Part.DATE, Part.HEADING))
_MAY_BE_SIGNED = frozenset((Part.BODY, Part.LIST_ITEM, Part.CLOSING, Part.POSTSCRIPT))
_FEWEST_BLOCKS = 2
_LONGEST_LINE = 60
_MOST_LINES = 5
_NOT_READ = frozenset({Part.ADDRESS, Part.DATE, Part.SIGNATURE})


class TokenizedDraft:
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
        """What the writer says to the reader: all but addresses, dates, signature, references and quoted replies."""
        return tuple(passage for passage in self.every_passage if not (self.email and passage.is_around))

    @cached_property
    def every_passage(self) -> tuple[Passage, ...]:
        """The passages with those of reference lines and quoted replies, which may hold private matter."""
        return tuple(
            Passage(sentence, tokenized(sentence.plain))
            for sentence in (whole.unmarked for whole in self.document.sentences)
            if not (self.email and (sentence.part in _NOT_READ or self.signed.holds(sentence.span)))
        )

    @cached_property
    def signed(self) -> Span:
        """Where a draft that has no closing line ends in a name, an agency and a number; empty elsewhere."""
        blocks = self.document.blocks
        if not self.email or len(blocks) < _FEWEST_BLOCKS or blocks[-1].part not in _MAY_BE_SIGNED:
            return Span(0, 0)
        lines = blocks[-1].span.of(self.plain).splitlines()
        short = all(len(line) <= _LONGEST_LINE and line.rstrip()[-1:] not in {".", "!", "?"} for line in lines)
        return blocks[-1].span if short and len(lines) <= _MOST_LINES else Span(0, 0)

    @cached_property
    def own_places(self) -> tuple[Span, ...]:
        """Where the writer and the reader stand with names and numbers of their own: around the body and its quotes."""
        quoted = (span for part in self.document.part(Part.QUOTED) for span in correspondents(self.plain, part))
        return (*(block.span for block in self.document.blocks if block.part in _OWN), self.signed, *quoted)

    @cached_property
    def names(self) -> tuple[ProperName, ...]:
        """The runs of capitalized words."""
        own_places = self.own_places if self.email else None
        return proper_names(self.plain, self.every_passage, own_places, self.plan)

    @cached_property
    def expanded(self) -> frozenset[str]:
        """The abbreviations in capitals that the text writes out beside them."""
        return expanded(self.plain)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the marks included."""
        return tuple(Span(*hit.span()) for hit in _QUOTED.finditer(self.plain))

    @cached_property
    def _own(self) -> str:
        """The words and numbers of the signature, the addresses and the greeting, without marks and spaces."""
        return _bare(" ".join(span.of(self.plain) for span in self.own_places))

    def is_own(self, words: str) -> bool:
        """Whether a number or address also stands in the signature, an address block or the greeting."""
        return self.email and _bare(words) in self._own

    def is_quoted(self, span: Span) -> bool:
        """Whether the words are somebody's in quotation marks."""
        before = bisect_right(self.quoted, span.start, key=lambda quote: quote.start)
        return before > 0 and self.quoted[before - 1].holds(span)

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


def _bare(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())
