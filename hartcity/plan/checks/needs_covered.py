"""Ties each service to a stated need.

Why: a service without a need is an errand; a tutor asks of each one what it is for.

Example: "He eats one meal on the days when his shoulder hurts" is a need; "food" alone hardly is, and "n/a" is none.

Source: NASW Standards for Social Work Case Management (2013), standards 5 and 6: plans rest on assessment.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, PlannedService, ServicePlan, ServiceUser, State
from hartcity.plan.answering import answers, is_about_something_else, is_for_another
from hartcity.plan.example import COMPLETE, Example, with_rides, with_services, with_user
from hartcity.plan.lookup import listed_service
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.telling import telling
from hartcity.plan.wording import content, says_something


TITLE = "A need for each service"
COMES = 3


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Look at each service for the need that it is for, among those of the service user or in words of its own.

    A need that no service answers is advice on the plan (:mod:`hartcity.plan.advice`), and no fault of a service.
    """
    needs = tuple(need for need in plan.service_user.needs if says_something(need))
    return summed_up(
        "needs_covered",
        (_seen(one, plan, needs, setting) for one in planned(plan)),
        good="Each service answers a need that the plan states.",
        nothing="There is no service to tie to a need yet.",
        ask="What does the service user need first?",
    )


def _seen(one: Placed, plan: ServicePlan, needs: tuple[str, ...], setting: Setting) -> Seen:
    path, stated = one.path("need"), one.service.need
    question = "Which need of the service user does this service answer?"
    meant = next((need for need in needs if answers(one.service, need)), "")
    if not says_something(stated):
        guess = f" It may be for “{meant.strip(' .')}”." if meant else ""
        state = State.PARTLY if meant else State.NOT_SEEN
        return Seen(path, state, f"“{one.name}” does not say which need it is for.{guess}", question)
    in_its_own_words = replace(one.service, organization="")
    is_told = telling(stated, one.service, plan.service_user.alias)
    if not is_told and not any(answers(in_its_own_words, need) for need in needs):
        return Seen(path, State.PARTLY, f"“{one.name}” says a need in words too general to tell.", question)
    listed = listed_service(one.service, setting.listed)
    is_another = is_about_something_else(one.service, needs, listed)
    others = [other.service for other in planned(plan) if other != one]
    if (is_another and meant) or (_is_one_of(stated, needs) and is_for_another(one.service, others, listed)):
        reason = f"It is not plain how “{one.name}” meets the need “{stated.strip(' .')}”."
        return Seen(path, State.PARTLY, reason, "What would this service do about it, or which need is it for?")
    if is_another or (needs and not meant and _is_its_name(one.service)):
        reason = f"The need of “{one.name}” is none of those that the plan states for the service user."
        return Seen(path, State.PARTLY, reason, "Could it be added to the needs, or which of them is meant?")
    return Seen(path, State.MET)


def _is_one_of(stated: str, needs: tuple[str, ...]) -> bool:
    return stated.strip(" .").casefold() in {need.strip(" .").casefold() for need in needs}


def _is_its_name(service: PlannedService) -> bool:
    """Whether the need says no more than the service's own name ("training", for "job training")."""
    return content(service.need) <= content(service.service)


EXAMPLES = (
    Example(State.MET, "a need at each service", COMPLETE),
    Example(State.PARTLY, "no need said, where the service could answer one", with_rides(need="")),
    Example(
        State.MET, "a need more, which no service answers", with_user(needs=(*COMPLETE.service_user.needs, "a lawyer"))
    ),
    Example(
        State.MET,
        "a need that is stated beside the service alone",
        with_user(needs=("a lawyer for an eviction hearing",)),
    ),
    Example(
        State.PARTLY,
        "the service's name once more",
        replace(with_rides(need="rides", service="rides"), service_user=ServiceUser(needs=("company in the evening",))),
    ),
    Example(
        State.PARTLY,
        "another service than the need beside it",
        with_rides(organization="Elm Street Savings", service="tax return preparation", need="His shoulder hurts."),
    ),
    Example(State.PARTLY, "a pointer to elsewhere", with_rides(need="See the benefit.")),
    Example(
        State.PARTLY,
        "a need of another kind",
        replace(with_rides(need="no food at home"), service_user=ServiceUser(needs=("no food at home",))),
    ),
    Example(State.PARTLY, "one service says no need", with_rides(need="n/a", service="weekly visit", benefit="")),
    Example(State.PARTLY, "a need that could be anything", with_rides(need="help", service="visit", benefit="")),
    Example(
        State.PARTLY,
        "what the agency offers, and no need",
        with_rides(need="They offer many programs.", service="visit", benefit=""),
    ),
    Example(State.NOT_SEEN, "no service", with_services()),
)
