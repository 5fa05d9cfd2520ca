"""Words and where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from hartcity.model import Span
from hartcity.text.kept import SENTENCES, kept


_WORD = re.compile(r"[^\W_]+(?:['\-.&/@][^\W_]+)*")


class Word(NamedTuple):
    """A run of letters or digits with its inner apostrophes, hyphens and dots; ``lower`` is for matching."""

    span: Span
    lower: str


def words(plain: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of ``plain[start:end]``, in order."""
    stop = len(plain) if end is None else end
    return tuple(Word(Span(*found.span()), found[0].lower()) for found in _WORD.finditer(plain, start, stop))


@kept(SENTENCES)
def words_in(sentence: str) -> tuple[Word, ...]:
    """Return the words of a sentence, or of a line, wherever it stands: places count from its beginning."""
    return words(sentence)


@kept(SENTENCES)
def forms_in(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence, or of a line, in lower case."""
    return tuple(word.lower() for word in _WORD.findall(sentence))
