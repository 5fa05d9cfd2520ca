"""Words and punctuation of a line, each with the word lists it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from hartcity.text.lexicon import lexicon


_TOKEN = re.compile(r"[^\W_]+(?:['\-.&/@:][^\W_]+)*|[$#%&]|[.!?]{1,9}|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, in lower case and with contractions written out; ``lists`` are those that hold the word."""

    word: str
    lists: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether the word stands in a list or is a form of a verb."""
        return bool(self.lists) or self.word in lexicon().verbs


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of some word lists: tokens ``first`` to ``last``, the last one not included."""

    first: int
    last: int
    lists: frozenset[str]


@dataclass(frozen=True)
class Tokens:
    """The tokens of a line and the phrases in them."""

    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]

    @cached_property
    def services(self) -> tuple[Hit, ...]:
        """The phrases that name a service, the longest where one holds another, in order."""
        found = [hit for hit in self.hits if any(name.startswith("service:") for name in hit.lists)]
        longest: list[Hit] = []
        for hit in sorted(found, key=lambda each: (each.first - each.last, each.first)):
            if not any(other.first < hit.last and hit.first < other.last for other in longest):
                longest.append(hit)
        return tuple(sorted(longest, key=lambda each: each.first))

    def has(self, name: str) -> bool:
        """Whether a phrase of a list stands in the line."""
        return any(name in hit.lists for hit in self.hits)


def tokenize(plain: str) -> Tokens:
    """Read the tokens of a line."""
    known = lexicon()
    words: list[str] = []
    for found in _TOKEN.finditer(plain):
        word = found[0].lower()
        is_initial = len(word) == 1 and found[0].isupper()
        parts = None if is_initial else known.spellings.get(word)
        if parts is None:
            parts = (word[:-2], "'s") if word.endswith("'s") else (word,)
        if words and words[-1] == ".":
            words.pop()  # a full stop inside a sentence belongs to an abbreviation
        if words and words[-1] == "ill" and word in known.verbs:
            words[-1:] = ["i", "will"]
        words.extend(parts)
    nothing = frozenset[str]()
    return Tokens(tuple(Token(word, known.singles.get(word, nothing)) for word in words), tuple(_hits(words)))


def _hits(words: list[str]) -> list[Hit]:
    known = lexicon()
    hits: list[Hit] = []
    for at, word in enumerate(words):
        lists = known.singles.get(word)
        if lists is not None:
            hits.append(Hit(at, at + 1, lists))
        for phrase in known.phrases.get((word, words[at + 1]), ()) if at + 1 < len(words) else ():
            size = len(phrase.words)
            if tuple(words[at : at + size]) == phrase.words:
                hits.append(Hit(at, at + size, phrase.lists))
    return hits
