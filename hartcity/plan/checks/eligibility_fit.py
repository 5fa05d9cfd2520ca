"""Names no service that excludes this service user.

Why: a family shelter turns a single adult away at the door; the plan is the place to notice it.

Example: a household of one, and a shelter for parents with minor children. "They may make an exception" is a hope.

Source: Hart City assignment, Part 1 (population served); referral practice: eligibility is met, unknown or not met.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hartcity.model import CheckResult, Exclusions, Service, ServicePlan, State
from hartcity.plan.access import conflicts, exclusions_in
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.lookup import listed_service
from hartcity.plan.person import Person, person_of
from hartcity.plan.services import Placed, Seen, planned
from hartcity.plan.setting import Setting
from hartcity.plan.vocabulary import phrases
from hartcity.plan.wording import says_something


ID = "eligibility_fit"
ASK = "Who does this service not serve, and which service is for people in this situation?"
_FITS = re.compile(r"(?<!not )(?<!n't )(?<!not yet )\b(?:met|eligible|qualifies|qualify|fits)\b", re.IGNORECASE)


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Compare the person with whom each service turns away, and read what the plan itself says about it."""
    person = person_of(plan, setting)
    seen = [one for placed in planned(plan) if (one := _seen(placed, person, setting)) is not None]
    against = [one for one in seen if one.state is not State.MET]
    if against:
        worst = next((one for one in against if one.state is State.NOT_SEEN), against[0])
        return CheckResult(
            ID, worst.state, reason=worst.reason, question=worst.question, fields=tuple(one.path for one in against)
        )
    if seen:
        reason = "Nothing that is known speaks against the services."
        return CheckResult(ID, State.MET, reason=reason, fields=tuple(one.path for one in seen))
    reason = "Nothing is known yet about whom the services serve."
    return CheckResult(ID, State.NOT_APPLICABLE, reason=reason, question=ASK, fields=("services",))


def _seen(one: Placed, person: Person, setting: Setting) -> Seen | None:
    """Say what is known about one service; None when nothing is."""
    path, words = one.path("eligibility"), one.service.eligibility
    says_so = bool(_FITS.search(words))
    listed = listed_service(one.service, setting.listed)
    known = Exclusions() if listed is None else _turned_away(listed)
    for turned_away in (known, exclusions_in(words)):
        if reason := next(conflicts(person, turned_away), ""):
            return Seen(path, State.NOT_SEEN, f"“{one.name}” may not be open to this person: {reason}.", ASK)
    softened = phrases("eligibility", "softened").sub("", words)
    if phrases("eligibility", "refused").search(softened) or (
        phrases("eligibility", "turned_away").search(softened) and not says_so
    ):
        return Seen(path, State.NOT_SEEN, f"The plan itself says that “{one.name}” does not serve this person.", ASK)
    if phrases("eligibility", "exception").search(softened) and not says_so:
        return Seen(path, State.NOT_SEEN, f"“{one.name}” rests on the hope for an exception.", ASK)
    if not says_so and listed is None and (reason := next(conflicts(person, _told_by_name(one)), "")):
        return Seen(path, State.PARTLY, f"By its name, “{one.name}” may not be open to this person: {reason}.", ASK)
    is_told = says_something(words) and not phrases("eligibility", "unknown").search(words)
    return Seen(path, State.MET) if is_told or listed is not None or says_so else None


def _turned_away(listed: Service) -> Exclusions:
    """Return the directory's facts about a service; where it has none, those that its words give away."""
    facts = replace(listed.exclusions, not_served=())
    return listed.exclusions if facts.is_known else exclusions_in(listed.served, "; ".join(listed.not_served))


def _told_by_name(one: Placed) -> Exclusions:
    """Return what the names of a service and its organization give away about whom it is for."""
    name = f"{one.service.organization} {one.service.service}"
    return Exclusions(requires_minor_children=bool(phrases("eligibility", "family_name").search(name)))


_FAMILY_ROOMS = Service(
    RIDES.service,
    RIDES.organization,
    exclusions=Exclusions(requires_minor_children=True, not_served=("single adults",)),
)
_TO_150 = Service(RIDES.service, RIDES.organization, exclusions=Exclusions(income_limit_percent=50))

EXAMPLES = (
    Example(State.MET, "the plan says that the rules are met", COMPLETE),
    Example(State.NOT_SEEN, "only for parents, by the directory", COMPLETE, (_FAMILY_ROOMS,)),
    Example(State.NOT_SEEN, "an income over the limit, by the directory", COMPLETE, (_TO_150,)),
    Example(State.NOT_SEEN, "the plan's own words", with_rides(eligibility="He does not qualify, he is too young.")),
    Example(State.NOT_SEEN, "a hope", with_rides(eligibility="Not really, but they might make an exception for him.")),
    Example(
        State.NOT_SEEN, "a limit that the income is over", with_rides(eligibility="Income under 60% of guideline: met")
    ),
    Example(State.PARTLY, "a name that tells", with_rides(service="family shelter room", eligibility="")),
    Example(
        State.NOT_APPLICABLE,
        "nothing is known",
        with_services(replace(RIDES, eligibility=""), replace(LUNCHES, eligibility="not sure")),
    ),
)
