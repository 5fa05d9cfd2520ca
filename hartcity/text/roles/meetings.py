"""Whether a request is one for a meeting, call or visit with the writer."""

from __future__ import annotations

from itertools import pairwise

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Manner
from hartcity.text.roles.parse import WRITERS, Parse


_COME = frozenset({"visit", "stop", "drop", "come", "swing", "pop"})
_ME = frozenset({"me", "us", "you", "i", "we"})
_FIXES = frozenset(
    """
    request schedule set arrange have grant give get find make take spare join offer book plan allow permit
    accommodate fit hop jump like love welcome appreciate ask hope want seek be suit work do propose open need
    expect accept fit consider hold host organize organise attend invite
    """.split()
)
_AFTER_CALL = frozenset(
    """
    at on back to when if by with today tomorrow tonight please asap about any anytime before after or and
    directly this next the immediately now soon so once whenever here between monday tuesday wednesday
    thursday friday in as for early first
    """.split()
)
_HAVE_TIME = frozenset({"have", "spare", "find", "make", "give", "set"})
_LENGTHS = frozenset({"minutes", "hour", "half-hour", "moment"})
_READY = frozenset({"happy", "glad", "willing", "able", "ready", "available", "pleased", "prepared"})
_OTHERS = frozenset({"her", "him", "them"})
_WEAK = frozenset({"reach", "contact", "follow", "email", "reply"})


def meeting_in(parse: Parse, clause: Clause, stop: int, manner: Manner) -> bool | None:
    """Return True for a meeting asked for, False where only readiness to meet shows, None for neither."""
    related = [
        clause,
        *(
            each
            for each in parse.clauses
            if clause.verb < each.verb < stop
            and (
                _hangs_on(each, clause)
                or (
                    each.subject in WRITERS | {Actor.JOINT, Actor.READER}
                    and each.within in {"if", "whether", "that", "when", "where", ""}
                )
            )
        ),
    ]
    found = [state for state in (_by_verb(parse, each, stop, manner) for each in related) if state is not None]
    noun = _by_noun(parse, clause, stop, manner)
    if noun is not None:
        found.append(noun)
    return any(found) if found else None


def _hangs_on(clause: Clause, root: Clause) -> bool:
    above = clause.governor
    while above is not None:
        if above is root:
            return True
        above = above.governor
    return False


def _by_verb(parse: Parse, clause: Clause, stop: int, manner: Manner) -> bool | None:
    if ("meet" not in clause.lists and clause.lemma not in _WEAK | {"discuss"}) or clause.denied:
        return None
    end = min(stop, max(clause.last, clause.verb + 1))
    after = parse.words[clause.verb + 1 : end]
    with_them = _OTHERS & set(after[:1]) and not {"with", "me", "us"} & set(after)
    if with_them or (clause.past and not _is_supposed(clause)) or clause.perfect:
        return None
    if clause.lemma in _WEAK | {"discuss"}:
        weak = (manner in {Manner.PLEASE, Manner.ORDER} and bool({"me", "us"} & set(after[:4]))) or (
            clause.lemma == "discuss" and clause.subject in WRITERS | {Actor.NONE}
        )
        return False if weak else None
    if not _meets_the_writer(clause, after, manner):
        return None
    if clause.lemma == "come" and "to" in after[:1] and not {"your", "the", "our", "my"} & set(after[1:3]):
        return None
    governor = clause.governor
    ready = (
        clause.modal == "can" and not clause.inverted and bool(_READY & set(parse.words[clause.first : clause.verb]))
    )
    hoped = (
        governor is not None and governor.lemma in {"look", "be", "feel"} and governor.subject in WRITERS | {Actor.NONE}
    )
    if ready or (hoped and governor is not None and not governor.inverted):
        return bool(parse.moments) and not (governor is not None and governor.lemma in {"look", "feel"})
    return True


def _is_supposed(clause: Clause) -> bool:
    """Whether a past form is only supposed ('would it be all right if I called you')."""
    return clause.within == "if" and clause.subject in WRITERS


def _meets_the_writer(clause: Clause, after: tuple[str, ...], manner: Manner) -> bool:
    governor = clause.governor
    offered = (
        governor is not None and governor.lemma == "be" and governor.subject is Actor.THING and bool(governor.modal)
    )
    both = (
        clause.subject in {Actor.WE, Actor.JOINT}
        or offered
        or (clause.modal == "can" and clause.subject is Actor.WRITER and not clause.inverted)
    )
    if clause.lemma == "get" or clause.lemma in {"hop", "jump"}:
        return "together" in after[:2] or "call" in after[:4] or "phone" in after[:4]
    if clause.lemma in {"meet", "sit", "catch"}:
        return (
            both
            or clause.subject in WRITERS
            or bool(_ME & set(after))
            or (not (_OTHERS & set(after[:3])) and clause.subject in {Actor.READER, Actor.NONE})
        )
    if clause.lemma in _COME:
        if clause.lemma == "visit" and clause.subject is Actor.READER:
            return bool({"me", "us", "our"} & set(after[:3]))
        return clause.subject in WRITERS and clause.modal != "will" and clause.lemma != "see"
    if clause.lemma in {"call", "phone", "telephone", "ring", "zoom", "facetime"}:
        if clause.subject in WRITERS:
            return (
                clause.modal in {"may", "could", "can", "might"}
                or _is_supposed(clause)
                or (clause.mode is Mode.INFINITIVE and manner is Manner.WISH)
            )
        called = bool({"me", "us"} & set(after[:1])) and (
            not after[1:2] or after[1] in _AFTER_CALL or after[1][0].isdigit() or not after[1].isalpha()
        )
        return called or after[:1] == ("back",) or (bool({"us", "me"} & set(after[1:2])) and after[0] in {"with", "on"})
    if clause.lemma in {"talk", "speak", "chat", "connect", "confer", "converse"}:
        return (
            both
            or (clause.subject in WRITERS and bool({"you", "your"} & set(after)))
            or bool({"me", "us"} & set(after[:4]))
        )
    if clause.lemma == "see":
        return (clause.subject in WRITERS and after[:1] == ("you",)) or (
            clause.subject is Actor.READER and after[:1] in {("me",), ("us",)}
        )
    return both


