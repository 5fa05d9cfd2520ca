"""Who a noun phrase speaks of: the writer, the reader, the person the email is about, or something else."""

from __future__ import annotations

from enum import StrEnum

from hartcity.text.tokens import Tokens


class Actor(StrEnum):
    """Who does what a clause says."""

    WRITER = "writer"
    JOINT = "joint"
    WE = "we"
    READER = "reader"
    USER = "user"
    OTHER = "other"
    SERVICE = "service"
    THING = "thing"
    NONE = "none"


SUBJECT_PRONOUNS = {
    "i": Actor.WRITER,
    "we": Actor.WE,
    "you": Actor.READER,
    "yours": Actor.READER,
    "he": Actor.USER,
    "she": Actor.USER,
    "they": Actor.USER,
    "it": Actor.THING,
    "this": Actor.THING,
    "that": Actor.THING,
    "these": Actor.THING,
    "those": Actor.THING,
    "which": Actor.THING,
    "what": Actor.THING,
    "there": Actor.THING,
    "nobody": Actor.OTHER,
    "somebody": Actor.OTHER,
    "someone": Actor.OTHER,
    "everyone": Actor.OTHER,
    "both": Actor.USER,
    "undersigned": Actor.WRITER,
    "us": Actor.WE,
    "together": Actor.JOINT,
}
_THIRD = frozenset({"he", "she", "they", "her", "his", "their", "him", "them"})
_PREPOSITIONS = frozenset(
    """
    beside behind near after before like around within among of with in for at to from about on over under
    by without
    """.split()
)
_LAST_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "you", "it"})
_QUANTITIES = frozenset(
    {"one", "both", "some", "many", "each", "all", "any", "two", "three", "most", "several", "none", "part", "either"}
)
_POSSESSIVE_THIRD = frozenset({"her", "his", "their"})
_BOTH_SIDES = frozenset(
    {"agencies", "offices", "organizations", "organisations", "programs", "teams", "staffs", "sides"}
)
_PERSON_AT_WRITERS = frozenset({"client", "service", "consumer", "participant", "resident"})


def actor_of(tokens: Tokens, first: int, last: int) -> Actor:
    """Classify the noun phrase in tokens ``first`` to ``last``."""
    words = [token.word for token in tokens.tokens[first:last]]
    if not words:
        return Actor.NONE
    held = set(words)
    if "i" in held and len(words) > 1 and "and" in held:
        return Actor.JOINT if held & {"you", "your"} else Actor.WE
    if "and" in held and "your" in held and held & {"ours", "our", "mine", "us"}:
        return Actor.JOINT
    if "of" in held and held & {"us"}:
        return Actor.WE
    if held & _BOTH_SIDES and held & {"our", "both", "two"}:
        return Actor.JOINT
    if words[-1] in _LAST_PRONOUNS and len(words) > 1 and not held & {"and", "of"}:
        return SUBJECT_PRONOUNS[words[-1]]
    head = _head(words)
    for offset, word in enumerate(words[:head]):
        found = _by_word(tokens, word, first + offset, first + head)
        if (
            found is None
            and word != "and"
            and "user" in tokens.tokens[first + offset].lists
            and "and" in words[offset:]
        ):
            return Actor.USER
        if found is not None:
            return found
    return _by_noun(tokens, first, first + head)


def _head(words: list[str]) -> int:
    """Count the words before the first preposition; quantities ('one of', 'both of') are looked through."""
    for at, word in enumerate(words):
        if word in _PREPOSITIONS and at > 0 and not (word == "of" and words[at - 1] in _QUANTITIES):
            return at
    return len(words)


def _by_word(tokens: Tokens, word: str, place: int, last: int) -> Actor | None:
    """Decide by a pronoun or a possessive alone, where one does."""
    following = tokens.tokens[place + 1 : last]
    if word == "your":
        return Actor.READER if any("reader_noun" in token.lists for token in following) else Actor.SERVICE
    if word in {"my", "our"}:
        return _on_the_writers_side(tokens, place + 1, last)
    if word in _POSSESSIVE_THIRD and following:
        if any("kin" in token.lists or "user" in token.lists for token in following):
            return Actor.OTHER
        return Actor.THING
    if word in {"this", "that", "these", "those", "what", "which"} and following:
        return None
    return SUBJECT_PRONOUNS.get(word, Actor.USER if word in _THIRD else None)


def _on_the_writers_side(tokens: Tokens, first: int, last: int) -> Actor:
    held = {token.word for token in tokens.tokens[first:last]}
    if tokens.has("user", first, last) and not tokens.has("agency_noun", first, min(last, first + 1)):
        return Actor.USER
    return Actor.USER if held & _PERSON_AT_WRITERS and "user" in held else Actor.WRITER


def _by_noun(tokens: Tokens, first: int, last: int) -> Actor:
    head = last
    if tokens.has("user", first, head):
        return Actor.USER
    if any(name.startswith("service:") for hit in tokens.hits if first <= hit.first < head for name in hit.lists):
        return Actor.SERVICE
    if any(token.capital for token in tokens.tokens[first:head][1:]):
        return Actor.OTHER
    return Actor.THING
