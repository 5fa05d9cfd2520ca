"""Words in capitals that are no acronyms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from hartcity.rules.kinds import Found, Hit, Kind
from hartcity.rules.word_class import word_class
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.tokens import tokenized


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hartcity.rules.table import Table
    from hartcity.rules.tokenized_draft import TokenizedDraft
    from hartcity.text.tokens import Token


_MOST_SILENT = 2


@dataclass(frozen=True)
class Shouting(Kind):
    """Runs of words in capitals with everyday words in them, and single words of ``words/emphasis.txt``."""

    phrases: tuple[str, ...]

    @classmethod
    def read(cls, _table: Table) -> Self:
        """Take nothing: there is one way to shout."""
        return cls(())

    def hits(self, draft: TokenizedDraft, _found: Sequence[Found]) -> Iterator[Hit]:
        """Yield the runs."""
        for passage in draft.passages:
            for first, last in _loud(passage.sentence.plain):
                yield Hit(passage.span(first, last), passage)


@kept(SENTENCES)
def _loud(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return from which to which token a sentence shouts."""
    tokens = tokenized(sentence).tokens
    return tuple(
        (first, last)
        for first, last in _runs(sentence, tokens)
        if _is_loud([token.form for token in tokens[first:last] if token.is_word])
    )


def _runs(sentence: str, tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for at, token in enumerate(tokens):
        words = sentence[token.start : token.end]
        if words.isupper():
            first = at if first < 0 else first
            last = at + 1
        elif token.is_word and any(map(str.isalpha, words)):
            if first >= 0:
                yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _is_loud(forms: list[str]) -> bool:
    emphasis, ordinary, names = word_class("emphasis"), word_class("ordinary"), word_class("program_name")
    if len(forms) < _MOST_SILENT:
        return bool(forms) and forms[0] in emphasis
    everyday = [form for form in forms if form in ordinary and len(form) > 1 and form not in names]
    return any(form in emphasis for form in forms) or len(everyday) >= _MOST_SILENT
