"""What is known about a text when it is decided whether to score it at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hartcity.text import Document, Part
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.sought import Sought
from hartcity.text.words import forms_in


_FUNCTION_WORDS = frozenset(
    "a about after all an and any are as at be because been before but by can could did do does for from had has have"
    " he her here hers him his how i if in into is it its let me more my no not of on one or our out own she should so"
    " some than that the their them then there these they this those to up us was we were what when where which who"
    " will with would you your".split()
)
_TO_THE_READER = frozenset("you your yours yourself".split())
_BY_THE_WRITER = frozenset("i me my mine we us our ours i'm i've i'd i'll we're we've we'd we'll".split())
_ASK = Sought(r"\b(?:may|could|can|might) (?:we|i)\b[^.!?\n]{1,200}\?")
_LETTERED = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class TextFacts:
    """What a refusal may rest on; ``gibberish`` and ``word_salad`` run from 0 (plain) to 1 (odd)."""

    document: Document
    is_email_expected: bool
    gibberish: float
    word_salad: float
    fewest_words: int

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that hold a letter, in lower case."""
        return tuple(form for line in self.document.lines for form in _lettered(line))

    @cached_property
    def function_share(self) -> float:
        """The share of words that are common English function words; about 0.4 in prose."""
        return sum(word in _FUNCTION_WORDS for word in self.words) / len(self.words) if self.words else 0.0

    @cached_property
    def speaks_to_a_reader(self) -> bool:
        """Whether the body says "you" or "your"."""
        return not all(_TO_THE_READER.isdisjoint(sentence.forms) for sentence in self.document.body)

    @cached_property
    def speaks_as_a_writer(self) -> bool:
        """Whether the body says "I" or "we"."""
        return not all(_BY_THE_WRITER.isdisjoint(sentence.forms) for sentence in self.document.body)

    @cached_property
    def is_framed(self) -> bool:
        """Whether a salutation, a closing or a signature stands around the body."""
        return any(self.document.part(part) for part in (Part.SALUTATION, Part.CLOSING, Part.SIGNATURE))

    @cached_property
    def is_greeted(self) -> bool:
        """Whether the text opens with a salutation."""
        return bool(self.document.part(Part.SALUTATION))

    @cached_property
    def asks_to_meet_or_help(self) -> bool:
        """Whether a sentence of the body asks somebody for something in the first person ("May we ...?")."""
        return any(_ASK.stands_in(sentence.lower) for sentence in self.document.body)

    def share_of_sentences(self, sought: Sought) -> float:
        """Return the share of body sentences in which something (in lower case) is found."""
        body = self.document.body
        return sum(sought.stands_in(sentence.lower) for sentence in body) / len(body) if body else 0.0


@kept(SENTENCES)
def _lettered(line: str) -> tuple[str, ...]:
    """Return the words of a line that hold a letter."""
    return tuple(form for form in forms_in(line) if _LETTERED.search(form))
