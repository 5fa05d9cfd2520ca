"""What is said of the service user: strengths, goals and needs."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import PERSON, WRITERS, Parse


_LIKES = frozenset({"like", "love", "enjoy"})
_GENERIC_NEED = frozenset(
    """
    have can manage live age go arrive wish help benefit cope search seek stay end stop close look leave
    wait sleep miss lose
    """.split()
)
_NO_PARTICULARS = frozenset("challenges challenge difficulties things lot stuff situation times struggles".split())
_NOT_STRIVING = frozenset({"need", "claim", "refuse", "ignore", "fail"})
_NOT_MODAL = frozenset({"can", "could", "must", "should", "would", "may", "might"})
_OWN_WORD = frozenset({"his", "her", "their"})
_ROUGH = frozenset(
    """
    car truck van street streets motel couch couches floor shelter relatives station friends tent park sofa
    cousin basement garage hotel
    """.split()
)


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield strengths and goals (as strengths too) and needs of the person the draft is about."""
    for clause in parse.clauses:
        about = clause.subject is Actor.USER
        if about and _strives(parse, clause):
            yield Evidence(Role.STRENGTH, parse.where(clause), firm=not parse.phrase("used", "to"))
        elif (
            clause.subject in PERSON
            and clause.negated
            and clause.lemma in {"miss", "skip", "complain", "fail"}
            and "never" in parse.words
        ):
            yield Evidence(Role.STRENGTH, parse.where(clause))
        elif about and _likes(parse, clause):
            yield Evidence(Role.STRENGTH, parse.where(clause), firm=False)
        if (
            clause.subject in PERSON
            and ("want" in clause.lists or (clause.lemma == "love" and clause.modal == "would"))
            and not clause.denied
            and not clause.inverted
            and _wants_for_self(parse, clause)
        ):
            yield Evidence(Role.GOAL, parse.where(clause))
        if clause.subject in PERSON | {Actor.THING, Actor.SERVICE} and _needs(parse, clause):
            yield Evidence(Role.NEED, parse.where(clause), note="state")
    yield from _words_of_strength(parse)
    yield from _words_of_need(parse)


def _strives(parse: Parse, clause: Clause) -> bool:
    if clause.denied or clause.inverted or clause.passive or clause.conditional or clause.lemma in _NOT_STRIVING:
        return False
    if (
        clause.modal in _NOT_MODAL
        or clause.mode is Mode.IMPERATIVE
        or (clause.within in {"because", "that"} and parse.has("blame", first=clause.first, last=clause.last))
    ):
        return False
    if clause.governor is not None and (
        clause.governor.modal in _NOT_MODAL
        or clause.governor.lemma
        in {
            "need",
            "refuse",
            "fail",
            "let",
            "help",
            "make",
            "ask",
            "force",
            "stop",
            "be",
            "allow",
            "pass",
            "want",
            "hope",
            "like",
        }
    ):
        return False
    if clause.modal == "will" or "strive" not in clause.lists:
        return False
    return not (
        clause.lemma in {"bring", "put", "ask", "hold", "return"}
        and not clause.perfect
        and parse.has("blame", "identifier_word", first=clause.first, last=clause.last)
    )


def _likes(parse: Parse, clause: Clause) -> bool:
    right = clause.lemma == "do" and parse.word_in(
        frozenset({"right", "everything", "best", "well", "part"}), clause.verb, clause.last
    )
    return (clause.lemma in _LIKES or right) and not clause.denied and not clause.modal


def _wants_for_self(parse: Parse, clause: Clause) -> bool:
    return (
        clause.modal in {"", "would"}
        and not clause.conditional
        and parse.words[clause.verb + 1 : clause.verb + 2] not in {("me",), ("us",), ("you",)}
    )


