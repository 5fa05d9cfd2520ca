"""Requests: how they are put, and whether they want a service, a meeting, or something to know."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.meetings import meeting_in
from hartcity.text.roles.model import Ask, Manner, Wanted
from hartcity.text.roles.parse import PERSON, WRITERS, Parse


_ASKS = frozenset({"ask", "request", "seek", "inquire", "enquire", "apply", "petition", "solicit"})
_WISHES = frozenset({"like", "love", "hope", "want", "wish", "welcome", "appreciate", "value", "wonder", "prefer"})
_GLAD_IF = frozenset(
    {
        "grateful",
        "thankful",
        "obliged",
        "appreciative",
        "great",
        "wonderful",
        "helpful",
        "good",
        "glad",
        "happy",
        "nice",
        "kind",
        "pleased",
        "delighted",
        "appreciated",
        "possible",
        "lovely",
    }
)
_PERFORMS = frozenset(
    {
        "write",
        "contact",
        "email",
        "e-mail",
        "reach",
        "message",
        "turn",
        "approach",
        "look",
        "call",
        "get",
        "follow",
        "touch",
        "refer",
        "recommend",
        "introduce",
        "nominate",
        "advocate",
        "come",
    }
)
_NOT_AN_ORDER = frozenset(
    {
        "thank",
        "hope",
        "let",
        "note",
        "know",
        "accept",
        "be",
        "find",
        "see",
        "like",
        "need",
        "excuse",
        "forgive",
        "pardon",
        "welcome",
        "love",
        "wish",
        "look",
        "trust",
        "consider",
        "understand",
        "remember",
        "regard",
        "appreciate",
        "imagine",
        "respect",
        "bless",
        "god",
        "mind",
        "care",
        "rest",
        "sincerely",
        "attach",
        "enclose",
        "forward",
        "reference",
        "request",
        "support",
        "thanks",
        "work",
        "place",
        "help",
        "interview",
        "rent",
        "view",
        "issue",
        "question",
        "refer",
        "subject",
        "stay",
        "miss",
    }
)
_TELLS = frozenset(
    {
        "know",
        "tell",
        "say",
        "explain",
        "confirm",
        "answer",
        "reply",
        "respond",
        "advise",
        "clarify",
        "inform",
        "learn",
        "point",
        "direct",
    }
)
_INFORMATION = frozenset(
    {
        "information",
        "requirements",
        "requirement",
        "details",
        "question",
        "questions",
        "whether",
        "how",
        "what",
        "which",
        "guidance",
        "advice",
    }
)
_QUESTION_WORDS = frozenset({"how", "whether", "if", "what", "about"})
_DEMANDS = frozenset({"demand", "insist", "expect", "require", "order", "command"})
_NEEDY = frozenset({"need", "require", "want", "hope", "like", "wish", "seek", "look", "apply"})
_TIMES_ONLY = frozenset({"today", "now", "immediately", "asap"})


def read(parse: Parse) -> Iterator[Ask]:
    """Yield the requests of a sentence, at most one for each clause that puts one."""
    for clause in parse.clauses:
        manner = _manner(parse, clause)
        if manner is not None:
            yield from _asks(parse, clause, manner)
    if not any(clause.mode is Mode.FINITE or clause.mode is Mode.IMPERATIVE for clause in parse.clauses):
        yield from _fragment(parse)


def _manner(parse: Parse, clause: Clause) -> Manner | None:
    """How a clause asks, or None where it asks nothing."""
    if clause.denied and not (clause.inverted and clause.modal in {"could", "would", "can"}):
        return None
    if clause.mode is Mode.IMPERATIVE:
        return _of_an_order(parse, clause)
    if clause.inverted:
        return _of_a_question(parse, clause)
    if clause.subject is Actor.READER and clause.within in {"if", "whether"} and (clause.modal or not clause.past):
        return _of_a_condition(parse, clause)
    if _is_hoped_for(parse, clause):
        return Manner.WISH
    if clause.subject is Actor.READER and clause.modal in {"must", "should"} and not clause.within:
        return Manner.ORDER
    mailed = (
        clause.within == "if" and clause.passive and clause.modal == "could" and "your" in parse.words[: clause.verb]
    )
    if mailed:
        return Manner.CONDITIONAL
    if clause.subject in WRITERS:
        return _of_the_writer(parse, clause)
    return _of_the_person_or_thing(parse, clause)


def _of_an_order(parse: Parse, clause: Clause) -> Manner | None:
    before = parse.words[max(0, clause.verb - 3) : clause.verb]
    polite = (
        _continues_a_please(parse, clause)
        or "please" in before
        or "kindly" in before
        or "please" in parse.words[clause.verb : clause.last][-3:]
    )
    if clause.lemma == "let" and parse.words[clause.verb + 1 : clause.verb + 3] in {("me", "know"), ("us", "know")}:
        return Manner.PLEASE
    if (
        clause.lemma == "let"
        and parse.words[clause.verb + 1 : clause.verb + 2] == ("us",)
        and any("meet" in each.lists for each in parse.clauses)
    ):
        return Manner.WISH
    if clause.lemma == "feel" and "free" in parse.words[clause.verb : clause.verb + 2]:
        return Manner.PLEASE
    if clause.lemma in {"thank", "hope", "note"} or (
        clause.lemma in _NOT_AN_ORDER
        and not (polite and clause.lemma in {"consider", "help", "find", "refer", "support", "place", "accept"})
    ):
        return None
    if (
        parse.words[clause.verb + 1 : clause.verb + 2] in {("free",), ("advised",), ("attached",), ("that",)}
        or "free" in parse.words[clause.verb : clause.verb + 2]
    ):
        return None
    return Manner.PLEASE if polite else Manner.ORDER


def _continues_a_please(parse: Parse, clause: Clause) -> bool:
    """'please call her, or call me': the second order is as polite as the first."""
    before = parse.words[clause.first - 1 : clause.first]
    return before in {("or",), ("and",)} and "please" in parse.words[: clause.first]


def _of_a_question(parse: Parse, clause: Clause) -> Manner | None:
    if clause.within == "why" or (parse.words[: clause.first] and parse.words[clause.first - 1] == "why"):
        return None
    asked = parse.is_question or clause.modal in {"could", "would", "may", "can", "might"}
    if not asked:
        return None
    if clause.lemma == "be" and any("meet" in each.lists for each in parse.clauses if each.verb > clause.verb):
        return Manner.QUESTION
    if (
        not clause.modal
        and clause.lemma in {"do", "have", "know", "be"}
        and clause.subject is Actor.THING
        and not parse.services(clause.first)
    ):
        return Manner.QUESTION if parse.has("meeting", first=clause.first) else None
    return Manner.QUESTION


def _of_a_condition(parse: Parse, clause: Clause) -> Manner | None:
    if clause.modal in {"could", "would", "can", "might", "may"}:
        return Manner.CONDITIONAL
    opened = any(
        each.subject in WRITERS | {Actor.THING}
        and (each.modal == "would" or each.lemma in {"appreciate", "wonder", "ask", "learn", "see", "know", "check"})
        for each in parse.clauses
    )
    if opened:
        return Manner.CONDITIONAL
    return Manner.CONDITIONAL if clause.within == "whether" and parse.words[:1] != ("whether",) else None


def _is_hoped_for(parse: Parse, clause: Clause) -> bool:
    """'I hope that you might', 'our hope is that your program can'."""
    hoped = parse.word_in(
        frozenset({"hope", "hopes", "hoping", "hopeful", "hoped", "wish", "wondered"}), 0, clause.first
    )
    return (
        hoped and clause.subject is Actor.READER and clause.modal in {"can", "could", "might", "may", "would", "will"}
    )


def _of_the_writer(parse: Parse, clause: Clause) -> Manner | None:
    governor = clause.governor
    if clause.lemma in _DEMANDS and not clause.modal and not clause.past:
        return Manner.ORDER
    if (clause.lemma in {"wonder", "hope"} and clause.past) or clause.lemma in {"propose", "suggest", "invite"}:
        return Manner.WISH
    if (
        clause.past
        or (clause.perfect and clause.lemma not in {"hope", "wonder"})
        or clause.within in {"when", "because", "after", "since", "whom", "who", "which", "before", "until"}
    ):
        return None
    if clause.lemma == "be" and {"request", "ask", "wish"} & set(parse.words[clause.subject_first : clause.verb]):
        return Manner.STATEMENT
    curious = clause.lemma == "be" and bool({"curious", "interested"} & set(parse.words[clause.verb : clause.verb + 4]))
    if curious and parse.word_in(_QUESTION_WORDS, clause.verb):
        return Manner.CONDITIONAL
    wondering = (
        clause.lemma in {"learn", "know", "hear", "see", "find"}
        and clause.modal in {"can", "would"}
        and not clause.inverted
    )
    if wondering and any(each.within in {"if", "whether"} and each.verb > clause.verb for each in parse.clauses):
        return Manner.CONDITIONAL
    if clause.lemma in _ASKS:
        wished = governor is not None and (
            governor.lemma in {"like", "hope", "want", "wish", "love", "be"}
            or (governor.lemma == "write" and clause.lemma in {"ask", "inquire", "enquire"})
        )
        return (
            Manner.WISH
            if wished or clause.modal == "would" or clause.lemma in {"ask", "inquire", "enquire"}
            else Manner.STATEMENT
        )
    if clause.lemma in _WISHES and (clause.modal in {"", "would"} or clause.lemma == "hope"):
        return Manner.WISH
    if (
        governor is not None
        and governor.subject in WRITERS
        and governor.lemma in {"like", "hope", "want", "love", "wish"}
    ):
        return None
    if clause.lemma == "be" and clause.modal == "would" and _GLAD_IF & set(parse.words[clause.verb : clause.verb + 4]):
        return Manner.CONDITIONAL
    if (
        clause.modal == "can"
        and "meet" in clause.lists
        and {"willing", "happy", "glad", "able", "ready", "available", "pleased"}
        & set(parse.words[clause.first : clause.verb])
    ):
        return Manner.WISH
    if clause.lemma == "be" and {"available", "free", "willing", "open", "happy", "glad"} & set(
        parse.words[clause.verb : clause.verb + 3]
    ):
        return Manner.WISH
    if clause.lemma in _PERFORMS and not clause.modal and clause.mode is not Mode.GERUND:
        return Manner.STATEMENT
    if clause.lemma == "need" and clause.modal in {"", "will"}:
        return Manner.ORDER if parse.words[clause.verb + 1 : clause.verb + 2] == ("you",) else Manner.STATEMENT
    return None


def _of_the_person_or_thing(parse: Parse, clause: Clause) -> Manner | None:
    if clause.past or (clause.lemma == "look" and clause.modal):
        return None
    if clause.within == "whether" and clause.modal in {"could", "might", "can"} and clause.passive:
        return Manner.CONDITIONAL
    if clause.passive and clause.lemma in {"hope", "ask", "seek", "request", "wish", "need"}:
        return Manner.WISH if clause.lemma in {"hope", "ask", "wish"} or clause.modal else Manner.STATEMENT
    if (
        clause.subject is Actor.THING
        and clause.modal == "would"
        and _GLAD_IF & set(parse.words[clause.verb : clause.verb + 4])
    ):
        return Manner.CONDITIONAL
    if clause.subject in PERSON and not clause.passive:
        if clause.lemma in _NEEDY and clause.modal in {"", "would"} and not clause.perfect:
            return Manner.STATEMENT
        if clause.lemma == "be" and "need" in parse.words[clause.verb :]:
            return Manner.STATEMENT
    if clause.subject is Actor.OTHER and clause.modal == "should":
        return Manner.ORDER
    return None


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
        vague = parse.has("vague_thing", last=stop) or bool({"someone", "somebody"} & set(parse.words[: clause.verb]))
        yield Ask(
            parse.tokens.span(min(clause.first, services[0].first), stop), manner, Wanted.SERVICE, not vague, pressing
        )
        return
    if meets is not None:
        return
    if clause.subject in PERSON or (
        clause.subject in WRITERS
        and clause.lemma in _PERFORMS | {"need", "be", "hope", "like", "want", "love", "wish"}
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
    told = any(each.subject in WRITERS and each.lemma in _PERFORMS for each in parse.clauses if each.verb < place)
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
    elif parse.services() and parse.is_question:
        yield Ask(where, manner, Wanted.SERVICE)
