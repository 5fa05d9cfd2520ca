"""Takes its services from at least two different organizations.

Why: Part 1 asks for different organizations, since coordinating them is what the assignment practices.

Example: "Harbor Wheels" and "Harbor Wheels Volunteer Drivers, Inc." are one organization; a kitchen is another.

Source: Hart City assignment, Part 1; NASW Standards for Social Work Case Management (2013), standard 8.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, Service, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_services
from hartcity.plan.lookup import called
from hartcity.plan.names import same_organization
from hartcity.plan.services import planned
from hartcity.plan.setting import Setting
from hartcity.plan.wording import says_something


TITLE = "Different organizations"
COMES = 2
ENOUGH = 2


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Count organizations, however they are spelled, and each department as the organization that it is part of."""
    named = [one for one in planned(plan) if says_something(one.service.organization)]
    kept: list[str] = []
    for one in named:
        name = called(one.service.organization, setting.listed)
        if not any(same_organization(name, other) for other in kept):
            kept.append(name)
    fields = tuple(one.path("organization") for one in named) or ("services",)
    if len(kept) >= ENOUGH:
        reason = f"The services come from {len(kept)} organizations."
        return CheckResult("different_organizations", State.MET, reason=reason, fields=fields)
    if len(named) >= ENOUGH:
        reason = f"All services come from {kept[0].strip()}."
        question = "Which other organization could meet one of these needs?"
    elif named:
        reason, question = "One organization is named so far.", "Which second organization could be part of the plan?"
    else:
        reason, question = "No organization is named yet.", "Which organizations could meet the needs?"
    return CheckResult("different_organizations", State.NOT_SEEN, reason=reason, question=question, fields=fields)


EXAMPLES = (
    Example(State.MET, "two organizations", COMPLETE),
    Example(
        State.NOT_SEEN,
        "one organization under two spellings",
        with_services(RIDES, replace(LUNCHES, organization="The Harbor Wheels Volunteer Drivers, Inc.")),
    ),
    Example(
        State.NOT_SEEN,
        "one organization, and a department of it",
        with_services(RIDES, replace(LUNCHES, organization="Harbor Wheels Lunches")),
        (
            Service(RIDES.service, RIDES.organization),
            Service(LUNCHES.service, RIDES.organization),
        ),
    ),
    Example(State.NOT_SEEN, "one service", with_services(RIDES)),
    Example(State.NOT_SEEN, "no service", with_services()),
)
