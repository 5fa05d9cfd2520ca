"""Has at least two services, each with an organization.

Why: Part 1 asks for at least two services, so that the plan holds when one of them has no place.

Example: rides from a volunteer driver program, and lunches from a community kitchen.

Source: Hart City assignment, Part 1; referral practice: determine the need, then review providers for it.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_services
from hartcity.plan.names import parts, same_organization
from hartcity.plan.services import planned
from hartcity.plan.setting import Setting
from hartcity.plan.wording import says_something


TITLE = "Two services"
COMES = 1
ENOUGH = 2


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Count the different services that name what they are and whose."""
    placed = planned(plan)
    incomplete: list[str] = []
    kept: list[tuple[str, str]] = []
    for one in placed:
        organization, service = one.service.organization, one.service.service
        if not says_something(organization):
            incomplete.append(one.path("organization"))
        elif not says_something(service):
            incomplete.append(one.path("service"))
        elif not any(same_organization(organization, held) and parts(service) == parts(name) for held, name in kept):
            kept.append((organization, service))
    if len(kept) >= ENOUGH and not incomplete:
        fields = tuple(one.path("service") for one in placed)
        return CheckResult("two_services", State.MET, reason=f"The plan names {len(kept)} services.", fields=fields)
    if incomplete:
        missing = incomplete[0].rpartition(".")[2]
        reason = f"One service does not say its {'name' if missing == 'service' else 'organization'} yet."
        question = "Which service is it?" if missing == "service" else "Which organization offers it?"
        state = State.PARTLY
    elif kept:
        reason = "The plan names one service." if len(placed) == 1 else "The same service stands in the plan twice."
        question = "Which second service would meet another of the needs?"
        state = State.PARTLY
    else:
        reason, question = "No service is planned yet.", "Which need comes first, and who could meet it?"
        state = State.NOT_SEEN
    return CheckResult(
        "two_services", state, reason=reason, question=question, fields=tuple(incomplete) or ("services",)
    )


EXAMPLES = (
    Example(State.MET, "two services of two organizations", COMPLETE),
    Example(State.PARTLY, "one service", with_services(RIDES)),
    Example(State.PARTLY, "the same service twice", with_services(LUNCHES, LUNCHES)),
    Example(State.PARTLY, "a service of nobody", with_services(RIDES, replace(LUNCHES, organization="TBD"))),
    Example(State.NOT_SEEN, "no service", with_services()),
)
