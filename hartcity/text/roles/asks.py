"""Requests: how they are put, and whether they want a service, a meeting, or something to know."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.manners import PERFORMS, manner_of
from hartcity.text.roles.meetings import meeting_in
from hartcity.text.roles.model import Ask, Manner, Wanted
from hartcity.text.roles.parse import PERSON, WRITERS, Parse
from hartcity.text.roles.proposals import proposes_a_meeting


_TELLS = frozenset(
    """
    know tell say explain confirm answer reply respond advise clarify inform learn point direct
    """.split()
)
_NEEDED = frozenset("need needs needed request requested requesting seeking referral referring service".split())
_INFORMATION = frozenset(
    """
    information requirements requirement details question questions whether how what which guidance advice
    """.split()
)


def read(parse: Parse) -> Iterator[Ask]:
    """Yield the requests of a sentence, at most one for each clause that puts one."""
    asks = list(_asked(parse))
    yield from asks
    if all(ask.wanted is not Wanted.MEETING for ask in asks) and proposes_a_meeting(parse):
        manner = Manner.QUESTION if parse.is_question else Manner.WISH
        yield Ask(parse.tokens.span(0, len(parse.words)), manner, Wanted.MEETING)


def _asked(parse: Parse) -> Iterator[Ask]:
    for clause in parse.clauses:
        manner = manner_of(parse, clause)
        if manner is not None:
            yield from _asks(parse, clause, manner)
    if not any(clause.mode is Mode.FINITE or clause.mode is Mode.IMPERATIVE for clause in parse.clauses):
        yield from _fragment(parse)


def _asks(parse: Parse, clause: Clause, manner: Manner) -> Iterator[Ask]:
    stop = parse.until_next_main(clause)
    stop = max(stop, clause.verb + 1)
    where = parse.tokens.span(min(clause.first, clause.verb), stop)
    pressing = parse.has("pressure", first=clause.verb, last=stop) and manner is not Manner.WISH
    meets = meeting_in(parse, clause, stop, manner)
    if meets is not None:
        yield Ask(where, manner, Wanted.MEETING, meets, pressing)
    services = [hit for hit in parse.services(clause.first, stop) if not _is_side_remark(parse, hit.first)]
    if services and _takes_a_service(parse, clause, manner):
        vague = parse.has("vague_thing", last=stop) or bool(
            {"someone", "somebody"} & set(parse.words[: clause.verb]) and not clause.inverted
        )
        yield Ask(
            parse.tokens.span(min(clause.first, services[0].first), stop), manner, Wanted.SERVICE, not vague, pressing
        )
        return
    if meets is not None:
        return
    if clause.subject in PERSON or (
        clause.subject in WRITERS
        and clause.lemma in PERFORMS | {"need", "be", "hope", "like", "want", "love", "wish"}
        and manner is not Manner.ORDER
    ):
        return
    if clause.lemma in {"propose", "suggest", "invite"}:
        return
    informs = clause.lemma in _TELLS or bool(_INFORMATION & set(parse.words[clause.verb : clause.verb + 6]))
    yield Ask(where, manner, Wanted.INFORMATION if informs else Wanted.OTHER, pressing=pressing)


def _takes_a_service(parse: Parse, clause: Clause, manner: Manner) -> bool:
    """Whether the clause asks that the service be given, and not only speaks of it."""
    if (clause.lemma in {"thank", "know", "tell"} and manner is not Manner.CONDITIONAL) or (
        manner is Manner.WISH
        and clause.lemma == "hope"
        and clause.subject in WRITERS
        and not _hopes_for_it(parse, clause)
    ):
        return False
    if clause.subject in WRITERS and clause.lemma == "be" and manner is Manner.WISH:
        return False
    if clause.lemma == "be" and parse.word_in(frozenset({"curious", "interested"}), clause.verb, clause.verb + 4):
        return False
    if _is_about_rules(parse, clause):
        return False
    return not (
        clause.lemma in {"learn", "meet", "talk", "speak", "discuss", "visit"}
        and manner is not Manner.STATEMENT
        and clause.subject in WRITERS
    )


def _hopes_for_it(parse: Parse, clause: Clause) -> bool:
    return any(
        each.verb > clause.verb
        and (
            (each.subject in PERSON | {Actor.READER} and (each.modal or "provide" in each.lists))
            or "refer" in each.lists
            or "request" in each.lists
            or each.lemma in {"find", "secure", "arrange", "get", "enroll", "obtain", "set"}
        )
        for each in parse.clauses
    )


def _is_about_rules(parse: Parse, clause: Clause) -> bool:
    return parse.word_in(
        frozenset(
            {"requirements", "requirement", "suits", "eligibility", "eligible", "rules", "forms", "brochure", "flyer"}
        ),
        clause.verb,
        parse.until_next_main(clause),
    )


def _is_side_remark(parse: Parse, place: int) -> bool:
    """Whether a service is only named inside 'because …', 'while …' or a past event."""
    clause = parse.clause_at(place)
    told = any(each.subject in WRITERS and each.lemma in PERFORMS for each in parse.clauses if each.verb < place)
    return (
        not told
        and clause is not None
        and clause.within in {"because", "while", "since", "although", "though", "until", "when"}
        and not clause.inverted
    )


def _fragment(parse: Parse) -> Iterator[Ask]:
    """Yield requests without a verb ('Any chance of a bed tonight?', 'A call with you on Tuesday')."""
    if not parse.words:
        return
    where = parse.tokens.span(0, len(parse.words))
    manner = Manner.QUESTION if parse.is_question else Manner.STATEMENT
    if (
        parse.has("meeting")
        and (parse.has("reader", "first_person") or parse.is_question)
        and not parse.has("thanks", "negator")
    ):
        yield Ask(where, manner, Wanted.MEETING)
    elif parse.services() and (parse.is_question or parse.word_in(_NEEDED, 0, 3)):
        yield Ask(where, manner, Wanted.SERVICE)
