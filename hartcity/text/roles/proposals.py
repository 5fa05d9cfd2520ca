"""A meeting proposed in words of the writer's own: an occasion to talk and a day for it, side by side."""

from __future__ import annotations

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause
from hartcity.text.roles.meetings import is_another_occasion, is_for_the_person
from hartcity.text.roles.parse import PERSON, WRITERS, Parse


_KNOWN_ALREADY = frozenset(
    "the that this our your my her his their its every each last previous earlier recent following after since".split()
)
_ALSO_WITH_OTHERS = frozenset(
    "appointment visit interview tour introduction consultation conference discussion".split()
)
_ATTENDED = frozenset({"have", "attend", "hold", "be", "go", "run", "lead"})
_OVER = frozenset({"coffee", "tea", "lunch"})
_US = frozenset({"you", "your", "me", "us", "my", "our", "i", "we"})
_NEAR = 6


def proposes_a_meeting(parse: Parse) -> bool:
    """Whether a sentence sets an occasion for writer and reader to talk beside a day that a calendar can hold."""
    dated = any(moment.day and not moment.pressing for moment in parse.moments)
    addressed = parse.is_question or bool(_US & set(parse.words))
    if not dated or not addressed or parse.has("thanks"):
        return False
    return any(_is_open(parse, first, last) for first, last in _occasions(parse))


def _occasions(parse: Parse) -> list[tuple[int, int]]:
    """Return where a meeting, a coffee to talk over or some of the reader's time is named."""
    words = parse.words
    taken = {place for hit in parse.services() for place in range(hit.first, hit.last)}
    named = [(hit.first, hit.last) for hit in parse.tokens.of("meeting") if hit.first not in taken]
    over = [at for at, word in enumerate(words) if word in _OVER and words[at - 1 : at] == ("for",)]
    time = [at for at, word in enumerate(words) if word == "time" and words[at - 2 : at] == ("of", "your")]
    return named + [(at, at + 1) for at in over + time]


def _is_open(parse: Parse, first: int, last: int) -> bool:
    """Whether the occasion is still to be agreed on, and between writer and reader."""
    name = parse.words[last - 1]
    before = parse.words[max(0, first - 3) : first]
    if name != "time" and (_KNOWN_ALREADY & set(before) or is_another_occasion(parse, first, last)):
        return False
    if is_for_the_person(parse, last) or _is_with_others(parse, last):
        return False
    clause = parse.clause_at(first)
    if clause is not None and clause.verb == first and clause.governor is not None:
        clause = clause.governor  # 'meeting' itself reads as a verb
    if clause is None:
        return True
    if clause.denied or clause.past or clause.perfect or clause.subject in PERSON or clause.modal == "will":
        return False
    if clause.subject in WRITERS and clause.lemma in _ATTENDED and not clause.modal and not parse.is_question:
        return False
    return name not in _ALSO_WITH_OTHERS or _is_ours(parse, clause, last)


def _is_with_others(parse: Parse, place: int) -> bool:
    after = parse.words[place : place + 3]
    return after[:1] == ("with",) and not _US & set(after)


def _is_ours(parse: Parse, clause: Clause, place: int) -> bool:
    return clause.subject in WRITERS | {Actor.JOINT} or bool(_US & set(parse.words[place : place + _NEAR]))
