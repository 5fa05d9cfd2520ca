"""Ties each service to a stated need.

Why: a service without a need is an errand; a tutor asks of each one what it is for.

Example: "He eats one meal on the days when his shoulder hurts" is a need; "food" alone hardly is, and "n/a" is none.

Source: NASW Standards for Social Work Case Management (2013), standards 5 and 6: plans rest on assessment.
"""

from __future__ import annotations

from hartcity.model import CheckResult, ServicePlan, State
from hartcity.plan.example import COMPLETE, Example, with_rides, with_services
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.telling import telling
from hartcity.plan.topics import share_a_topic
from hartcity.plan.wording import content, says_something


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Look for a need at each service, or for one of the service user's needs that the service plainly answers."""
    needs = tuple(need for need in plan.service_user.needs if says_something(need))
    return summed_up(
        "needs_covered",
        (_seen(one, needs, plan.service_user.alias) for one in planned(plan)),
        good="Each service answers a need that the plan states.",
        nothing="There is no service to tie to a need yet.",
        ask="What does the service user need first?",
    )


def _seen(one: Placed, needs: tuple[str, ...], alias: str) -> Seen:
    path = one.path("need")
    stated = one.service.need
    if says_something(stated) and telling(stated, one.service, alias):
        return Seen(path, State.MET)
    offered = f"{one.service.service} {one.service.benefit}"
    if any(content(need) & content(offered) or share_a_topic(need, offered) for need in needs):
        return Seen(path, State.MET)
    state = State.PARTLY if says_something(stated) else State.NOT_SEEN
    seen = "says a need in words too general to tell" if says_something(stated) else "does not say which need it is for"
    return Seen(path, state, f"“{one.name}” {seen}.", "Which need of the service user does this service answer?")


EXAMPLES = (
    Example(State.MET, "a need at each service", COMPLETE),
    Example(State.MET, "a need of the service user that the service plainly answers", with_rides(need="")),
    Example(State.PARTLY, "one service says no need", with_rides(need="n/a", service="weekly visit", benefit="")),
    Example(State.PARTLY, "a need that could be anything", with_rides(need="help", service="visit", benefit="")),
    Example(
        State.PARTLY,
        "what the agency offers, and no need",
        with_rides(need="They offer many programs.", service="visit", benefit=""),
    ),
    Example(State.NOT_SEEN, "no service", with_services()),
)
