"""Says for each service what access costs and how it is met.

Why: a service that is free may still ask for a deposit, a document, a bus fare or an unpaid hour.

Example: "Lunch costs $2; the kitchen waives it for anyone who asks, and he has asked." "n/a" says nothing.

Source: Hart City assignment, Part 1; NASW Standards for Case Management (1992), standard 7: knowledge of service costs.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, CostOption, Service, ServicePlan, State
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.lookup import listed_service
from hartcity.plan.money import charges, is_free, says_amount
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.vocabulary import phrases
from hartcity.plan.wording import says_something


ID = "finances"


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Look at each service for its cost with a way to meet it, or for a plain "free" that the directory bears out."""
    return summed_up(
        ID,
        (_seen(one, setting) for one in planned(plan)),
        good="Each service says what access costs and how that is met.",
        nothing="There is no service to name the costs of yet.",
        ask="What would it cost to get in, and who pays?",
    )


def _seen(one: Placed, setting: Setting) -> Seen:
    path, words = one.path(ID), one.service.finances
    ask = "What does it cost to get there and get in, and how is that met?"
    if not says_something(words):
        return Seen(path, State.NOT_SEEN, f"“{one.name}” says nothing about money.", ask)
    free, amount = is_free(words), says_amount(words)
    way, cost = bool(phrases(ID, "met").search(words)), amount or bool(phrases(ID, "cost").search(words))
    listed = charges(listed_service(one.service, setting.listed))
    if free and not cost and listed:
        reason = f"The plan calls “{one.name}” free, and the directory lists: {listed}."
        return Seen(path, State.PARTLY, reason, "Does this cost apply, and if so, how is it met?")
    if phrases(ID, "unknown").search(words) and not amount and not free:
        state = State.PARTLY if cost and way else State.NOT_SEEN
        return Seen(path, state, f"What “{one.name}” costs is not known yet.", "Whom could you ask about the cost?")
    if free or (way and cost) or phrases(ID, "payer").search(words):
        return Seen(path, State.MET)
    if cost:
        reason = f"“{one.name}” names a cost, and not yet how it is met."
        return Seen(path, State.PARTLY, reason, "Who or what pays for it: savings, insurance, a waiver?")
    return Seen(path, State.PARTLY, f"“{one.name}” does not say what access costs.", ask)


EXAMPLES = (
    Example(State.MET, "costs, and how they are met", COMPLETE),
    Example(State.MET, "free", with_rides(finances="No fee for riders.")),
    Example(State.MET, "an insurer pays", with_rides(finances="Covered by Medicaid.")),
    Example(State.PARTLY, "a cost and no way to meet it", with_rides(finances="Each ride costs $9.")),
    Example(State.PARTLY, "one service says n/a", with_rides(finances="n/a")),
    Example(State.PARTLY, "one is unknown", with_rides(finances="Unknown at this time.")),
    Example(
        State.PARTLY,
        "free in the plan, not in the directory",
        with_rides(finances="It is free."),
        (Service(RIDES.service, RIDES.organization, cost_options=(CostOption("Fee", 4, description="each way"),)),),
    ),
    Example(
        State.NOT_SEEN, "nothing", with_services(replace(RIDES, finances=""), replace(LUNCHES, finances="unknown"))
    ),
)
