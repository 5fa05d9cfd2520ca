"""Which requests of a plan a directory's service declines."""

import pytest

from hartcity.model import PlannedService, Service
from hartcity.plan.declined import declined_request


def asked(service="weekly help", need="", benefit="", **others):
    """Return a planned service with these words."""
    return PlannedService(organization="Pine Hollow Aid", service=service, need=need, benefit=benefit, **others)


def listed(*declined):
    """Return a directory's service that declines these requests."""
    return Service("weekly help", "Pine Hollow Aid", not_served=declined)


CERTAIN = [
    (asked("rides in a wheelchair van"), "Wheelchair vans"),
    (asked(need="He needs wheelchair transport to the clinic."), "Wheelchair transport"),
    (asked("pantry visit (second one in November)"), "A second pantry visit within the same month"),
    (asked("arrears grant, again"), "A second grant within twelve months"),
]
ASKED_ABOUT = [
    (asked(need="A motel for two weeks."), "Stays in hotels or motels"),
    (asked(need="Groceries.", eligibility="They already went once this month."), "A second visit within the month"),
    (asked(need="A ride to her shift at the mill."), "Commuting to work"),
    (asked(need="The driver\u2019s papers."), "Driver's cases"),
    (asked(benefit="Hospital beds would let him sleep."), "Hospital beds and oxygen"),
]
NOT_ASKED = [
    (asked(need="They live in a motel.", benefit="They would move out of the motel."), "Stays in hotels or motels"),
    (asked(benefit="Else she would have to look for a nursing home."), "Nursing care"),
    (asked(need="Nursing is not needed.", benefit="Nursing at night."), "Nursing care"),
    (asked(need="He came out of medical detox in May."), "Medical detox"),
    (asked("visit on the second Saturday"), "A second visit within the same month"),
    (asked(need="No grant before.", eligibility="No grant in the last year."), "A second grant within twelve months"),
    (asked(need="Dialysis is nine miles away.", benefit="Rested, he can get to work."), "Commuting to work"),
    (asked(need="Two children."), "Children under 13"),
]


@pytest.mark.parametrize(("plan", "declined"), CERTAIN)
def test_what_the_service_is_called_is_asked_for(plan, declined):
    """A request in the name of the service, or the whole of it in the need, is certain."""
    assert declined_request(plan, listed(declined)) == (declined, True)


@pytest.mark.parametrize(("plan", "declined"), ASKED_ABOUT)
def test_what_may_mean_something_else_is_a_question(plan, declined):
    """One word in a need, other words for the same, and what a service would bring leave a question."""
    assert declined_request(plan, listed(declined)) == (declined, False)


@pytest.mark.parametrize(("plan", "declined"), NOT_ASKED)
def test_what_is_told_in_passing_is_not_asked_for(plan, declined):
    """Where somebody lives, what is over, feared or not wanted, and an everyday word are no requests."""
    assert declined_request(plan, listed(declined)).words == ""


def test_a_stated_need_that_the_service_answers_is_asked_for():
    """What the service user says of the need counts as the plan's own request."""
    rides = asked("rides", need="The job begins at six.")
    assert declined_request(rides, listed("Commuting to work"), ("a ride to the new job",)).words
