"""What the word lists find in a line: services that are named, needs, thanks, and words that are nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hartcity.text.lexicon import lexicon
from hartcity.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of some word lists: words ``first`` to ``last``, the last one not included."""

    first: int
    last: int
    lists: frozenset[str]


@dataclass(frozen=True)
class Listed:
    """The words of a line in lower case, shorthand written out, and the phrases of word lists among them."""

    words: tuple[str, ...]

    @cached_property
    def services(self) -> tuple[Hit, ...]:
        """The phrases that name a service, the longest where one holds another, in order."""
        found = [hit for hit in self.hits if any(name.startswith("service:") for name in hit.lists)]
        longest: list[Hit] = []
        for hit in sorted(found, key=lambda each: (each.first - each.last, each.first)):
            if not any(other.first < hit.last and hit.first < other.last for other in longest):
                longest.append(hit)
        return tuple(sorted(longest, key=lambda each: each.first))

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Every phrase of a word list that stands in the line."""
        phrases = lexicon().phrases
        return tuple(
            Hit(at, at + len(phrase.words), phrase.lists)
            for at, word in enumerate(self.words)
            for phrase in phrases.get(word, ())
            if self.words[at : at + len(phrase.words)] == phrase.words
        )

    def has(self, name: str) -> bool:
        """Whether a phrase of a list stands in the line."""
        return any(name in hit.lists for hit in self.hits)


def listed(line: str) -> Listed:
    """Read a line. A full stop in it parts no phrase, since it may belong to an abbreviation."""
    spellings = lexicon().spellings
    words: list[str] = []
    for token in tokens(line, 0, len(line)):
        is_initial = token.end - token.start == 1 and line[token.start].isupper()
        if token.form != ".":
            words.extend((token.form,) if is_initial else spellings.get(token.form, (token.form,)))
    return Listed(tuple(words))


def are_known(words: str) -> bool:
    """Whether one of the words stands in a list or is a form of a verb, and so is no name."""
    return any(word in lexicon().known for word in listed(words).words)
