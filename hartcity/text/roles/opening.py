"""Who the writer is, and why they write."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.text.clauses import Clause, Mode
from hartcity.text.roles.model import Evidence, Role
from hartcity.text.roles.parse import WRITERS, Parse
from hartcity.text.tokens import Hit


_NEAR = 9
_AT = frozenset({"at", "with", "for", "from", "of", "in", "over", "to", "by", "through"})
_PERFORM = frozenset(
    """
    write contact email e-mail reach message turn approach send get follow call connect touch address come
    """.split()
)
_SAY = frozenset(
    """
    ask request refer recommend introduce advocate seek inquire enquire apply look propose learn invite
    nominate
    """.split()
)
_LEARN = frozenset({"learn", "know", "find", "see", "understand", "ask", "hear", "check"})
_POSTS = frozenset({"role", "job", "position", "work", "post", "placement", "internship"})
_LONGEST_NAME = 4
_SMALL = frozenset({"of", "and", "for", "the", "&", "in", "at"})


def read(parse: Parse) -> Iterator[Evidence]:
    """Yield the writer's role, the writer's agency, and the purpose of the message."""
    yield from _role(parse)
    yield from _agency(parse)
    for clause in parse.clauses:
        firmness = _purpose(parse, clause)
        if firmness is not None:
            yield Evidence(Role.PURPOSE, parse.where(clause), firm=firmness)


def _role(parse: Parse) -> Iterator[Evidence]:
    for hit in parse.tokens.of("role"):
        clause = next((each for each in reversed(parse.clauses) if each.verb <= hit.first), None)
        before = parse.words[max(0, hit.first - 9) : hit.first]
        after = parse.words[hit.last : hit.last + 1]
        own = (
            clause is not None
            and clause.subject in WRITERS
            and clause.verb <= hit.first
            and clause.lemma
            in {"be", "work", "serve", "do", "volunteer", "write", "intern", "study", "complete", "act", "have"}
        )
        own = own and not (clause is not None and clause.denied)
        named = bool({"as", "by", "undersigned", "capacity"} & set(before)) and not {"like", "such"} & set(before)
        mine = bool({"my"} & set(before[-3:])) and parse.words[hit.first] in {
            "placement",
            "practicum",
            "internship",
            "fieldwork",
            "field",
            "caseload",
        }
        spoken = before[-1:] == ("i",)
        known = own or named or mine or spoken or _is_headline(parse, hit)
        if known and after != ("'s",) and not {"need", "needs", "want", "your"} & set(before[-3:]):
            yield Evidence(Role.INTRODUCTION, parse.tokens.span(hit.first, hit.last), note="role")
    for clause in parse.clauses:
        works = clause.subject in WRITERS and clause.lemma in {
            "coordinate",
            "work",
            "intern",
            "volunteer",
            "serve",
            "manage",
            "run",
            "support",
            "help",
            "supervise",
            "lead",
            "study",
        }
        if (
            works
            and not clause.modal
            and not clause.past
            and clause.mode is Mode.FINITE
            and not clause.within
            and _agency_after(parse, clause.verb, clause.last) is not None
        ):
            yield Evidence(Role.INTRODUCTION, parse.where(clause), note="role")
    for clause in parse.clauses:
        subject = set(parse.words[clause.subject_first : clause.verb])
        if clause.lemma == "be" and not clause.denied and "my" in subject and subject & {"role", "job", "position"}:
            yield Evidence(Role.INTRODUCTION, parse.where(clause), note="role")


def _is_headline(parse: Parse, hit: Hit) -> bool:
    """Whether a sentence without a verb names the writer's post ('Kim Doe, intern, Birch Hill Family Services')."""
    if any(clause.mode in {Mode.FINITE, Mode.IMPERATIVE} for clause in parse.clauses):
        return False
    tokens = parse.tokens.tokens
    behind_name = hit.first > 1 and all(token.capital or token.word == "," for token in tokens[: hit.first])
    alone = hit.first == 0 and parse.words[hit.first] != "student"
    return (behind_name or alone) and parse.has("agency_noun", first=hit.last)


def _agency(parse: Parse) -> Iterator[Evidence]:
    introduced = any(True for _ in _role(parse))
    for place, word in enumerate(parse.words):
        listed = word in {",", "("} and introduced
        if word not in _AT and not listed:
            continue
        found = _name_after(parse, place + 1)
        if found is None:
            continue
        named = (
            introduced
            and parse.has("agency_noun", first=found[0], last=found[1])
            and not {"your", "dear", "to"} & set(parse.words[max(0, place - 2) : place + 1])
        )
        if not named and (listed or not _is_writers(parse, place)):
            continue
        yield Evidence(Role.INTRODUCTION, parse.tokens.span(*found), note="agency")


