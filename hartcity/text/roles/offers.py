"""What the writer or the writer's agency will do or bring."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.actors import Actor
from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import WRITERS, Parse


_CAN_OFFER = frozenset({"will", "can", "could", "may"})
_GLAD = frozenset({"happy", "glad", "pleased", "ready", "willing", "able", "prepared", "available"})
_AGENCY_GIVES = frozenset({"cover", "provide", "pay", "supply", "fund", "handle", "host", "donate", "lend", "arrange"})
_DONE = frozenset(
    """
    gather arrange complete book prepare collect fill assemble compile secure obtain reserve pay set attach
    enclose put
    """.split()
)
_FOR_THE_RECORD = frozenset({"update", "note", "mention", "document", "reply", "respond"})
_TALK = frozenset({"information", "questions", "question", "details", "detail", "updates"})
_THREAT = frozenset(
    """
    newspaper complaint complaints lawyer media supervisor board bar reporter press news review court
    """.split()
)
_NOT_OWN = frozenset({"if", "whether", "which", "who", "because", "than", "whom", "what", "how"})
_WISH_TO = frozenset({"like", "love", "want", "hope", "wish", "ask", "be", "write", "request", "need"})


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield the offers of a sentence; what nobody is said to do, and mere availability, is soft."""
    for clause in parse.clauses:
        firmness = _weigh(parse, clause)
        if firmness is not None:
            yield Evidence(Role.OFFER, parse.where(clause), firm=firmness)


def _weigh(parse: Parse, clause: Clause) -> bool | None:
    if clause.denied or (clause.inverted and not clause.modal) or clause.mode is Mode.IMPERATIVE:
        return None
    if clause.within in _NOT_OWN or _so_that(parse, clause):
        return None
    gives = "contribute" in clause.lists
    if (
        clause.passive
        and clause.modal == "will"
        and gives
        and clause.subject not in WRITERS | {Actor.READER, Actor.USER}
    ):
        return _by_us(parse, clause)
    if (
        clause.lemma == "be"
        and clause.subject is Actor.WRITER
        and {"part", "share", "contribution", "side"} & set(parse.words[clause.subject_first : clause.verb])
    ):
        return True
    kept_ready = clause.lemma == "have" and clause.modal == "will" and "ready" in parse.words[clause.verb : clause.last]
    if clause.subject is Actor.WRITER and kept_ready:
        return True
    if clause.subject not in WRITERS or parse.word_in(_THREAT, clause.verb, clause.last):
        return None
    if "threaten" in clause.lists or clause.passive:
        return None
    if _asks_for_a_meeting(parse, clause) or not _is_promised(parse, clause, gives=gives):
        return None
    if clause.lemma in _FOR_THE_RECORD or ("inform" in clause.lists and not gives):
        return False
    return not (
        parse.word_in(_TALK, clause.verb, clause.last)
        and clause.lemma in {"answer", "provide", "share", "send", "give", "offer", "email", "explain", "get"}
    )


def _by_us(parse: Parse, clause: Clause) -> bool:
    """Whether a passive names the writer's side ('will be completed by our office')."""
    after = parse.words[clause.verb + 1 : clause.verb + 4]
    return after[:1] == ("by",) and bool({"our", "me", "us", "my"} & set(after))


def _is_promised(parse: Parse, clause: Clause, *, gives: bool) -> bool:
    if clause.mode is Mode.FINITE and clause.governor is None:
        if clause.modal in _CAN_OFFER:
            return (
                gives
                or clause.lemma in _FOR_THE_RECORD
                or clause.lemma in {"answer", "clarify", "respond", "reply", "discuss", "elaborate", "explain"}
            ) and not clause.inverted
        if clause.modal:
            return False
        if clause.perfect and clause.lemma in _DONE:
            return True
        agency = clause.subject is Actor.WE or parse.word_in(frozenset({"our"}), clause.first, clause.verb)
        return (
            agency
            and clause.lemma in _AGENCY_GIVES
            and not clause.past
            and "services" not in parse.words[clause.verb : clause.last]
        )
    governor = clause.governor
    if governor is None or not (gives or clause.lemma in _FOR_THE_RECORD):
        return False
    if governor.lemma == "be" and _GLAD & set(parse.words[governor.verb : clause.first]):
        return True
    if governor.modal == "will" and governor.lemma in {
        "continue",
        "keep",
        "try",
        "help",
        "start",
        "begin",
        "be",
        "come",
        "go",
        "plan",
        "offer",
    }:
        return True
    return (
        governor.lemma in {"offer", "plan", "volunteer", "commit", "promise", "intend", "continue", "count"}
        and not governor.modal
    )


def _so_that(parse: Parse, clause: Clause) -> bool:
    place = clause.first - 1
    return clause.within == "that" and place > 0 and parse.words[place - 1] == "so"


def _asks_for_a_meeting(parse: Parse, clause: Clause) -> bool:
    governor = clause.governor
    wished = (
        governor is not None
        and governor.lemma in _WISH_TO
        and not _GLAD & set(parse.words[governor.verb : clause.first])
    )
    return wished and governor is not None and governor.modal != "will"
