"""How and when a meeting could be: modes, places, and room for another time."""

from __future__ import annotations

from hartcity.model import Span
from hartcity.text.tokens import tokenize


_MODES = ("in_person", "by_phone", "by_video")
_AVAILABLE = frozenset(
    """
    free available availability works work suit suits open either meet time times flexible fine phone video
    person zoom can options
    """.split()
)
_PLACES = frozenset(
    """
    office site clinic center centre shelter shop workshop warehouse library building pantry kitchen school
    cafe lobby agency location place room church campus house desk studio garage store hall court home park
    headquarters courthouse station hotel hospital
    """.split()
)
_AT = frozenset({"at", "in", "to", "by"})


def names_a_mode(text: str) -> bool:
    """Whether words for meeting in person, by phone or by video, or a place, stand in a sentence."""
    tokens = tokenize(text, 0)
    if any(tokens.has(mode) for mode in _MODES):
        return True
    words = [token.word for token in tokens.tokens]
    return any(
        word in _PLACES
        and _AT & set(words[max(0, at - 4) : at])
        and {"your", "our", "the", "my", "a"} & set(words[max(0, at - 3) : at])
        for at, word in enumerate(words)
    )


def invites(text: str) -> bool:
    """Whether a sentence lets the reader name another time."""
    return tokenize(text, 0).has("invite_time")


def half_times(text: str, start: int) -> tuple[Span, ...]:
    """Return where a sentence names only half of a second time ('later that day')."""
    tokens = tokenize(text, start)
    return tuple(tokens.span(hit.first, hit.last) for hit in tokens.of("half_time"))


def speaks_of_the_person(text: str) -> bool:
    """Whether the times in a sentence may be the service user's own."""
    return tokenize(text, 0).has("third_person")


def speaks_of_availability(text: str) -> bool:
    """Whether a sentence beside a request to meet speaks of times or ways to do so."""
    return bool(_AVAILABLE & {token.word for token in tokenize(text, 0).tokens})