def _by_noun(parse: Parse, clause: Clause, stop: int, manner: Manner) -> bool | None:
    taken = {place for hit in parse.services() for place in range(hit.first, hit.last)}
    for hit in parse.tokens.of("meeting", clause.first, stop):
        if taken & set(range(hit.first, hit.last)) or is_another_occasion(parse, hit.first, hit.last):
            continue
        held = parse.clause_at(hit.first)
        if held is not None and (held.denied or (held.verb == hit.first and held.mode is not Mode.GERUND)):
            continue
        related = {clause.lemma} | {
            each.lemma
            for each in parse.clauses
            if clause.verb < each.verb < stop
            and (_hangs_on(each, clause) or each.within in {"if", "whether", "that", "when"})
        }
        if not related & _FIXES:
            continue
        if clause.subject is Actor.USER or is_for_the_person(parse, hit.last):
            continue
        if manner is Manner.WISH and clause.lemma == "be":
            return bool(parse.moments)
        return True
    together = (
        clause.subject in {Actor.WE, Actor.JOINT}
        and clause.inverted
        and clause.lemma in {"say", "do", "try", "make", "plan"}
    )
    proposes_times = (
        clause.lemma == "do"
        and any(moment.day for moment in parse.moments)
        and any("meet" in each.lists for each in parse.clauses)
    )
    if (together and parse.moments) or proposes_times or _asks_for_time(parse, clause, stop, manner):
        return True
    if (
        manner is Manner.WISH
        and clause.lemma in {"love", "like", "appreciate", "value", "welcome"}
        and _your_time(parse, clause, stop)
    ):
        return True
    if (
        clause.lemma == "invite"
        and "you" in parse.words[clause.verb : stop]
        and parse.has("in_person", first=clause.verb, last=stop)
    ):
        return True
    if _time_to_talk(parse, clause, stop):
        return True
    return None


def is_another_occasion(parse: Parse, first: int, last: int) -> bool:
    """Whether a visit or meeting is not with the writer: her appointments, a court hearing, an intake."""
    before = parse.words[max(0, first - 3) : first]
    after = parse.words[last : last + 2]
    if {
        "her",
        "his",
        "their",
        "medical",
        "doctor",
        "doctor's",
        "counseling",
        "dental",
        "home",
        "job",
        "intake",
        "court",
        "therapy",
        "every",
        "each",
        "missed",
        "past",
        "last",
        "'s",
        "eye",
        "clinic",
        "planning",
    } & set(before):
        return True
    return bool(after) and after[0] in {"center", "log", "room", "hours", "minutes", "agenda", "notes", "space"}


def is_for_the_person(parse: Parse, place: int) -> bool:
    """Whether the person is who the occasion is for ('a visit for her')."""
    after = parse.words[place : place + 4]
    if not after or after[0] != "for":
        return False
    return bool(_OTHERS & set(after)) or parse.has("user", first=place, last=min(place + 5, len(parse.words)))


def _asks_for_time(parse: Parse, clause: Clause, stop: int, manner: Manner) -> bool:
    """Whether the reader is asked for minutes, or for time on a day ('might you have half an hour on Monday?')."""
    if clause.subject is not Actor.READER or not manner.leaves_a_choice or clause.lemma not in _HAVE_TIME:
        return False
    held = parse.words[clause.verb : stop]
    dated = "time" in held and any(moment.day for moment in parse.moments)
    return (bool(_LENGTHS & set(held)) or dated) and not parse.services(clause.verb, stop)


def _your_time(parse: Parse, clause: Clause, stop: int) -> bool:
    """Whether the reader's time is asked for ('fifteen minutes of your time')."""
    held = parse.words[clause.verb : stop]
    return bool({"minutes", "hour", "moment"} & set(held)) and any(pair == ("your", "time") for pair in pairwise(held))


def _time_to_talk(parse: Parse, clause: Clause, stop: int) -> bool:
    for place in range(clause.verb, stop):
        if parse.words[place] in {"time", "moment", "minutes", "chance", "opportunity", "hour", "hours"}:
            later = [
                each
                for each in parse.clauses
                if place < each.verb < stop and each.mode is Mode.INFINITIVE and "meet" in each.lists
            ]
            if later and not (_OTHERS & set(parse.words[later[0].verb + 1 : later[0].verb + 2])):
                return True
    return False
