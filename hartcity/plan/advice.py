"""Advice on a plan that no check counts.

Needs left without a service, goals to sharpen, stricter rules on records, an alias like a name, a wait
that the directory tells otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from hartcity.model import Consent, Family, Finding, Service, ServicePlan, Severity, Span
from hartcity.plan.against_listed import wait_unlike
from hartcity.plan.answering import links, says_what_it_is_about
from hartcity.plan.lookup import listed_service
from hartcity.plan.services import planned
from hartcity.plan.topics import topics
from hartcity.plan.vocabulary import pattern, phrases, table
from hartcity.plan.wording import says_something


_NAME_WORD = re.compile(r"[^\W\d_][\w'\u2019-]{2,}")
_ORDINARY = frozenset(
    "mr ms mrs mx dr the client user service family person student parent mother father participant miss anonymous "
    "resident guest individual alias grandmother grandfather couple household neighbor veteran elder and".split()
)
_GAPS = {
    "written": "that it is in writing",
    "scope": "which records",
    "recipient": "to whom",
    "purpose": "what for",
    "expires": "until when",
    "revocable": "that it may be withdrawn",
}


def advice(plan: ServicePlan, listed: Collection[Service] = ()) -> Iterator[Finding]:
    """Yield what a tutor might mention in passing, each with the field that it stands in.

    ``listed`` are the services of the directory in use.
    """
    yield from _alias(plan.service_user.alias)
    yield from _needs(plan)
    yield from _goals(plan)
    yield from _stricter(plan)
    yield from _waits(plan, listed)


def names_in(alias: str) -> tuple[Span, ...]:
    """Return what looks like a real name in an alias: whole words with a capital, titles aside, neighbors together."""
    names: list[Span] = []
    for found in _NAME_WORD.finditer(alias):
        if not found.group()[0].isupper() or found.group().casefold() in _ORDINARY:
            continue
        follows = names and not alias[names[-1].end : found.start()].strip()
        span = Span(names.pop().start, found.end()) if follows else Span(*found.span())
        names.append(span)
    return tuple(names)


def _alias(alias: str) -> Iterator[Finding]:
    for span in names_in(alias):
        yield Finding(
            check="plan.alias",
            family=Family.IDENTIFIER,
            span=span,
            text=span.of(alias),
            message=f"“{span.of(alias)}” reads like a name.",
            severity=Severity.ADVICE,
            question="Is it invented? An initial such as “Ms. A” keeps a person safer.",
            why="A name in a plan travels with every copy of it.",
            source="45 CFR 164.514(b)(2)(i)(A); NOHS Ethical Standards (2024), privacy",
            field="service_user.alias",
        )


def _needs(plan: ServicePlan) -> Iterator[Finding]:
    """Yield one question when no service can be meant for some of the stated needs."""
    needs, services = plan.service_user.needs, [one.service for one in planned(plan)]
    if not services:
        return
    linked = links(needs, services)
    left = [index for index, need in enumerate(needs) if says_something(need) and not linked[index]]
    is_known = all(map(says_what_it_is_about, services))
    plain = [index for index in left if is_known and topics(needs[index])]
    for index in (plain or left)[:1]:
        said, more = f"“{needs[index].strip(' .')}”", len(left) - 1
        others = f" {more} more {'has' if more == 1 else 'have'} none either." if more else ""
        unsure = f"It is not plain yet which service answers {said}."
        yield Finding(
            check="plan.need",
            family=Family.VAGUE,
            span=Span(0, len(needs[index])),
            text=needs[index],
            message=f"No service answers {said} yet.{others}" if plain else unsure,
            severity=Severity.ADVICE,
            question="Which service could, or is this need one for later?",
            why="A need that the plan names and then leaves is easily forgotten.",
            source="NASW Standards for Social Work Case Management (2013), standards 5 and 6: plans rest on assessment",
            field=f"service_user.needs[{index}]",
        )


def _goals(plan: ServicePlan) -> Iterator[Finding]:
    """Yield one question when no goal says by when or how much; reviews look at a goal to keep something."""
    goals = [(index, goal) for index, goal in enumerate(plan.service_user.goals) if says_something(goal)]
    if any(phrases("goals", part).search(goal) for _, goal in goals for part in ("when", "much", "keeps")):
        return
    for index, goal in goals[:1]:
        yield Finding(
            check="plan.goal",
            family=Family.VAGUE,
            span=Span(0, len(goal)),
            text=goal,
            message="No goal says yet by when, or how one would notice that it is reached.",
            severity=Severity.ADVICE,
            question="By when would the service user like this, and what would show it?",
            why="A goal with a time and a sign can be looked at together in the review.",
            source="NASW Standards for Social Work Case Management (2013): specific, attainable, measurable",
            field=f"service_user.goals[{index}]",
        )


def _waits(plan: ServicePlan, listed: Collection[Service]) -> Iterator[Finding]:
    """Yield a question for each wait that lies outside all that the directory says of it."""
    for one in planned(plan):
        entry, wait = listed_service(one.service, listed), one.service.wait
        if entry is not None and wait_unlike(wait, entry):
            yield Finding(
                check="plan.wait",
                family=Family.VAGUE,
                span=Span(0, len(wait)),
                text=wait,
                message=f"The wait for “{one.name}” is “{wait.strip(' .')}” here, and the directory says: {entry.wait}",
                severity=Severity.ADVICE,
                question="Who told you so, and what holds until then?",
                why="A plan that counts on a shorter wait leaves days without a service.",
                source="NASW Standards for Social Work Case Management (2013), standard 6: service planning",
                field=one.path("wait"),
            )


def _stricter(plan: ServicePlan) -> Iterator[Finding]:
    if not plan.consent.obtained:
        return
    named = " ".join(f"{one.organization} {one.service}" for one in plan.services)
    consented = " ".join((*plan.consent.scope, plan.consent.purpose, plan.consent.recipient))
    for rule in table("consent")["stricter"]:
        where = consented if rule["id"] in {"school", "health"} else f"{named} {consented}"
        missing = [gap for field, gap in _GAPS.items() if field in rule["needs"] and not _has(plan.consent, field)]
        if missing and pattern(tuple(rule["touches"])).search(where):
            yield _rule_of_its_own(rule, missing, plan.consent)


def _has(consent: Consent, field: str) -> bool:
    value = getattr(consent, field)
    if isinstance(value, str):
        return says_something(value)
    return bool(value)


def _rule_of_its_own(rule: dict[str, Any], missing: list[str], consent: Consent) -> Finding:
    text = consent.purpose or " "
    return Finding(
        check=f"plan.consent.{rule['id']}",
        family=Family.IDENTIFIER,
        span=Span(0, len(text)),
        text=text,
        message=f"Records of {rule['records']} have a rule of their own. Not said yet: {', '.join(missing)}.",
        severity=Severity.ADVICE,
        question="Could the written consent say it?",
        why="Some records may be shared only on a stricter consent.",
        source=rule["source"],
        field="consent.purpose",
    )
