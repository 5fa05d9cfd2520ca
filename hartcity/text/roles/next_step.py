"""What both agencies will do together once they have met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import Parse


_TOGETHER = frozenset({"together", "jointly", "both", "shared", "joint", "common", "each", "side"})
_SETTLES = frozenset(
    """
    agree decide settle figure divide split coordinate co-ordinate review compare align revisit collaborate
    partner share work sort map look check plan adjust team develop build draft evaluate outline exchange
    design follow
    """.split()
)
_OCCASIONS = frozenset(
    """
    plan check-in check-ins checkin review follow-up followup call calls meeting meetings calendar goal
    timeline schedule update updates conversation agreement conference huddle approach strategy steps step
    goals
    """.split()
)
_ADJECTIVES = frozenset(
    """
    joint shared common weekly monthly regular one single coordinated biweekly next thirty-day 30-day mutual
    combined collaborative
    """.split()
)
_LATER = frozenset(
    """
    after between once each every until week month january february march later again regularly afterward
    afterwards
    """.split()
)
_PROPOSES = frozenset(
    """
    propose suggest like hope love want welcome plan recommend wonder offer ask wish
    """.split()
)
_GENERAL = frozenset({"work", "partner", "collaborate", "team", "connect", "cooperate"})
_MEETING_ITSELF = frozenset(
    {"time", "times", "meeting", "call", "appointment", "date", "visit", "conversation", "intake", "moment"}
)


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield joint steps; a wish to work together that names none is soft."""
    for clause in parse.clauses:
        firmness = _weigh(parse, clause)
        if firmness is not None:
            yield Evidence(Role.NEXT_STEP, parse.where(clause), firm=firmness)
    yield from _named(parse)


def _weigh(parse: Parse, clause: Clause) -> bool | None:
    stop = max(clause.last, clause.verb + 1)
    rest = set(parse.words[clause.verb : max(stop, parse.until_next_main(clause))])
    near = set(parse.words[clause.first : max(stop, parse.until_next_main(clause))])
    if clause.denied or clause.mode is Mode.IMPERATIVE or clause.conditional:
        return None
    if clause.lemma in _GENERAL and _is_hope(clause) and (_TOGETHER | {"you", "your"}) & rest:
        return False
    regular = {"each", "every", "monthly", "weekly", "regularly"} & rest and {"with"} & rest and {"you", "your"} & rest
    if (
        regular
        and "meet" in clause.lists
        and clause.subject in {Actor.WRITER, Actor.WE}
        and (clause.modal or clause.governor is not None)
    ):
        return True
    if "joint" not in clause.lists or clause.perfect or (clause.past and clause.modal == ""):
        return None
    arranges = clause.lemma in {
        "schedule",
        "set",
        "arrange",
        "plan",
        "make",
        "line",
        "organize",
        "choose",
        "pick",
        "agree",
        "touch",
    }
    if arranges and _MEETING_ITSELF & set(parse.words[clause.verb + 1 : clause.verb + 6]) and not _LATER & rest:
        return None
    wished = clause.mode is Mode.INFINITIVE and clause.governor is not None and clause.governor.subject is Actor.THING
    if (
        wished
        and clause.governor is not None
        and clause.governor.modal == "would"
        and clause.lemma in _SETTLES
        and {"who", "together", "how"} & rest
    ):
        return True
    if clause.passive and clause.subject in {Actor.THING, Actor.OTHER} and clause.modal:
        return True if {"joint", "shared", "both", "together"} & near else None
    if clause.subject is Actor.JOINT or (
        clause.subject is Actor.WE
        and {"every", "each", "regularly", "again", "weekly", "monthly", "afterwards"} & near
        and clause.modal
    ):
        return True
    if (
        clause.subject is Actor.WE
        and (_TOGETHER | {"who", "your", "with", "you", "us", "three", "two", "again"}) & near
    ):
        return True if clause.lemma in _SETTLES or _TOGETHER & near or "who" in near else None
    if clause.subject is Actor.WE and clause.lemma in {
        "agree",
        "decide",
        "settle",
        "figure",
        "divide",
        "split",
        "review",
        "compare",
        "revisit",
        "sort",
        "coordinate",
        "work",
        "plan",
        "adjust",
    }:
        return True if clause.modal or clause.governor is not None or clause.within == "that" else None
    if clause.subject in {Actor.WRITER, Actor.READER} and clause.lemma in _SETTLES | {
        "stay",
        "keep",
        "touch",
        "meet",
        "talk",
    }:
        return _with_the_reader(parse, clause)
    if "together" in near and clause.subject is not Actor.USER and clause.modal:
        return True
    return None


def _with_the_reader(parse: Parse, clause: Clause) -> bool | None:
    after = parse.words[clause.verb : max(clause.last, clause.verb + 1)]
    pairs = set(pairwise(after))
    with_them = bool(pairs & {("with", "you"), ("with", "your"), ("together", "with"), ("how", "your")}) or {
        "together"
    } <= set(after)
    if not with_them or (clause.inverted and clause.lemma in {"meet", "talk", "speak"}):
        return None
    if clause.lemma in {"share", "work", "look"}:
        return None
    return True if clause.modal or clause.governor is not None else None


def _is_hope(clause: Clause) -> bool:
    governor = clause.governor
    hoped = governor is not None and (
        governor.lemma in {"look", "hope", "like", "love", "want", "discuss", "be"} or governor.modal == "would"
    )
    return hoped or (clause.modal in {"can", "could"} and clause.subject in {Actor.WE, Actor.JOINT})


def _named(parse: Parse) -> Iterator[Evidence]:
    """Yield steps that stand as nouns: 'a weekly call between our agencies', 'a joint plan'."""
    words = parse.words
    proposed = any(
        clause.lemma in _PROPOSES or clause.modal in {"could", "would", "can", "will"} for clause in parse.clauses
    )
    for place, word in enumerate(words):
        if word not in _OCCASIONS or not proposed:
            continue
        clause = parse.clause_at(place)
        if clause is None or clause.denied:
            continue
        before, after = words[max(0, place - 4) : place], words[place + 1 : place + 5]
        between = "between" in after and bool({"our", "us", "the", "both"} & set(after))
        joint = bool({"joint", "shared", "common", "mutual"} & set(before)) or (
            bool(_ADJECTIVES & set(before)) and between
        )
        if between or joint:
            yield Evidence(Role.NEXT_STEP, parse.tokens.span(max(0, place - 1), place + 1))
