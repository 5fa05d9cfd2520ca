"""What a description of whom a service serves asks for, as against what it is for, how to come, and what it lifts."""

import datetime as dt
from dataclasses import replace

import pytest

from hartcity.model import Exclusions
from hartcity.plan import Setting
from hartcity.plan.eligibility.access import conflicts, doubts
from hartcity.plan.eligibility.circumstances import Circumstances, circumstances_of
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
from hartcity.plan.example import COMPLETE


@pytest.mark.parametrize(
    "served",
    [
        # What people want is what a service is for.
        "People who want to learn to read",
        "Families short on groceries",
        "Anyone looking for work or a better job",
        "Folks who need clothes, boots or a warm hat",
        "People who need help with a lease or a birth certificate",
        "Individuals trying to stop gambling",
        "Anyone who wants to play cards with others and read with more ease",
        "Anyone who is hungry",
        "Adults 18 and older who would like to meet people and play cards",
        # What is offered stands before whom it is for.
        "Hats and gloves for anyone who is cold",
        "Evening meals and company for men and women",
        # What is said of the service itself.
        "Anyone wanting company. Doors open at 9, and coffee is free.",
        "Everyone. We have ramps and an elevator.",
        "Adults; classes are taught in Spanish and meet in Room 4",
        "Open to the public, Monday through Friday, 8 a.m. to 5 p.m.",
        "Open to all. Please call ahead.",
        "Open to all. Child care is provided.",
        # Statements, permissions and invitations.
        "Adults of any age. The chairs are soft.",
        "Our library of tools lends drills and saws at no cost.",
        "The kitchen never closes, and nobody needs a reason to sit down.",
        "You can wash your clothes here on Thursdays.",
        "Pay what you can, or pay nothing.",
        "Whoever walks in gets a meal. We have done it that way since 1971.",
        "Everyone eats. No one pays.",
        "Welcome! If you need food, we have food.",
        "Particularly good for beginners. All are invited.",
        "Mothers of toddlers meet here",
        "Veterans get a free haircut on Mondays.",
        "Adults may swim at noon",
        # What is lifted.
        "We do not discriminate by faith, race, origin or gender.",
        "You need not bring papers, prove anything or explain yourself.",
        "Aimed at retirees, but anyone may attend",
        "Citizens and non-citizens",
        "Income is not a factor. Age does not matter; neither does faith.",
        "Whether you rent, own or have nowhere to live, we can help.",
        "Need a coat? We have plenty.",
        "Hungry? The kitchen is open to everyone.",
        "Adults of any faith or none",
        "Everyone, whatever they earn",
        "Adults, regardless of income, race or zip code",
        "Employed or not, you are welcome",
        "Men, housed or unhoused",
        "No ID, no paperwork, no questions asked",
        "Nobody is turned away because they cannot pay",
        "A referral is not required",
        "Adults. Seniors get priority when the list is long.",
        "Veterans and their spouses",
        # Numbers in other wordings.
        "Seniors (60 and better!)",
        "Adults, 65-plus",
        "Kids in kindergarten through 5th grade",
        "Middle schoolers (6th - 8th grade)",
        "Preschoolers (three- and four-year-olds)",
        "You qualify if any one of these is true: (a) you are a veteran; (b) you are homeless.",
    ],
)
def test_what_asks_for_nothing_is_not_asked_about(served):
    """Aims, ways to come and what is lifted leave no question."""
    assert not condition_in(served)


