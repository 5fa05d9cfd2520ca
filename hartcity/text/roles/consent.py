"""The service user's yes to this contact, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import PERSON, WRITERS, Parse
from hartcity.text.tokens import Hit


_SIGN = frozenset({"sign", "initial", "execute"})
_SAY_YES = frozenset(
    """
    agree consent approve authorize authorise okay ok assent endorse allow permit welcome accept sanction
    """.split()
)
_TELL = frozenset(
    """
    say ask want tell request invite encourage let allow authorize authorise permit choose trust
    """.split()
)
_REACH = frozenset(
    """
    write contact reach share speak send email talk introduce disclose discuss tell refer call approach pass
    exchange connect represent get ask
    """.split()
)
_IN_TOUCH = {(verb, "in", noun) for verb in ("am", "'m", "are", "'re", "be") for noun in ("contact", "touch")}
_AT_EASE = frozenset("aware comfortable happy glad fine ok okay good content pleased board".split())
_YES = {("me", "yes"), ("us", "yes"), ("me", "okay"), ("me", "ok")}
_ME = frozenset({"me", "us", "i", "we", "you", "your", "our", "my"})
_GIVES = frozenset(
    """
    give grant provide offer sign send have hold complete put return obtain receive get secure fill extend
    confirm
    """.split()
)
_OWN = frozenset(
    """
    her his their signed written verbal spoken 's
    """.split()
)
_WITH = frozenset({"with", "at", "by", "under", "on", "per"})
_REQUEST = frozenset(
    """
    request knowledge blessing invitation urging say-so okay consent permission approval agreement
    authorization wish choice
    """.split()
)
_NOT_HAVING = frozenset(
    {"need", "require", "seek", "lack", "await", "wait", "miss", "expect", "discuss", "request", "ask"}
)
_LATER = frozenset({"once", "when", "after", "until", "if", "unless", "before", "whether"})
_OUTSIDERS = frozenset(
    """
    landlord employer boss doctor judge court company supervisor manager teacher insurer bank
    """.split()
)


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield consent that was given (firm) or is promised (soft); denied or asked-for consent is none."""
    for clause in parse.clauses:
        if _is_yes(parse, clause):
            state = _state(parse, clause)
            if state is not None:
                yield Evidence(Role.CONSENT, parse.where(clause), firm=state, note="given" if state else "promised")
    yield from _as_a_noun(parse)


def _is_yes(parse: Parse, clause: Clause) -> bool:
    person = clause.subject in PERSON or clause.passive or clause.subject is Actor.THING
    if not person:
        return False
    if parse.word_in(_OUTSIDERS, clause.subject_first, clause.verb):
        return False
    held = (clause.first, max(clause.last, parse.until_next_main(clause)))
    if clause.lemma in _SIGN or ("consent_verb" in clause.lists and clause.lemma in {"sign", "put"}):
        named = parse.has("consent_paper", "consent_noun", first=max(0, clause.first - 6), last=held[1])
        if parse.words[clause.verb + 1 : clause.verb + 2] == ("off",):
            return _is_about_contact(parse, clause, held[1])
        return named and parse.words[clause.verb + 1 : clause.verb + 2] != ("up",)
    if clause.lemma == "read" and clause.subject is Actor.USER:
        return parse.word_in(
            frozenset({"this", "note", "email", "letter", "message", "line"}), clause.verb, clause.last
        )
    if clause.subject in PERSON and parse.words[clause.verb + 1 : clause.verb + 5] == ("me", "to", "go", "ahead"):
        return True
    if clause.subject in PERSON and clause.lemma == "tell" and parse.words[clause.verb + 1 : clause.verb + 3] in _YES:
        return True
    if clause.lemma in _TELL and clause.subject in PERSON and _writer_may_reach_out(parse, clause):
        return True
    if clause.lemma in {"know", "be"} and clause.subject is Actor.USER:
        knows = clause.lemma == "know" or parse.word_in(
            _AT_EASE,
            clause.verb,
            clause.verb + 3,
        )
        message = {"email", "message", "letter", "note"} & set(parse.words[clause.verb : clause.verb + 6])
        return knows and (_writer_may_reach_out(parse, clause) or bool(message))
    if clause.lemma in _SAY_YES and (clause.subject in PERSON or clause.passive):
        return _is_about_contact(parse, clause, held[1])
    if clause.lemma not in _GIVES:
        return False
    if clause.passive and clause.subject is Actor.THING:
        return parse.has("consent_noun", first=clause.subject_first, last=clause.verb)
    return clause.subject in PERSON and parse.has("consent_noun", first=clause.verb, last=clause.last)


def _writer_may_reach_out(parse: Parse, clause: Clause) -> bool:
    """Whether the person lets the writer ('asked me to contact', 'knows that I am writing') speak to someone."""
    for later in parse.clauses:
        granted = later.governor is not None and later.governor.subject is Actor.THING
        if later.subject in WRITERS and parse.words[later.verb : later.verb + 3] in _IN_TOUCH:
            return True
        if later.verb > clause.verb and later.lemma in _REACH and granted:
            return True
        if (
            later.verb > clause.verb
            and later.lemma in _REACH
            and (
                later.subject in WRITERS
                or (later.subject is clause.subject and _ME & set(parse.words[clause.verb : later.verb]))
            )
        ):
            return not later.inverted
    return False


