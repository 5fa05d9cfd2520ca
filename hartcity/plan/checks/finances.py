"""Says for each service what access costs and how it is met.

Why: a service that is free may still ask for a deposit, a document, a bus fare or an unpaid hour.

Example: "Lunch costs $2; the kitchen waives it for anyone who asks, and he has asked." "n/a" says nothing.

Source: Hart City assignment, Part 1; NASW Standards for Case Management (1992), standard 7: knowledge of service costs.
"""

from __future__ import annotations

from dataclasses import replace

from hartcity.model import CheckResult, CostOption, Service, ServicePlan, State
from hartcity.plan.against_listed import is_small_fare, price_unlike, without_the_way_there
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.lookup import listed_service
from hartcity.plan.money import charges, is_free, says_amount, without_questions
from hartcity.plan.services import Placed, Seen, planned, summed_up
from hartcity.plan.setting import Setting
from hartcity.plan.vocabulary import phrases
from hartcity.plan.wording import says_something


TITLE = "Costs, and how they are met"
COMES = 5
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
    known = without_questions(words)
    if not says_something(known):
        reason = f"What “{one.name}” costs, and how that is met, is still a question in the plan."
        return Seen(path, State.NOT_SEEN, reason, "Whom could you ask about the cost?")
    stated = Placed(one.number, replace(one.service, finances=known))
    return _open_question(stated, setting) or _unlike_the_directory(stated, setting) or _met_or_not(stated)


def _unlike_the_directory(one: Placed, setting: Setting) -> Seen | None:
    """Ask about a price where the directory lists none, unless the plan tells who said so."""
    price = price_unlike(one.service.finances, listed_service(one.service, setting.listed))
    if not price or says_something(one.service.finances_said):
        return None
    reason = f"The plan says of “{one.name}”: “{price}”, and the directory lists it as free."
    return Seen(one.path(ID), State.PARTLY, reason, "Which of the two is right, and who said so?")


def _open_question(one: Placed, setting: Setting) -> Seen | None:
    """Say what is still to be asked: nothing known, nothing confirmed, or a cost that only the directory names."""
    path, words = one.path(ID), one.service.finances
    costs = _names_a_cost(phrases(ID, "free").sub(" ", words))
    if phrases(ID, "unconfirmed").search(words):
        reason = f"The costs of “{one.name}” are the directory's, and not confirmed yet."
        return Seen(path, State.PARTLY, reason, "What did the organization say it costs, and how is that met?")
    listed = charges(listed_service(one.service, setting.listed))
    is_told_why = phrases(ID, "payer").search(words) or phrases(ID, "why_free").search(words)
    if is_free(words) and not costs and not is_told_why and listed:
        reason = f"The plan calls “{one.name}” free, and the directory lists: {listed}."
        return Seen(path, State.PARTLY, reason, "Does this cost apply, and if so, how is it met?")
    if phrases(ID, "unknown").search(words) and not says_amount(words) and not is_free(words):
        state = State.PARTLY if costs and phrases(ID, "met").search(words) else State.NOT_SEEN
        return Seen(path, state, f"What “{one.name}” costs is not known yet.", "Whom could you ask about the cost?")
    return None


def _met_or_not(one: Placed) -> Seen:
    path, words = one.path(ID), one.service.finances
    costs = _names_a_cost(words)
    hopeful = phrases(ID, "not_met").sub(" ", without_the_way_there(words))
    way = phrases(ID, "met").search(hopeful)
    is_met = is_free(words) or is_small_fare(words)
    if is_met or (way and costs) or phrases(ID, "payer").search(hopeful):
        return Seen(path, State.MET)
    if costs:
        reason = f"“{one.name}” names a cost, and not yet how it is met."
        return Seen(path, State.PARTLY, reason, "Who or what pays for it: savings, insurance, a waiver?")
    question = "What does it cost to get there and get in, and how is that met?"
    return Seen(path, State.PARTLY, f"“{one.name}” does not say what access costs.", question)


def _names_a_cost(words: str) -> bool:
    return says_amount(words) or bool(phrases(ID, "cost").search(words))


EXAMPLES = (
    Example(State.MET, "costs, and how they are met", COMPLETE),
    Example(State.MET, "free", with_rides(finances="No fee for riders.")),
    Example(State.MET, "an insurer pays", with_rides(finances="Covered by Medicaid.")),
    Example(State.PARTLY, "a cost and no way to meet it", with_rides(finances="Each ride costs $9.")),
    Example(State.PARTLY, "not confirmed", with_rides(finances="To be confirmed: free.")),
    Example(State.PARTLY, "one service says n/a", with_rides(finances="n/a")),
    Example(State.PARTLY, "a way that is only asked about", with_rides(finances="Insurance?")),
    Example(State.MET, "a question with its answer", with_rides(finances="Cost? None.")),
    Example(State.PARTLY, "one is unknown", with_rides(finances="Unknown at this time.")),
    Example(
        State.PARTLY,
        "free in the plan, not in the directory",
        with_rides(finances="It is free."),
        (Service(RIDES.service, RIDES.organization, cost_options=(CostOption("Fee", 4, description="each way"),)),),
    ),
    Example(
        State.PARTLY,
        "a price in the plan, free in the directory",
        with_rides(finances="Each ride costs $9, and he will pay it from his savings."),
        (Service(RIDES.service, RIDES.organization, cost="Free for the whole stay."),),
    ),
    Example(
        State.PARTLY,
        "a price, and a way to get there",
        with_services(RIDES, replace(LUNCHES, finances="Lunch costs $9 a day, and his sister drives him there.")),
    ),
    Example(State.MET, "a small fare alone", with_rides(finances="Bus fare of $1.50 each way.")),
    Example(
        State.NOT_SEEN, "nothing", with_services(replace(RIDES, finances=""), replace(LUNCHES, finances="unknown"))
    ),
)