def _words_of_strength(parse: Parse) -> Iterator[Evidence]:
    for name, role in (("strength_word", Role.STRENGTH), ("goal_word", Role.GOAL)):
        for hit in parse.tokens.of(name):
            clause = parse.clause_at(hit.first)
            if clause is None and not parse.has("third_person", "user"):
                continue
            if _belongs_to_the_person(parse, clause, hit.first) and not parse.has(
                "negator", first=max(0, hit.first - 3), last=hit.first
            ):
                yield Evidence(role, parse.tokens.span(hit.first, hit.last))


def _is_only_wished(parse: Parse, clause: Clause) -> bool:
    """Whether somebody else wishes for it ('I hope that she will be motivated', 'had she been more persistent')."""
    hoped = any(
        each.verb < clause.verb and each.lemma in {"hope", "wish"} and each.subject in WRITERS for each in parse.clauses
    )
    return (hoped and clause.modal in {"will", "would", "can", "could"}) or parse.words[:1] == ("had",)


def _belongs_to_the_person(parse: Parse, clause: Clause | None, place: int) -> bool:
    since = clause.verb + 1 if clause is not None and clause.verb < place else 0
    before = parse.words[max(since, place - 3) : place]
    if {"your", "my", "our", "i", "we", "you"} & set(before):
        return False
    if clause is None:
        return True
    if clause.denied or clause.conditional or clause.inverted or clause.modal in _NOT_MODAL:
        return False
    if _is_only_wished(parse, clause) or parse.words[place + 1 : place + 2] == (":",):
        return False
    if clause.subject is Actor.USER:
        return True
    if clause.subject is Actor.READER:
        return False
    if clause.subject in WRITERS and clause.verb < place:
        around = parse.has("user", first=clause.verb, last=place) or parse.has("user", first=place + 1, last=place + 4)
        return around and not parse.has("user", first=0, last=clause.first)
    return bool(_OWN_WORD & set(before)) or (
        clause.subject is Actor.THING and bool(_OWN_WORD & set(parse.words[clause.first : clause.verb]))
    )


def _needs(parse: Parse, clause: Clause) -> bool:
    if clause.subject in PERSON and clause.modal == "must" and not clause.inverted and clause.mode is Mode.FINITE:
        return True
    if parse.word_in(_NO_PARTICULARS, clause.verb, clause.verb + 5):
        return False
    if "need_verb" not in clause.lists or clause.inverted or clause.mode is Mode.IMPERATIVE:
        return False
    about_person = clause.subject is Actor.USER or bool((_OWN_WORD | {"them", "him"}) & set(parse.words))
    if not about_person:
        return False
    if clause.denied and parse.words[clause.verb + 1 : clause.verb + 2] in {("nothing",), ("nobody",)}:
        return False
    if clause.lemma == "need":
        return not clause.denied and (_is_particular(parse, clause))
    if clause.modal == "must" or clause.denied:
        return True
    if clause.lemma == "lose":
        return clause.modal in {"", "will", "may", "might", "could"}
    if clause.lemma in {"sleep", "live", "stay"}:
        return parse.word_in(_ROUGH, clause.verb, clause.last) or parse.word_in(
            frozenset({"alone", "without"}), clause.verb, clause.last
        )
    return clause.lemma not in _GENERIC_NEED and clause.modal in {"", "will", "may", "might"}


def _is_particular(parse: Parse, clause: Clause) -> bool:
    return not parse.has("vague_thing", first=clause.verb, last=clause.last)


def _words_of_need(parse: Parse) -> Iterator[Evidence]:
    if not parse.has("third_person", "user"):
        return
    for hit in parse.tokens.of("need_state"):
        clause = parse.clause_at(hit.first)
        if clause is not None and clause.subject in WRITERS | {Actor.READER} and not parse.has("user"):
            continue
        if parse.words[hit.first] in {"can", "could"} and (clause is None or clause.subject is not Actor.USER):
            continue
        if parse.has("vague_thing") or parse.has("doubt"):
            continue
        yield Evidence(Role.NEED, parse.tokens.span(hit.first, hit.last), note="state")
