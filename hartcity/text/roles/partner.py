"""What the reader's agency knows, does, or cannot carry."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import WRITERS, Parse


_KNOWS = frozenset(
    """
    know understand realize realise recognize recognise respect appreciate see read hear learn admire value
    acknowledge notice be believe trust remember find
    """.split()
)
_DOES = frozenset(
    """
    hear know understand serve match help work offer provide teach specialize specialise run support house
    treat meet build open see do make keep guide walk represent reach receive file answer train deliver feed
    care visit earn stretch tailor take hold accept set lead create bring navigate tackle fill prioritize
    reserve limit restrict cap close stand welcome live coach advise place bridge give carry show handle
    manage
    """.split()
)
_NOT_ABOUT_THEM = frozenset(
    {"all", "everything", "work", "time", "whatever", "anything", "attention", "help", "consideration", "what"}
)
_NO_FRAME = frozenset(
    {"if", "whether", "before", "unless", "when", "whenever", "once", "until", "than", "where", "what", "how"}
)
_PRAISE = frozenset(
    """
    experience expertise knowledge mission record reputation specialty insight judgment judgement guidance
    advice candor wisdom know-how perspective specialization skill skills craft track
    """.split()
)
_FAILS = frozenset(
    "lose fail ignore refuse deny delay forget drop cancel hang miss waste stall reject owe promise".split()
)
_SPEECH = frozenset(
    """
    say tell see receive get want need prefer reach have consider think ask call send read find reply
    respond refer
    """.split()
)


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield acknowledgment of the reader; general liking is soft, blame is none."""
    if parse.has("blame"):
        return
    liking = parse.has("affection")
    for clause in parse.clauses:
        if _says_something_of_the_reader(parse, clause):
            soft = liking and "affection" in {
                name for hit in parse.tokens.hits if clause.first <= hit.first < clause.last for name in hit.lists
            }
            yield Evidence(Role.PARTNER, parse.where(clause), firm=not soft)
    for place, word in enumerate(parse.words):
        if (
            word == "your"
            and parse.word_in(_PRAISE, place + 1, place + 6)
            and not _is_denied(parse, place)
            and not _is_across(parse, place)
        ):
            yield Evidence(Role.PARTNER, parse.tokens.span(place, min(place + 3, len(parse.words))))
    yield from _limits(parse)
    for place, word in enumerate(parse.words):
        if word in _PRAISE and parse.words[place + 1 : place + 3] == ("of", "your"):
            yield Evidence(Role.PARTNER, parse.tokens.span(place, min(place + 4, len(parse.words))))
    if liking and parse.has("reader"):
        hit = parse.tokens.of("affection")[0]
        yield Evidence(Role.PARTNER, parse.tokens.span(hit.first, hit.last), firm=False)


def _says_something_of_the_reader(parse: Parse, clause: Clause) -> bool:
    if clause.subject is not Actor.READER or clause.mode is not Mode.FINITE or clause.inverted or parse.is_question:
        return False
    if clause.modal in {"must", "should", "will", "would", "could", "may", "might"} or clause.conditional:
        return False
    subject = parse.words[clause.subject_first : clause.verb]
    if (clause.negated and "never" in parse.words) or clause.lemma in _FAILS:
        return False
    if clause.within == "as" and clause.lemma in {"know", "say", "ask", "mention", "can"}:
        return False
    pronoun = "your" not in subject and "yours" not in subject
    if not pronoun:
        return True
    if clause.within in _NO_FRAME or (clause.modal == "can" and "only" not in parse.words):
        return False
    if clause.lemma in _SPEECH and not (
        clause.lemma == "see" and parse.has("user", first=clause.verb, last=clause.last) and clause.within != "if"
    ):
        return False
    framed = any(
        each.subject in WRITERS and each.lemma in _KNOWS - {"be"} and each.verb < clause.verb for each in parse.clauses
    )
    praised = {"good", "skilled", "gifted", "great", "expert", "experienced", "known", "trusted", "only"} & set(
        parse.words[clause.verb : clause.verb + 4]
    )
    if (
        clause.lemma == "be"
        and praised
        and parse.word_in(frozenset({"with", "at", "for", "in", "that", "who"}), clause.verb, clause.verb + 6)
    ):
        return True
    if clause.lemma == "be":
        return framed or parse.has("limit", "expertise", first=clause.verb, last=clause.last)
    thanking = parse.has("thanks", first=0, last=clause.verb)
    if thanking:
        return (
            clause.lemma in _DOES
            and not _NOT_ABOUT_THEM & set(parse.words[: clause.verb])
            and not {"that"} & set(parse.words[clause.first - 2 : clause.first])
        )
    return clause.lemma in _DOES


def _limits(parse: Parse) -> Iterator[Evidence]:
    """'I understand that places are few', 'I know there may be a wait'."""
    for clause in parse.clauses:
        if (
            clause.subject not in WRITERS
            or clause.lemma not in _KNOWS
            or clause.denied
            or clause.modal in {"would", "could"}
            or clause.inverted
        ):
            continue
        if clause.lemma == "be" and not {"aware", "mindful", "conscious"} & set(
            parse.words[clause.verb : clause.verb + 3]
        ):
            continue
        limits = parse.tokens.of("limit", clause.verb, None)
        said = [
            later
            for later in parse.clauses
            if later.verb > clause.verb and later.mode is Mode.FINITE and later.subject not in WRITERS | {Actor.USER}
        ]
        if limits and said:
            yield Evidence(Role.PARTNER, parse.where(clause))


def _is_denied(parse: Parse, place: int) -> bool:
    clause = parse.clause_at(place)
    return clause is not None and clause.denied


def _is_across(parse: Parse, place: int) -> bool:
    """Whether a preposition parts 'your' from the praise ('your note about her experience')."""
    for word in parse.words[place + 1 : place + 6]:
        if word in _PRAISE:
            return False
        if word in {"about", "to", "for", "that", ",", ".", "and", "her", "his", "their", "with", "on"}:
            return True
    return True
