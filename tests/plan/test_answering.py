"""Which service answers which need, by what both are about and not by the words that they happen to share."""

import pytest

from hartcity.model import PlannedService
from hartcity.plan.answering import answers, is_about_something_else, is_for_another, links


ANSWERED = [
    ("a way to get to dialysis", "door-to-door rides", "", "", ""),
    ("nothing in the fridge by the end of the month", "grocery box", "", "Southside Pantry", ""),
    ("no money for the gas bill", "energy assistance", "", "", ""),
    ("somebody to talk to", "telephone calls", "She lives alone.", "", ""),
    ("mother needs a break from care", "adult day program", "", "", ""),
    ("fired in May", "resume help", "", "", ""),
    ("owes back taxes", "free return preparation", "", "", ""),
    ("no coat for the winter", "seasonal outerwear", "", "", ""),
    ("a second meal on weekdays", "weekday lunches", "", "", ""),
    ("a felony record keeps employers away", "expungement clinic", "", "", ""),
    ("grief", "groups", "", "Millrace Counseling Collective", ""),
    ("more time for herself at home", "visits", "More time for herself at home.", "", ""),
    ("falls a lot at home", "balance training", "fall risk", "", ""),
    ("piles of clutter in the hallway", "decluttering coaching", "", "", ""),
    ("skips class since spring", "truancy intervention", "", "", ""),
    ("diapers", "monthly wipes", "Diapers.", "", ""),
    ("to find work again", "job placement", "The restaurant closed.", "", ""),
    ("a reliable way to get to the clinic", "rides", "The bus was cut.", "", ""),
    ("treatment", "outpatient treatment", "Out of the hospital since Friday.", "", ""),
    ("time off from caring for her mother", "caregiver respite", "She is running on fumes.", "", ""),
]
NOT_ANSWERED = [
    ("diapers", "speech therapy", "A child still in diapers, who does not talk.", "", ""),
    ("rent", "evening group", "Parenting is hard.", "", ""),
    ("help with the electric bill", "electrician pre-apprenticeship", "A career.", "", "Electric wiring basics."),
    ("food runs out", "food handler certificate", "Wants to work in restaurants.", "", ""),
    ("help with rent", "rent-a-mower", "An overgrown yard.", "", "He can rent tools."),
    ("sleeps in his truck", "truck repair vouchers", "The brakes failed.", "", "His truck stays on the road."),
    ("computer skills", "computer drop-off", "Old computers in the garage.", "", ""),
    ("time for herself at home", "claims for unpaid wages", "unpaid time at work", "", "She gets what she is owed."),
    ("child care while she works", "resume help", "She wants to work.", "", "Work near home, and time with her child."),
    ("a bed for her son", "garden club with flower beds", "She needs a hobby.", "", "Her son plants a bed of flowers."),
    ("rides to chemotherapy", "pony rides", "Her child loves animals.", "", "Rides every week."),
    ("a lawyer for custody", "softball league", "He needs friends.", "", "He meets lawyers."),
    ("an interpreter for the clinic", "flu shots at the clinic", "flu season", "", "No appointment at the clinic."),
    ("a safe place to stay", "evening child care", "Her shift ends at eleven.", "", "The children are safe at home."),
    ("speech therapy", "public speaking club", "He wants to give a speech.", "", "Speech for an audience."),
    ("getting out of the house", "rent help", "Two months are owed.", "", ""),
    ("reading his mail", "running club", "He sits all day.", "", ""),
    ("to become a citizen", "bingo for senior citizens", "", "", "A regular among citizens."),
]


@pytest.mark.parametrize(("need", "service", "stated", "organization", "benefit"), ANSWERED)
def test_a_need_is_answered_in_other_words(need, service, stated, organization, benefit):
    """What a service is about is known without a word in common; a need taken over word for word is always meant."""
    planned = PlannedService(organization=organization, service=service, need=stated, benefit=benefit)
    assert answers(planned, need)


@pytest.mark.parametrize(("need", "service", "stated", "organization", "benefit"), NOT_ANSWERED)
def test_everyday_words_and_words_of_two_meanings_answer_nothing(need, service, stated, organization, benefit):
    """Work, home and time stand everywhere, and a shared word tells nothing where two things are meant."""
    planned = PlannedService(organization=organization, service=service, need=stated, benefit=benefit)
    assert not answers(planned, need)


def planned(service, need="", benefit="", organization=""):
    """Return a planned service with these words."""
    return PlannedService(organization=organization, service=service, need=need, benefit=benefit)


FOOD, TALKS = (
    planned("monthly pantry visit", "Food runs out."),
    planned("outpatient counseling", "She startles at noises."),
)


@pytest.mark.parametrize(
    ("needs", "services", "expected"),
    [
        # A need in words that no list knows is that of the service which is for no other one.
        (("food", "calmer evenings"), (FOOD, TALKS), ((0,), (1,))),
        (("calmer evenings", "food"), (FOOD, TALKS), ((1,), (0,))),
        # What belongs together goes first, and words that tell nothing take what is left.
        (("somebody's hand", "to be less lonely"), (TALKS, planned("Hour of Hands")), ((1,), (0,))),
        # Both tell plainly of different things.
        (("food", "a bed for the night"), (FOOD, TALKS), ((0,), ())),
        (("food", "a ride to church"), (FOOD,), ((0,), ())),
        # What a service would change is a last resort.
        (
            ("food", "behind on rent"),
            (FOOD, planned("benefits appeal", "Cut off.", "She could pay the rent.")),
            ((0,), (1,)),
        ),
        (("n/a", "food"), (FOOD,), ((), (0,))),
    ],
)
def test_each_need_is_linked_to_the_services_that_may_be_meant(needs, services, expected):
    """A gap is shown where no service can be meant, and not where words are only unusual."""
    assert links(needs, services) == expected


@pytest.mark.parametrize(
    ("service", "needs", "expected"),
    [
        (planned("outpatient counseling", "no transportation to school"), ("no transportation to school",), True),
        (planned("rides", "No paid work since May."), ("a way back to work", "food"), True),
        # The stated needs leave it out, and the one beside it is what it is for.
        (planned("day storage", "His bedroll was stolen twice."), ("eyeglasses", "food"), False),
        (planned("primary care visit", "squints at signs, needs glasses"), ("eyeglasses",), False),
        # Words that no list knows may mean it.
        (planned("outpatient counseling", "She startles at noises."), ("calmer evenings", "food"), False),
        (planned("low-noise afternoons", "no rest at home"), ("food",), False),
        (planned("outpatient counseling", "no transportation"), (), False),
    ],
)
def test_a_service_for_something_else_is_told_from_one_in_other_words(service, needs, expected):
    """Only where the service, the stated needs and the need beside it all tell plainly, they may disagree."""
    assert is_about_something_else(service, needs, None) is expected


def test_needs_in_each_other_s_place_are_seen():
    """A need that another service of the plan is for by its name is beside the wrong one."""
    visit, lawyer = planned("primary care visit", "a lawyer"), planned("eviction defense", "a doctor")
    assert is_for_another(visit, (lawyer,), None)
    assert not is_for_another(planned("primary care visit", "a doctor"), (lawyer,), None)
    assert not is_for_another(planned("caregiver respite", "sleep"), (lawyer,), None)
