"""Thanks to the reader, with or without the word."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import Parse


_SURE = frozenset({"thank", "thanks", "thanking", "gratitude"})
_CONDITIONAL = frozenset({"would", "could", "might"})
_NO_READER = frozenset({"god", "goodness", "heavens", "lord"})


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield the thanks of a sentence; conditional gratitude and shorthand are soft."""
    for hit in parse.tokens.of("thanks"):
        word = parse.words[hit.first]
        before = parse.words[hit.first - 1] if hit.first else ""
        after = parse.words[hit.last] if hit.last < len(parse.words) else ""
        causal = (
            word == "thanks" and after == "to" and not parse.word_in(frozenset({"you", "your"}), hit.last, hit.last + 3)
        )
        if causal or after in _NO_READER or before in {"no", "without"} or word == "thankless":
            continue
        clause = parse.clause_at(hit.first)
        denied = clause is not None and clause.negated and "enough" not in parse.words
        if denied:
            continue
        yield Evidence(
            Role.THANKS, parse.tokens.span(hit.first, hit.last), firm=_is_firm(parse, hit.first, word), note=""
        )


def _is_firm(parse: Parse, place: int, word: str) -> bool:
    clause = parse.clause_at(place)
    if parse.tokens.has("thanks_informal", place, place + 1):
        return False
    if word in _SURE or clause is None:
        return True
    if clause.modal in _CONDITIONAL and clause.first <= place:
        return False
    if word in {"appreciate", "appreciates", "appreciated", "grateful", "thankful", "obliged"} and parse.word_in(
        frozenset({"if"}), place, place + 4
    ):
        return False
    return not (clause.subject is Actor.USER and not parse.word_in(frozenset({"you", "your"})))
