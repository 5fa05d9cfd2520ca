"""Words and marks of a text: what phrases of rules and word lists are compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from hartcity.text.kept import SENTENCES, kept


_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*[^\W\d_]*|[^\W\d_]+(?:'[^\W\d_]+)*|\.{3}|[,;:()!?.\u2014\u2026&$%]")
_ENDINGS = {"re": "are", "ll": "will", "ve": "have", "d": "would", "m": "am"}
_NEGATED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_CANNOT = "cannot"
_IS = frozenset(("it", "that", "there", "here", "what", "he", "she", "who", "where", "how", "this", "everything"))


class Token(NamedTuple):
    """A word in lower case, or a mark, with its place in the text."""

    form: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether this is a word or number, and neither a mark nor a possessive ending."""
        return self.form[0].isalnum()


@dataclass(frozen=True, slots=True)
class Tokenized:
    """A sentence wherever it stands: places count from its beginning.

    ``opening`` is the number of the first token that is a word, ``digits`` how many stand in the sentence.
    """

    plain: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    opening: int
    digits: int


@kept(SENTENCES)
def tokenized(sentence: str) -> Tokenized:
    """Return a sentence with its tokens."""
    row = tuple(tokens(sentence, 0, len(sentence)))
    opening = next((at for at, token in enumerate(row) if token.is_word), 0)
    digits = sum(map(str.isdigit, sentence))
    return Tokenized(sentence, row, tuple(token.form for token in row), opening, digits)


def tokens(plain: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``plain[start:end]``; ``don't`` and ``cannot`` are taken apart (``do``, ``not``).

    Words joined by hyphens are separate tokens, so that one phrase covers both spellings.
    """
    found: list[Token] = []
    for hit in _TOKEN.finditer(plain, start, end):
        here, there = hit.span()
        form = hit[0].lower()
        if form == _CANNOT:
            found.extend((Token("can", here, here + 3), Token("not", here + 3, there)))
        elif "'" in form:
            found.extend(_apart(form, here, there))
        else:
            found.append(Token(form, here, there))
    return found


def _apart(form: str, start: int, end: int) -> list[Token]:
    stem, _, ending = form.partition("'")
    cut = start + len(stem)
    if ending == "t" and stem.endswith("n"):
        if stem == "n":  # "can n't", as some tokenizers leave it
            return [Token("not", start, end)]
        verb = _NEGATED.get(stem[:-1], stem[:-1])
        return [Token(verb, start, cut - 1), Token("not", cut - 1, end)]
    if ending in _ENDINGS:
        return [Token(stem, start, cut), Token(_ENDINGS[ending], cut, end)]
    if ending == "s":
        second = "us" if stem == "let" else "is" if stem in _IS else "'s"
        return [Token(stem, start, cut), Token(second, cut, end)]
    return [Token(form, start, end)]
