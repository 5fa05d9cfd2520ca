"""Words and punctuation of a sentence, each with the word lists it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from hartcity.model import Span
from hartcity.text.lexicon import Form, VerbForm, lexicon


_TOKEN = re.compile(r"[^\W_]+(?:['\-.&/@:][^\W_]+)*|[$#%&]|[.!?]{1,9}|[^\w\s]")
_NO_LISTS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Token:
    """One word or mark. ``word`` is lower case with contractions written out; a contraction's parts share a span."""

    word: str
    span: Span
    capital: bool
    lists: frozenset[str] = _NO_LISTS

    @property
    def verb(self) -> VerbForm | None:
        """The verb forms that the spelling can be."""
        return lexicon().verbs.get(self.word)

    def is_form(self, *forms: Form) -> bool:
        """Whether the spelling can be one of these forms of a verb."""
        verb = self.verb
        return verb is not None and not verb.forms.isdisjoint(forms)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of some word lists: tokens ``first`` to ``last``, the last one not included."""

    first: int
    last: int
    lists: frozenset[str]


@dataclass(frozen=True)
class Tokens:
    """The tokens of a sentence and the phrases in them."""

    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...] = field(default=())

    @cached_property
    def by_list(self) -> dict[str, tuple[Hit, ...]]:
        """The phrases of each word list, in order."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            for name in hit.lists:
                found.setdefault(name, []).append(hit)
        return {name: tuple(hits) for name, hits in found.items()}

    @cached_property
    def services(self) -> tuple[Hit, ...]:
        """The phrases that name a service, the longest where one holds another, in order."""
        found = [hit for hit in self.hits if any(name.startswith("service:") for name in hit.lists)]
        longest: list[Hit] = []
        for hit in sorted(found, key=lambda each: (each.first - each.last, each.first)):
            if not any(other.first < hit.last and hit.first < other.last for other in longest):
                longest.append(hit)
        return tuple(sorted(longest, key=lambda each: each.first))

    def has(self, name: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a phrase of a list stands wholly in a range of tokens."""
        return bool(self.of(name, first, last))

    def of(self, name: str, first: int = 0, last: int | None = None) -> tuple[Hit, ...]:
        """Return the phrases of a list that stand wholly in a range of tokens."""
        stop = len(self.tokens) if last is None else last
        return tuple(hit for hit in self.by_list.get(name, ()) if first <= hit.first and hit.last <= stop)

    def span(self, first: int, last: int) -> Span:
        """Return where tokens ``first`` to ``last`` stand in the text."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


def tokenize(plain: str, start: int) -> Tokens:
    """Read the tokens of a sentence that begins at ``start`` in the draft."""
    known = lexicon()
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        word = found[0].lower()
        span = Span(start + found.start(), start + found.end())
        capital = found[0][0].isupper()
        parts = None if len(word) == 1 and capital else known.spellings.get(word)
        if parts is None:
            parts = (word[:-2], "'s") if word.endswith("'s") else (word,)
        if tokens and tokens[-1].word == ".":
            tokens.pop()  # a full stop inside a sentence belongs to an abbreviation
        if tokens and tokens[-1].word == "ill" and word in known.verbs:
            tokens[-1:] = [Token("i", tokens[-1].span, capital=False), Token("will", tokens[-1].span, capital=False)]
        tokens.extend(Token(part, span, capital) for part in parts)
    return Tokens(tuple(tokens), tuple(_hits(tokens)))


def _hits(tokens: list[Token]) -> list[Hit]:
    known = lexicon()
    words = [token.word for token in tokens]
    hits: list[Hit] = []
    for i, word in enumerate(words):
        lists = known.singles.get(word)
        if lists is not None:
            tokens[i].lists = lists
            hits.append(Hit(i, i + 1, lists))
        pair = (word, words[i + 1]) if i + 1 < len(words) else None
        for phrase in known.phrases.get(pair, ()) if pair else ():
            size = len(phrase.words)
            if size == len(pair or ()) or tuple(words[i : i + size]) == phrase.words:
                hits.append(Hit(i, i + size, phrase.lists))
    return hits
