"""Which service answers which need, by what both are about and not by the words that they happen to share."""

import pytest

from hartcity.model import PlannedService
from hartcity.plan.answering import answers


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
