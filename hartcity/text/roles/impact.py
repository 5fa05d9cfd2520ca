"""What the service would change for the person."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import WRITERS, Parse


_A_FEW_WORDS = 4
_POSSIBLE = frozenset({"would", "could", "will", "can", "may", "might"})
_ABOUT_US = frozenset({"meeting", "call", "conversation", "appointment"})
_LOSSES = frozenset({"lose", "miss", "fall", "drop", "sleep", "evict", "leave"})
_OPENERS = frozenset({"with", "once", "if", "that", "so", "this", "then", "having", "by"})
_TURNING_POINTS = frozenset(
    {"step", "difference", "start", "bridge", "way", "chance", "key", "beginning", "door", "turning"}
)
_GOALS = frozenset({"purpose", "hope", "aim", "goal", "sake", "order", "chance", "difference", "way"})


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield what the service makes possible (firm), or outcomes that name no service (soft)."""
    for clause in parse.clauses:
        firmness = _weigh(parse, clause)
        if firmness is not None:
            yield Evidence(Role.IMPACT, parse.where(clause), firm=firmness)


def _weigh(parse: Parse, clause: Clause) -> bool | None:
    if clause.inverted or clause.mode is Mode.IMPERATIVE or clause.within in {"whether", "unless"}:
        return None
    if clause.within == "if":
        return None
    if clause.subject is Actor.USER or (clause.subject is Actor.OTHER and "ability" in clause.lists):
        return _of_the_person(parse, clause)
    subject = parse.words[clause.subject_first : clause.verb]
    if clause.subject in WRITERS or "you" in subject or "i" in subject or clause.subject is Actor.JOINT:
        return None
    if clause.mode is Mode.GERUND or clause.mode is Mode.INFINITIVE:
        purposeful = bool(_GOALS & set(parse.words[max(0, clause.first - 4) : clause.first]))
        return (
            True
            if purposeful and "impact" in clause.lists and parse.has("third_person", first=clause.verb, last=None)
            else None
        )
    if (
        clause.lemma == "be"
        and clause.modal in _POSSIBLE
        and parse.word_in(_TURNING_POINTS, clause.verb, clause.verb + 5)
    ):
        return True if parse.has("third_person", first=clause.verb) else None
    if parse.word_in(_ABOUT_US, clause.subject_first, clause.verb) or "impact" not in clause.lists:
        return None
    if clause.modal not in _POSSIBLE:
        means = clause.lemma == "mean" and not clause.past and clause.subject in {Actor.SERVICE, Actor.THING}
        later = any(
            each.subject is Actor.USER and each.modal in _POSSIBLE for each in parse.clauses if each.verb > clause.verb
        )
        return True if means and later else None
    if clause.denied and clause.lemma not in {"have", "need"}:
        return None
    if clause.subject is Actor.READER and clause.modal in {"can", "may", "will"}:
        return None
    if not _touches_the_person(parse, clause):
        return None
    return True


def _touches_the_person(parse: Parse, clause: Clause) -> bool:
    """Whether the outcome is the person's: they are named, or the subject is the service or points back at it."""
    rest = range(clause.verb, len(parse.words))
    named = parse.has("third_person", "user", first=clause.verb, last=None)
    return named or (
        clause.subject in {Actor.SERVICE, Actor.THING}
        and len(rest) >= _A_FEW_WORDS
        and not parse.has("first_person", first=clause.verb, last=None)
    )


def _of_the_person(parse: Parse, clause: Clause) -> bool | None:
    if clause.passive:
        return None
    if clause.obliged and clause.denied and clause.modal in _POSSIBLE:
        return True
    if clause.modal not in _POSSIBLE or "ability" not in clause.lists:
        lost = clause.modal in {"will", "could", "may", "might"} and clause.lemma in _LOSSES
        return False if lost else None
    if clause.denied and clause.modal != "would":
        return None
    before = set(parse.words[: clause.first + 1])
    earlier = parse.plain[:1] and (_OPENERS & before)
    helped = bool(parse.services(0, clause.first)) or any(
        each.lemma in {"mean", "let", "help", "give", "have", "get"} and each.verb < clause.verb
        for each in parse.clauses
    )
    if clause.within in {"so", "that", "where"} or earlier or helped:
        return True
    return clause.modal in {"would", "could"} and not clause.denied
