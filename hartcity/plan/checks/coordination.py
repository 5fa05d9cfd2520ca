"""Says who does what, in which order, and how the organizations stay in touch.

Why: two services that do not know of each other can miss, double or undo each other's work.

Example: "Rides begin first, lunches a week later. The intern leads and calls both organizations every other Tuesday."

Source: NASW Standards for Social Work Case Management (2013), standards 6 and 8; federal core components of case \
management (CDC and HRSA, 2008): coordination and linkage, monitoring.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_services
from hartcity.plan.lookup import called
from hartcity.plan.names import same_organization
from hartcity.plan.services import planned
from hartcity.plan.setting import Setting, day
from hartcity.plan.vocabulary import pattern, phrases
from hartcity.plan.wording import says_something, sentences


TITLE = "Coordination"
COMES = 8
ID = "coordination"
_CLAUSE = re.compile(
    r"(?:,|\u2014|\u2013)\s*|\s(?=(?:so|if|unless|until|when|whenever|because|since|in case)\b)", re.IGNORECASE
)
_ARROW = re.compile(r"\w\s*(?:->|=>|>|\u2192)\s*\w")
_NUMBER = re.compile(r"(?<!\w)#?(\d)[).:]\s?[^\W\d]")
_DATE_OR_RATE = re.compile(
    r"\b\d{1,2}/\d{1,2}\b|\b\d\s?x\s?(?:/|a |per )?\s?(?:day|week|wk|month|mo)\b|"
    r"(?:/|\bper |\bevery |\beach |\ba )(?:wk|mo)\b|\bon the \d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
PARTS = {
    "who does what": "Who leads, and what does each one do?",
    "the order": "Which service has to start first, and what does the next one wait for?",
    "how they stay in touch": "Who calls or meets whom, and on which days?",
}


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Look for the three parts in the plan's own coordination and in that of each service."""
    placed = planned(plan)
    written = {"coordination": plan.coordination} | {
        one.path("coordination"): one.service.coordination for one in placed
    }
    spoken = [sentence for text in written.values() if says_something(text) for sentence in sentences(text)]
    said = [sentence for sentence in spoken if not _denies(sentence)]
    fields = tuple(path for path, text in written.items() if says_something(text)) or ("coordination",)
    missing = [part for part, there in zip(PARTS, _parts(plan, said), strict=True) if not there]
    has_good_will = any(phrases(ID, "vague").search(sentence) for sentence in said)
    if len(missing) == len(PARTS) and not has_good_will:
        reason = "The plan does not say yet how the services work together."
        return CheckResult(ID, State.NOT_SEEN, reason=reason, question=PARTS["who does what"], fields=fields)
    if missing:
        reason = f"The plan does not say {' or '.join(missing)}."
        return CheckResult(ID, State.PARTLY, reason=reason, question=PARTS[missing[0]], fields=fields)
    names = [one.service.organization for one in placed if says_something(one.service.organization)]
    named = [called(name, setting.listed) for name in names]
    if all(same_organization(named[0], other) for other in named[1:]):
        reason = "The plan coordinates the visits to one organization; there is no second one to coordinate with."
        question = "When a second organization joins, how will the two keep in touch?"
        return CheckResult(ID, State.PARTLY, reason=reason, question=question, fields=fields)
    reason = "The plan says who does what, in which order, and how the organizations stay in touch."
    return CheckResult(ID, State.MET, reason=reason, fields=fields)


def _parts(plan: ServicePlan, said: list[str]) -> tuple[bool, bool, bool]:
    names = [plan.service_user.alias, *(one.service.organization for one in planned(plan))]
    first_words = [" ".join(name.split()[:2]).rstrip(".,") for name in names if name.split()]
    actor = pattern(tuple(sorted({*names, *first_words} - {""})))
    who = [one for one in said if phrases(ID, "who").search(one) or actor.search(one)]
    does = any(phrases(ID, "does").search(sentence) for sentence in who)
    in_touch = any(phrases(ID, "contact").search(one) and _says_when(one) for one in said)
    in_order = _is_numbered(" ".join(said)) or any(phrases(ID, "order").search(sentence) for sentence in said)
    return does, in_order or (does and in_touch and _starts_in_turn(plan)), in_touch


def _says_when(sentence: str) -> bool:
    return bool(phrases(ID, "time").search(sentence) or _DATE_OR_RATE.search(sentence))


def _denies(sentence: str) -> bool:
    """Whether a sentence says that something is not done; an aside ("so that they don't clash") is left out."""
    clauses = _CLAUSE.split(sentence)
    return any(phrases(ID, "denied").search(clause) and not phrases(ID, "aside").match(clause) for clause in clauses)


def _is_numbered(sentence: str) -> bool:
    """Whether the order stands in figures or arrows (``1) shelter 2) lawyer``, ``shelter -> lawyer``)."""
    return bool(_ARROW.search(sentence) or {"1", "2"} <= {found.group(1) for found in _NUMBER.finditer(sentence)})


def _starts_in_turn(plan: ServicePlan) -> bool:
    """Whether the start dates tell the order that the words leave out."""
    return len({start for one in planned(plan) if (start := day(one.service.start))}) > 1


def _saying(words: str, *of_services: str) -> ServicePlan:
    pairs = zip((RIDES, LUNCHES), of_services or ("", ""), strict=True)
    services = tuple(replace(service, coordination=own) for service, own in pairs)
    return replace(COMPLETE, coordination=words, services=services)


EXAMPLES = (
    Example(State.MET, "who, in which order, how in touch", COMPLETE),
    Example(
        State.MET,
        "said at the services",
        _saying("", "The intern books the first ride.", "After the first ride, staff and intern talk every Monday."),
    ),
    Example(State.PARTLY, "good will without days", _saying("We will communicate regularly with everyone.")),
    Example(State.PARTLY, "no touch", _saying("Rides first, then lunches. The intern leads.")),
    Example(State.PARTLY, "one organization", with_services(RIDES, replace(RIDES, service="rides to the library"))),
    Example(State.NOT_SEEN, "nothing", _saying("")),
    Example(State.NOT_SEEN, "declined", _saying("No coordination is needed between the two.")),
)
