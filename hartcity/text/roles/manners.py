"""How a clause asks: as a question, a condition, a wish, a statement, a please, or an order."""

from __future__ import annotations

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Manner
from hartcity.text.roles.parse import PERSON, WRITERS, Parse


_ASKS = frozenset({"ask", "request", "seek", "inquire", "enquire", "apply", "petition", "solicit"})
_WISHES = frozenset({"like", "love", "hope", "want", "wish", "welcome", "appreciate", "value", "wonder", "prefer"})
_GLAD_IF = frozenset(
    """
    grateful thankful obliged appreciative great wonderful helpful good glad happy nice kind pleased
    delighted appreciated possible lovely
    """.split()
)
PERFORMS = frozenset(
    """
    write contact email e-mail reach message turn approach look call get follow touch refer recommend
    introduce nominate advocate come
    """.split()
)
_NOT_AN_ORDER = frozenset(
    """
    thank hope let note know accept be find see like need excuse forgive pardon welcome love wish look trust
    consider understand remember regard appreciate imagine respect bless god mind care rest sincerely attach
    enclose forward reference request support thanks work place help interview rent view issue question
    refer subject stay miss
    """.split()
)
_QUESTION_WORDS = frozenset({"how", "whether", "if", "what", "about"})
_DEMANDS = frozenset({"demand", "insist", "expect", "require", "order", "command"})
_NEEDY = frozenset({"need", "require", "want", "hope", "like", "wish", "seek", "look", "apply"})


def manner_of(parse: Parse, clause: Clause) -> Manner | None:
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
    if clause.lemma == "be" and {"sure", "certain", "kind"} & set(parse.words[clause.verb + 1 : clause.verb + 3]):
        return Manner.PLEASE if polite else Manner.ORDER
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
    tentative = clause.subject is Actor.WE and clause.modal in {"could", "might", "can"} and not clause.within
    if tentative and {"perhaps", "maybe"} & set(parse.words[: clause.verb]):
        return Manner.WISH
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
    if _proposes_times(parse, clause):
        return Manner.WISH
    if clause.lemma in PERFORMS and not clause.modal and clause.mode is not Mode.GERUND:
        return Manner.STATEMENT
    if clause.lemma == "need" and clause.modal in {"", "will"}:
        return Manner.ORDER if parse.words[clause.verb + 1 : clause.verb + 2] == ("you",) else Manner.STATEMENT
    return None


def _proposes_times(parse: Parse, clause: Clause) -> bool:
    """Whether the writer could meet on days that are named ('I could bring her to see you on May 2 or 9')."""
    if clause.modal not in {"can", "could", "may", "might"} or clause.within or clause.inverted:
        return False
    if not any(moment.day for moment in parse.moments):
        return False
    if clause.lemma == "do":
        return any("meet" in each.lists for each in parse.clauses)
    return "meet" in clause.lists or any(each.governor is clause and "meet" in each.lists for each in parse.clauses)


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
