"""Words with capitals in a row, where the capital is not only that of a sentence's first word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.rules.word_class import word_class


if TYPE_CHECKING:
    from collections.abc import Iterator

    from hartcity.text.tokens import Token, Tokenized


_PARTICLES = frozenset(("de da do dos du del della di la le van von der den bin al el af y").split())
_JOINTS = frozenset((" ", "-", ". ", "'", ".", "  "))
_OPENERS = frozenset(
    (
        "dear hello hi hey greetings attention when while if since after before because although and but so as with"
        " without for from in on at by to then now also both my his her our their your the this that is was are"
        " were has have had did does do can could would will may please not only once until like later yes no what"
        " who where why how re subject a an its meanwhile today yesterday"
    ).split()
)
_INITIAL = 2


def capitalized(sentence: Tokenized) -> Iterator[tuple[int, int]]:
    """Yield the runs of a sentence as half-open ranges of its tokens, in order."""
    for begin, end in _rows(sentence):
        yield from _without_opener(sentence, begin, end)


def _rows(sentence: Tokenized) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(sentence.tokens):
        if not is_capitalized(sentence.plain, sentence.tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(sentence.tokens) and (step := _step(sentence.plain, sentence.tokens, end)):
            end += step
        yield at, end
        at = end


def _step(plain: str, passage: tuple[Token, ...], at: int) -> int:
    """Return how many tokens carry the run on: a capital, a particle before one, or the dot of an initial."""
    follows = at + 1 < len(passage) and is_capitalized(plain, passage[at + 1])
    if passage[at].form == ".":
        is_initial = len(passage[at - 1].form) <= _INITIAL or passage[at - 1].form in word_class("title")
        return 2 if is_initial and follows and plain[passage[at].end] == " " else 0
    if plain[passage[at - 1].end : passage[at].start] not in _JOINTS:
        return 0
    leads_on = passage[at].form in _PARTICLES and (follows or _particle_leads_on(plain, passage, at + 1))
    return int(is_capitalized(plain, passage[at]) or leads_on)


def _particle_leads_on(plain: str, passage: tuple[Token, ...], at: int) -> bool:
    """Whether a second particle is followed by a capital (van der Berg)."""
    return at + 1 < len(passage) and passage[at].form in _PARTICLES and is_capitalized(plain, passage[at + 1])


def is_capitalized(plain: str, token: Token) -> bool:
    """Whether a token of the sentence ``plain`` has a capital of its own, as "I" has not."""
    return plain[token.start].isupper() and token.form not in {"i", "i'm"}


def _without_opener(sentence: Tokenized, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Leave out a word that has its capital from the beginning of the sentence (Dear Mr. Lee, When Maria)."""
    opens = first <= sentence.opening or sentence.forms[first - 1] == ":"
    word = sentence.forms[first]
    if (opens or _opens_line(sentence, first)) and (
        word in _OPENERS
        or (
            opens
            and word in word_class("ordinary")
            and word not in word_class("first_name")
            and _is_alone(sentence, first, last)
        )
    ):
        first += 1
    if first < last:
        yield first, last


def _is_alone(sentence: Tokenized, first: int, last: int) -> bool:
    """Whether a run has one word, or the others are days and months (Either Monday)."""
    return word_class("calendar").issuperset(sentence.forms[first + 1 : last])


def _opens_line(sentence: Tokenized, first: int) -> bool:
    """Whether a line begins with a token of the sentence."""
    tokens = sentence.tokens
    return first > 0 and "\n" in sentence.plain[tokens[first - 1].end : tokens[first].start]