def _is_about_contact(parse: Parse, clause: Clause, stop: int) -> bool:
    after = parse.words[clause.verb + 1 : stop]
    bare = [word for word in after if word.isalpha()]
    if clause.subject is Actor.JOINT or clause.subject in WRITERS:
        return False
    if clause.lemma in {"welcome", "accept"}:
        return bool(_ME & set(after)) and parse.has("about_contact", first=clause.verb, last=stop)
    return (
        not bare
        or _writer_may_reach_out(parse, clause)
        or parse.has("about_contact", first=clause.verb, last=stop)
        or bare[0] in {"and", "in", "out"}
    )


def _state(parse: Parse, clause: Clause) -> bool | None:
    before = parse.words[max(0, clause.verb - 5) : clause.verb]
    if clause.denied or (parse.phrase("not", "yet") and "not" in before) or parse.phrase("yet", "to"):
        return None
    if clause.inverted or parse.is_question:
        return None
    if clause.governor is not None and clause.governor.lemma in {"refuse", "decline", "hesitate", "fail", "need"}:
        return None
    if clause.modal == "would":
        return None
    later = clause.modal in {"will", "may", "might"} or (
        clause.governor is not None
        and (
            clause.governor.modal == "will"
            or clause.governor.lemma in {"plan", "want", "hope", "intend", "promise", "agree", "be", "need"}
        )
    )
    awaited = clause.within == "as" and parse.words[max(0, clause.first - 3) : clause.verb].count("soon")
    if awaited and not clause.perfect and not clause.past:
        return False
    if clause.within in _LATER and not clause.perfect and not clause.past:
        return False if clause.within in {"once", "when", "after", "until"} else None
    if clause.within in {"if", "unless", "whether"}:
        return None
    if clause.modal in {"can", "could", "must", "should"}:
        return None
    principle = "principle" in parse.words
    return not later and not principle


def _as_a_noun(parse: Parse) -> Iterator[Evidence]:
    """'with her knowledge', 'her signed release covers', 'I have his written permission'."""
    for hit in (*parse.tokens.of("consent_noun"), *_requests(parse)):
        before = parse.words[max(0, hit.first - 4) : hit.first]
        clause = parse.clause_at(hit.first)
        own = (
            bool(_OWN & set(before))
            or parse.words[hit.first] == "signed"
            or _of_the_person(parse, hit.last)
            or "signed" in parse.words[hit.last : hit.last + 3]
        )
        outsider = clause is not None and parse.word_in(_OUTSIDERS, clause.subject_first, clause.verb)
        if not own or outsider or _denied(parse, hit.first, clause):
            continue
        alone = bool(_WITH & set(before))
        paper = (
            parse.words[hit.last - 1]
            in {
                "release",
                "consent",
                "permission",
                "authorization",
                "authorisation",
                "approval",
                "form",
                "information",
                "waiver",
                "roi",
            }
            or alone
            or (clause is not None and clause.lemma in {"have", "hold"})
        )
        if not alone and (clause is None or not paper):
            continue
        if (
            clause is not None
            and not alone
            and clause.lemma in _NOT_HAVING | {"get", "obtain"}
            and not (clause.perfect or clause.past or clause.passive)
        ):
            continue
        promised = clause is not None and not alone and clause.modal in {"will", "would"} and clause.verb < hit.first
        if (
            alone
            and parse.words[hit.last - 1] in {"request", "wish", "choice", "invitation", "urging"}
            and not _OWN & set(before[-2:])
        ):
            continue
        yield Evidence(
            Role.CONSENT,
            parse.tokens.span(max(0, hit.first - 1), hit.last),
            firm=not promised,
            note="promised" if promised else "given",
        )


def _of_the_person(parse: Parse, place: int) -> bool:
    return parse.words[place : place + 1] == ("of",) and parse.has("user", first=place, last=place + 4)


def _requests(parse: Parse) -> Iterator[Hit]:
    for place, word in enumerate(parse.words):
        if (
            word in _REQUEST
            and parse.words[max(0, place - 1) : place]
            and parse.words[place - 1] in {"her", "his", "their", "'s", "own", "full"}
        ):
            near = parse.words[max(0, place - 3) : place]
            if _WITH & set(near):
                yield Hit(place, place + 1, frozenset({"consent_noun"}))


def _denied(parse: Parse, place: int, clause: Clause | None) -> bool:
    if {"without", "no", "if", "once", "until", "before", "unless"} & set(parse.words[max(0, place - 4) : place]):
        return True
    if parse.is_question or clause is None:
        return parse.is_question
    governing = next((each for each in reversed(parse.clauses) if each.verb <= place), clause)
    return (
        clause.denied
        or governing.denied
        or clause.conditional
        or (clause.modal in {"can", "could", "must", "should"} and clause.verb < place)
    )
