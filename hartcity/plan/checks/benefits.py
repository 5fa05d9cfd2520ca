"""Says for each service how it benefits this service user.

Why: a directory says what a service is; only the plan can say what it would change for this person.

Example: "A ride twice a week lets him finish therapy and go back to his garden" says it; "It will help him" does not.

Source: Hart City assignment, Part 1; NASW Standards for Social Work Case Management (2013), standard 6.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.telling import telling
from hartcity.plan.wording import content, says_something


TITLE = "A benefit for each service"
COMES = 4
TELLING_WORDS = 2


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Look at each service for a benefit that says more than the service's own name, its need or plain praise."""
    return summed_up(
        "benefits",
        (_seen(one, plan.service_user.alias) for one in planned(plan)),
        good="Each service says what it would change for this person.",
        nothing="There is no service to describe a benefit of yet.",
        ask="What would change for the service user?",
    )


def _seen(one: Placed, alias: str) -> Seen:
    path, benefit = one.path("benefit"), one.service.benefit
    question = "What would be different for this person in a month, thanks to it?"
    if not says_something(benefit):
        return Seen(path, State.NOT_SEEN, f"“{one.name}” does not say yet how it would help.", question)
    said = telling(benefit, one.service, alias)
    repeated = content(f"{one.service.service} {one.service.organization}")
    if len(said) < TELLING_WORDS or said <= repeated:
        return Seen(path, State.PARTLY, f"The benefit of “{one.name}” could be said of anybody.", question)
    if content(benefit) == content(one.service.need):
        return Seen(path, State.PARTLY, f"The benefit of “{one.name}” repeats the need.", question)
    return Seen(path, State.MET)


EXAMPLES = (
    Example(State.MET, "what changes for this person", COMPLETE),
    Example(State.PARTLY, "praise that fits anybody", with_rides(benefit="This will be very helpful and beneficial.")),
    Example(State.PARTLY, "praise of the agency", with_rides(benefit="They have served the area since 1990.")),
    Example(State.PARTLY, "the need once more", with_rides(benefit=RIDES.need)),
    Example(State.PARTLY, "one service says nothing", with_rides(benefit="")),
    Example(
        State.NOT_SEEN,
        "no service says anything",
        with_services(replace(RIDES, benefit=""), replace(LUNCHES, benefit="N/A")),
    ),
)