@pytest.mark.parametrize(
    "served",
    [
        # A word that restricts ends what is wanted.
        "Anyone looking for work who was released from prison this year",
        "People who need dental care and have CHIP coverage",
        "Neighbors who would like a garden plot and live in the Depot neighborhood",
        "People who want to read better, out of school for two years",
        "Parents who need help for a child with autism",
        "Anyone seeking shelter, referred by the police",
        "People who need a break because of an illness",
        # What people need to be or to have is asked of them.
        "People who need to have had a stroke in the last year",
        "Applicants need a library card",
        # Who people are.
        "Trade union members looking for work",
        "Nurses who want to become teachers",
        "Caregivers who need a break",
        # A sentence about the service may ask for something.
        "Everyone is welcome. A vaccination card is checked at the door.",
        "Adults. Meals are brought to those confined to their beds.",
        "Neighbors who want company. Sober at least a year.",
        "Adults. Beds are given by the county court.",
        "Seniors; the course is taught at an advanced level",
        "It is a program of the tribe for its people.",
        "Need a coat for a pupil of Elm School?",
        "Curious nurses",
        "We never ask twice: a card is shown at the door.",
        "Whether you can come is decided by the court.",
        "The furnace must be broken.",
        "The fund is for graduates of the drug court.",
        "We visit shut-ins and work with people leaving jail.",
        "Everyone in recovery is welcome.",
        "Everybody here is in treatment.",
        "Anyone grieving is welcome.",
        "Whoever holds a ration card gets a box.",
        "You may apply once your doctor refers you.",
        "Call if your water was shut off.",
        "Adults. Your case is reviewed by a panel.",
        "Adults. There's an interview.",
        "Adults. You belong if you lost a child.",
        "The bereaved are served here.",
        "We do not discriminate by race, but have to see a lease.",
        "Adults are expected to have a sponsor.",
        "Applicants are screened first.",
        "Adults who are retired teachers get lunch.",
        "Cousins of the chief get lunch.",
        # What is offered may be asked for itself, and so may those be whom it is for.
        "Rides for dialysis patients",
        "Coats for children at Elm Street School",
        "A group for mothers who lost a child",
        # Who has a trait may be another.
        "Children of veterans",
        "Widows of homeowners",
        # Exceptions, and who is left out.
        "We turn nobody away who has a card",
        "Nobody is turned away, except people with an open warrant",
        "Not open to people who use wheelchairs",
        "Not available to people under 18, except those who are married",
        "Three or more children",
        "Has not been helped elsewhere",
        "People with no teeth",
    ],
)
def test_a_condition_beside_an_aim_is_asked_about(served):
    """Nothing that may leave somebody out passes as open because the words around it ask for nothing."""
    assert condition_in(served)


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        (
            "Anyone who does not yet own a home and wants to learn how to buy one",
            Exclusions(excludes=(("homeowner",),)),
        ),
        ("Clubs for all, led by veterans", Exclusions()),
        ("Nobody earning over $3,000 monthly", Exclusions(income_limit_dollars=36_000)),
        ("We cannot accept households with income above 200% of poverty", Exclusions(income_limit_percent=200)),
        ("If you are younger than 60, this is not the program for you.", Exclusions(minimum_age=60)),
        ("People under 21 cannot be served here.", Exclusions(minimum_age=21)),
        ("Not open to people who live outside Hart City", Exclusions(requires=("resident",))),
        ("Unemployed people only", Exclusions(requires=("lost_work",))),
        ("You must have reached your 62nd birthday", Exclusions(minimum_age=62)),
        ("Mondays 9 to 12: everyone", Exclusions()),
        # An "or" in what is wanted, or in how to come, opens no second door.
        ("People 60 and older who need a meal or company", Exclusions(minimum_age=60)),
        ("People 60 and older; bring a photo ID or a bill", Exclusions(minimum_age=60)),
        ("Veterans who want to cook or bake. Lunch is served hot or cold.", Exclusions(requires=("veteran",))),
        (
            "Kids in kindergarten through 5th grade",
            Exclusions(requires_minor_children=True, youngest_child=4, oldest_child=12),
        ),
        ("Ages 2 to 5 years", Exclusions(requires_minor_children=True, youngest_child=2, oldest_child=5)),
        ("Parents of minor children", Exclusions(requires_minor_children=True)),
        ("Households that include a minor child", Exclusions(requires_minor_children=True)),
        ("Couples with no children", Exclusions(single_adults_only=True)),
        ("Widows of veterans", Exclusions()),
        ("People 50 and older who live by themselves", Exclusions(minimum_age=50, requires=("lives_alone",))),
        ("Homeowners may not apply.", Exclusions(excludes=(("homeowner",),))),
        ("Men cannot stay here.", Exclusions(excludes=(("man",),))),
        ("If you own your home, you cannot get this.", Exclusions(excludes=(("homeowner",),))),
        ("Household income may not be higher than $2,000 a month", Exclusions(income_limit_dollars=24_000)),
        ("To enroll, you must have a child", Exclusions(requires_minor_children=True)),
        # Where people live, in several wordings, and not where a service goes.
        ("Anyone in Hart City who wants to cook", Exclusions(requires=("resident",))),
        ("Hart City families", Exclusions(requires=("resident",))),
        ("People living in Hart City", Exclusions(requires=("resident",))),
        ("Rides within Hart City", Exclusions()),
        ("Women-identifying people with no place to live", Exclusions(requires=("without_home", "woman"))),
        ("People with a disability that was diagnosed before age 22", Exclusions(requires=("disability",))),
        # Towns by name, and no part of one.
        ("Residents of Hart City, Eastfield and Marlow", Exclusions(towns=("Hart City", "Eastfield", "Marlow"))),
        (
            "Anyone residing in Eastfield or Marlow, 60 or older",
            Exclusions(minimum_age=60, towns=("Eastfield", "Marlow")),
        ),
        ("Residents of the Maple Heights district", Exclusions()),
        ("Residents of Hart City", Exclusions(requires=("resident",))),
        (
            "Families of four making less than $3,900 a month",
            Exclusions(income_limit_dollars=46_800, income_limit_for=4),
        ),
    ],
)
def test_kinds_of_bounds_and_groups_are_read(served, expected):
    """Denials, reversed conditions, incomes of those left out and grades are read as what they turn away."""
    assert exclusions_in(served) == expected


