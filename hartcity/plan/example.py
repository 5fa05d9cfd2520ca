"""A complete plan to vary, so that each check's examples say only what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from hartcity.model import Consent, PlannedService, Service, ServicePlan, ServiceUser, State


class Example(NamedTuple):
    """A plan with the state that the check must give it; ``listed`` is the directory that the example stands on."""

    state: State
    says: str
    plan: ServicePlan
    listed: tuple[Service, ...] = ()


RIDES = PlannedService(
    organization="Harbor Wheels Volunteer Drivers",
    service="rides to physical therapy",
    need="Physical therapy is nine miles away and no bus runs there before noon.",
    benefit="A ride twice a week lets him finish therapy and go back to his garden plot.",
    coordination="Harbor Wheels sends the month's driver list to the intern by the 25th.",
    finances="Free. He would like to give the drivers $5 a week for fuel and has set it aside.",
    eligibility="Adults who do not drive: met.",
    documents=("therapy schedule",),
    barriers="No rides on Fridays; a neighbor drives him then.",
    owner="Intern, Elm Bridge Family Services",
    start="2026-03-09",
    review="2026-04-06",
)
LUNCHES = PlannedService(
    organization="Saint Brendan Community Kitchen",
    service="weekday lunches",
    need="He eats one meal on the days when his shoulder hurts.",
    benefit="Lunch in company gives him strength for therapy and people to talk with.",
    coordination="Starts after the first ride, because the same driver stops at the kitchen.",
    finances="Lunch costs $2; the kitchen waives it for anyone who asks, and he has asked.",
    eligibility="Open to everyone: met.",
    documents=("none",),
    barriers="Stairs at the front door; the side door has a ramp.",
    owner="Mr. T",
    start="2026-03-16",
    review="2026-04-06",
)
COMPLETE = ServicePlan(
    service_user=ServiceUser(
        alias="Mr. T",
        pronouns="he/him",
        household_size=1,
        annual_income=14200,
        needs=("a way to get to physical therapy", "a second meal on weekdays"),
        strengths=("keeps a garden plot", "has not missed an exercise at home"),
        goals=("lift his arm over his head by May",),
    ),
    consent=Consent(
        obtained=True,
        written=True,
        scope=("days and times of therapy",),
        purpose="to ask about rides and to arrange a first visit",
        recipient="Harbor Wheels Volunteer Drivers",
        starts="2026-02-20",
        expires="2026-06-30",
        revocable=True,
    ),
    services=(RIDES, LUNCHES),
    coordination=(
        "Rides begin first, lunches a week later. The intern leads and calls both organizations every other Tuesday; "
        "Mr. T tells his driver about any change. All meet on April 6."
    ),
    email_recipient="Harbor Wheels Volunteer Drivers",
    as_of="2026-03-01",
)


def with_services(*services: PlannedService) -> ServicePlan:
    """Return the complete plan with these services in place of its own."""
    return replace(COMPLETE, services=services)


def with_rides(**fields: Any) -> ServicePlan:  # noqa: ANN401 - whatever the field holds
    """Return the complete plan with some fields of its first service changed."""
    return with_services(replace(RIDES, **fields), LUNCHES)


def with_consent(**fields: Any) -> ServicePlan:  # noqa: ANN401 - whatever the field holds
    """Return the complete plan with some fields of its consent changed."""
    return replace(COMPLETE, consent=replace(COMPLETE.consent, **fields))


def with_user(**fields: Any) -> ServicePlan:  # noqa: ANN401 - whatever the field holds
    """Return the complete plan with some facts about its service user changed."""
    return replace(COMPLETE, service_user=replace(COMPLETE.service_user, **fields))
