"""Ties each service to a stated need.

Why: a service without a need is an errand; a tutor asks of each one what it is for.

Example: "He eats one meal on the days when his shoulder hurts" is a need; "food" alone hardly is, and "n/a" is none.

Source: NASW Standards for Social Work Case Management (2013), standards 5 and 6: plans rest on assessment.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, PlannedService, ServicePlan, State
from hartcity.plan.answering import answers
from hartcity.plan.example import COMPLETE, Example, with_rides, with_services, with_user
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.telling import telling
from hartcity.plan.topics import topics
from hartcity.plan.wording import says_something


TITLE = "A need for each service"
COMES = 3


def check(plan: ServicePlan, _setting: Setting) -> CheckResult:
    """Compare the need at each service with those that the service user states, and each of those with the services."""
    needs = tuple(need for need in plan.service_user.needs if says_something(need))
    placed = planned(plan)
    result = summed_up(
        "needs_covered",
        (_seen(one, needs, plan.service_user.alias) for one in placed),
        good="Each service answers a need that the plan states, and each need has its service.",
        nothing="There is no service to tie to a need yet.",
        ask="What does the service user need first?",
    )
    left = [
        (index, need)
        for index, need in enumerate(plan.service_user.needs)
        if says_something(need) and not any(answers(one.service, need) for one in placed)
    ]
    if result.state is not State.MET or not left:
        return result
    _, need = next(((at, one) for at, one in left if _is_plainly_left(one, placed)), left[0])
    more = len(left) - 1
    others = f" {more} more {'has' if more == 1 else 'have'} none either." if more else ""
    said = f"“{need.strip(' .')}”"
    is_plain = _is_plainly_left(need, placed)
    reason = (
        f"No service answers {said} yet.{others}" if is_plain else f"It is not plain yet which service answers {said}."
    )
    return CheckResult(
        "needs_covered",
        State.PARTLY,
        reason=reason,
        question="Which service could, or is this need one for later?",
        fields=tuple(f"service_user.needs[{index}]" for index, _ in left),
    )


def _is_plainly_left(need: str, placed: tuple[Placed, ...]) -> bool:
    """Whether a need and every service say what they are about; else a service may answer it in words of its own."""
    return bool(topics(need)) and all(topics(f"{one.service.need} {one.service.service}") for one in placed)


def _is_about_something_else(service: PlannedService, needs: tuple[str, ...]) -> bool:
    """Whether both sides name a topic; words that name none may well mean the same in a way that no list knows."""
    return all(map(topics, needs)) and bool(topics(f"{service.need} {service.service}"))


def _seen(one: Placed, needs: tuple[str, ...], alias: str) -> Seen:
    path, stated = one.path("need"), one.service.need
    question = "Which need of the service user does this service answer?"
    meant = next((need for need in needs if answers(one.service, need)), "")
    if not says_something(stated):
        guess = f" Is it for “{meant.strip(' .')}”?" if meant else ""
        state = State.PARTLY if meant else State.NOT_SEEN
        return Seen(path, state, f"“{one.name}” does not say which need it is for.{guess}", question)
    in_its_own_words = replace(one.service, organization="")
    if not telling(stated, one.service, alias) and not any(answers(in_its_own_words, need) for need in needs):
        return Seen(path, State.PARTLY, f"“{one.name}” says a need in words too general to tell.", question)
    if needs and not meant and _is_about_something_else(one.service, needs):
        reason = f"The need of “{one.name}” is none of those that the plan states for the service user."
        return Seen(path, State.PARTLY, reason, "Could it be added to the needs, or which of them is meant?")
    return Seen(path, State.MET)


EXAMPLES = (
    Example(State.MET, "a need at each service", COMPLETE),
    Example(State.PARTLY, "no need said, where the service could answer one", with_rides(need="")),
    Example(
        State.PARTLY, "a need that no service answers", with_user(needs=(*COMPLETE.service_user.needs, "a lawyer"))
    ),
    Example(
        State.PARTLY,
        "a need that is none of the stated ones",
        with_user(needs=("a lawyer for an eviction hearing",)),
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