def _is_writers(parse: Parse, place: int) -> bool:
    clause = parse.clause_at(place)
    near = parse.words[max(0, place - 14) : place]
    if {"your", "dear"} & set(parse.words[max(0, place - 3) : place]):
        return False
    own_post = bool(_POSTS & set(near[-1:])) and bool({"my", "our"} & set(near[-4:]))
    said_at_once = parse.words[:2] in {("this", "is"), ("it", "'s"), ("it", "is")} and place - 2 <= _LONGEST_NAME
    if own_post or (said_at_once and parse.tokens.tokens[place - 1].capital):
        return True
    roles = any(hit.last <= place and place - hit.last < _NEAR for hit in parse.tokens.of("role"))
    writer = (
        clause is not None
        and clause.subject in WRITERS
        and clause.lemma
        in {
            "be",
            "work",
            "coordinate",
            "intern",
            "volunteer",
            "serve",
            "do",
            "support",
            "help",
            "manage",
            "write",
            "study",
            "lead",
            "run",
            "complete",
            "supervise",
            "represent",
        }
    )
    writer = writer or (clause is not None and clause.lemma in {"place", "base", "train", "employ"} and "i" in near)
    return (roles and bool({"i", "my", "as", "by", "we", "am"} & set(near))) or (
        writer and clause is not None and clause.verb < place and place - clause.verb <= _NEAR
    )


def _agency_after(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    for place in range(first, min(last, len(parse.words))):
        if parse.words[place] in _AT:
            found = _name_after(parse, place + 1)
            if found is not None:
                return found
    return None


def _name_after(parse: Parse, first: int) -> tuple[int, int] | None:
    """Find a name in capitals of two words or more, or one that an agency's noun ends, behind an article or none."""
    tokens = parse.tokens.tokens
    place = first + 1 if parse.words[first : first + 1] in {("the",), ("a",), ("an",)} else first
    end = place
    while end < len(tokens) and (
        tokens[end].capital
        or (tokens[end].word in _SMALL and end > place and end + 1 < len(tokens) and tokens[end + 1].capital)
    ):
        end += 1
    if end == place or tokens[place].word in {
        "i",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }:
        return None
    noun = parse.has("agency_noun", first=place, last=end)
    month = tokens[place].word in {
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
    return (
        (place, end)
        if ((noun or end - place > 1) and not month and parse.words[place : place + 2] != ("hart", "city"))
        or (noun and end - place > 1)
        else None
    )


def _purpose(parse: Parse, clause: Clause) -> bool | None:
    if clause.lemma == "be" and parse.words[clause.verb + 1 : clause.verb + 3] == ("my", "hope"):
        return bool(parse.services(clause.verb))
    if (
        clause.lemma == "be"
        and not clause.denied
        and {"letter", "email", "message", "note", "purpose", "reason", "aim", "goal", "intent", "intention"}
        & set(parse.words[: clause.verb])
        and {"this", "my", "the"} & set(parse.words[: clause.verb])
    ):
        said = (
            any(each.lemma in _SAY for each in parse.clauses if each.verb > clause.verb)
            or "request" in parse.words[clause.verb :]
        )
        return said or bool(parse.services(clause.verb))
    if clause.subject not in WRITERS or clause.denied or clause.past or clause.perfect or clause.inverted:
        return None
    stop = len(parse.words)
    if (
        clause.lemma in _PERFORM
        and clause.mode is not Mode.INFINITIVE
        and not clause.modal
        and clause.within not in {"when", "if", "before"}
    ):
        says = any(
            each.verb > clause.verb
            and each.lemma in _SAY | _LEARN
            and each.mode is not Mode.FINITE
            and each.subject in WRITERS
            for each in parse.clauses
        )
        about = bool(parse.services(clause.verb, stop)) or parse.has("meeting", "request", first=clause.verb, last=stop)
        return bool(says or about)
    wished = (
        clause.governor is not None and clause.governor.lemma in {"like", "hope", "want", "wish", "love", "be", "write"}
    ) or clause.modal == "would"
    direct = clause.mode is Mode.FINITE and not clause.modal and clause.governor is None
    if clause.lemma in _SAY and (wished or direct):
        return (
            bool(parse.services(clause.verb, stop))
            or parse.has("meeting", first=clause.verb, last=stop)
            or clause.lemma in {"learn", "ask", "inquire", "enquire"}
        )
    return None