@pytest.mark.parametrize(
    ("size", "income", "is_closed", "is_asked"),
    [
        (4, 40_000, False, False),
        (4, 50_000, True, False),
        (2, 50_000, True, False),
        (2, 40_000, False, True),
        (6, 40_000, False, False),
        (6, 50_000, False, True),
        (None, 40_000, False, True),
    ],
)
def test_a_limit_for_one_size_of_household_is_asked_about_where_another_may_be_told_apart(
    size, income, is_closed, is_asked
):
    """Limits grow with the household, so that a smaller one is over the limit of a larger, and a larger one within."""
    asked = exclusions_in("Families of four making less than $3,900 a month")
    person = Circumstances(has_minor_children=True, household_size=size, income_dollars=income)
    assert bool(list(conflicts(person, asked))) == is_closed
    assert bool(list(doubts(person, asked))) == is_asked


@pytest.mark.parametrize(
    ("home", "is_closed", "is_asked"),
    [("lives in Eastfield", False, False), ("lives in Hart City", True, False), ("has a garden", False, True)],
)
def test_a_service_for_other_towns_is_compared_with_where_the_plan_says_that_the_person_lives(
    home, is_closed, is_asked
):
    """A town by name lets in who lives there, turns away who lives elsewhere, and is asked about otherwise."""
    user = replace(COMPLETE.service_user, needs=(), strengths=(home,), goals=())
    person = circumstances_of(replace(COMPLETE, service_user=user, services=()), Setting(dt.date(2026, 3, 1)))
    served = "Residents of Eastfield or Marlow"
    assert not condition_in(served)
    assert bool(list(conflicts(person, exclusions_in(served)))) == is_closed
    assert bool(list(doubts(person, exclusions_in(served)))) == is_asked


@pytest.mark.parametrize(
    ("strength", "expected"),
    [
        ("her daughters, 19 and 23", False),
        ("her son, 22, and a baby", True),
        ("her son, 22, and her daughter, 9", True),
    ],
)
def test_grown_children_are_no_minors(strength, expected):
    """Ages of 18 and more tell that there are no minor children, unless others are told of."""
    user = replace(COMPLETE.service_user, alias="Ms. R", household_size=3, needs=(), strengths=(strength,))
    plan = replace(COMPLETE, service_user=user, services=())
    assert circumstances_of(plan, Setting(dt.date(2026, 3, 1))).has_minor_children is expected


def test_an_age_beside_a_pregnancy_is_the_person_s_own():
    """A bound that could be a child's is that of the person where the words ask for a pregnancy."""
    asked = exclusions_in("Pregnant teens, nineteen or younger")
    person = Circumstances(has_minor_children=True, youngest=31, oldest=31, shown=frozenset({"pregnant"}))
    assert list(conflicts(person, asked))


def test_a_condition_is_quoted_as_the_service_words_it():
    """Where part of a sentence was read, the whole of it is quoted."""
    served = "Adults of any age, in recovery. People of any faith who were burned out."
    assert condition_in("People of any faith who were burned out!") == "People of any faith who were burned out"
    assert condition_in(served) in served
