"""Who is turned away, read from plain words."""

import datetime as dt
from dataclasses import replace

import pytest

from hartcity.model import Exclusions
from hartcity.plan import Setting
from hartcity.plan.eligibility.access import borne_out, conflicts, doubts
from hartcity.plan.eligibility.circumstances import Circumstances, circumstances_of
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
from hartcity.plan.eligibility.own_words import called_the_client
from hartcity.plan.eligibility.towns import lived_in
from hartcity.plan.example import COMPLETE


@pytest.mark.parametrize(
    ("served", "not_served", "expected"),
    [
        ("Parents with minor children", "", Exclusions(requires_minor_children=True)),
        ("Families", "single adults; couples without children", Exclusions(requires_minor_children=True)),
        (
            "Single adults 18+",
            "anyone with minor children",
            Exclusions(single_adults_only=True, minimum_age=18, requires=("grown_up",)),
        ),
        ("People 60 and older", "", Exclusions(minimum_age=60)),
        (
            "People 60+ or with a disability",
            "",
            Exclusions(minimum_age=60, age_waived_by=("disability",)),
        ),
        ("Adults", "people under 18", Exclusions(minimum_age=18, requires=("grown_up",))),
        ("Young people under 22", "", Exclusions(maximum_age=21, requires=("young",))),
        ("Households up to 150% of the guideline", "", Exclusions(income_limit_percent=150)),
        ("Households up to 80% of area median income", "", Exclusions()),
        ("Income at about 109% of the guideline", "", Exclusions()),
        ("Everyone, insured or not", "emergencies", Exclusions()),
        ("Families with no work", "children 13 and older", Exclusions()),
        ("Not for minors", "", Exclusions(minimum_age=18)),
        ("We cannot accept applicants younger than 16.", "", Exclusions(minimum_age=16)),
        (
            "Rooms are for families with children; single adults are referred elsewhere.",
            "",
            Exclusions(requires_minor_children=True),
        ),
        (
            "All adults except veterans, who are seen at the VA clinic",
            "",
            Exclusions(requires=("grown_up",), excludes=(("veteran",),)),
        ),
        ("Households of five or more", "", Exclusions(smallest_household=5)),
        ("Veterans or people with a disability", "", Exclusions(one_of=("veteran", "disability"))),
        ("Adults of any age, regardless of income", "", Exclusions(requires=("grown_up",))),
        (
            "Students in grades K through 5",
            "",
            Exclusions(requires_minor_children=True, youngest_child=4, oldest_child=12),
        ),
        ("No men on the premises", "", Exclusions(excludes=(("man",),))),
        ("Veterans and non-veterans alike", "", Exclusions()),
        ("Nobody except veterans", "", Exclusions(requires=("veteran",))),
        ("Single women without children", "", Exclusions(single_adults_only=True, requires=("woman",))),
        ("Expecting mothers", "", Exclusions(requires=("pregnant",))),
    ],
)
def test_plain_words_tell_who_is_turned_away(served, not_served, expected):
    """What is certain is read; what is one way in among others turns nobody away."""
    assert exclusions_in(served, not_served) == expected


@pytest.mark.parametrize(
    ("person", "turned_away"),
    [
        (Circumstances(has_minor_children=False), Exclusions(requires_minor_children=True)),
        (Circumstances(has_minor_children=True), Exclusions(single_adults_only=True)),
        (Circumstances(youngest=34, oldest=34), Exclusions(minimum_age=60)),
        (Circumstances(youngest=40, oldest=49), Exclusions(maximum_age=24)),
        (Circumstances(income_percent=212), Exclusions(income_limit_percent=200)),
    ],
)
def test_a_certain_conflict_is_named(person, turned_away):
    """A fact of the plan against a fact of the directory gives one reason; nothing known gives none."""
    assert len(list(conflicts(person, turned_away))) == 1
    assert not list(conflicts(Circumstances(), turned_away))


@pytest.mark.parametrize(
    "served",
    [
        "Parents with minor children",
        "Income up to 120% of the poverty guideline",
        "Household income under $2,500 a month",
        "Former foster youth",
        "Medicaid members",
        "SNAP recipients",
        "Uninsured adults",
        "People experiencing homelessness",
        "Laid off within the last six months",
        "Active duty families",
        "Older adults",
    ],
)
def test_what_only_the_plan_could_settle_is_asked(served):
    """Where a service asks for something that the plan is silent about, that is a question and no conflict."""
    asked = exclusions_in(served)
    assert list(doubts(Circumstances(), asked))
    assert not list(conflicts(Circumstances(), asked))


@pytest.mark.parametrize(
    "served",
    [
        "Tenants of the Riverbend Homes",
        "Anyone living north of the river",
        "Low-income households",
        "Honorably discharged veterans",
        "Everybody is eligible except those already getting a housing voucher.",
        "Case-by-case; call the intake desk to see if you qualify",
    ],
)
def test_a_condition_that_no_list_reads_is_asked_about(served):
    """What is neither read nor plain may leave somebody out, and nobody is told that it does not."""
    assert condition_in(served)


@pytest.mark.parametrize(
    "served",
    [
        "Open to all",
        "Everyone is welcome, no questions asked",
        "Adults 18 and older, regardless of where they live",
        "Hart City residents aged 60 and over; bring a photo ID",
        "Caregivers of infants (birth to 12 months)",
        "Income up to 200% of the federal poverty level (200% FPL)",
    ],
)
def test_plain_words_ask_for_nothing_more(served):
    """What all is read or plain leaves no question."""
    assert not condition_in(served)


def test_of_several_children_one_is_enough():
    """A service for school-age children is open to somebody with one of that age and a younger one."""
    asked = exclusions_in("Parents of school-age children")
    assert not list(conflicts(Circumstances(has_minor_children=True, children=(3, 9)), asked))
    assert list(conflicts(Circumstances(has_minor_children=True, children=(1, 3)), asked))


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        ("She lives in Milbrook.", {"Milbrook"}),
        ("She lives in Hart City.", set()),
        ("He lives in Riverbend Homes.", set()),
    ],
)
def test_another_town_is_told_from_a_part_of_this_one(told, elsewhere):
    """Who lives in another town is turned away from a service for residents, and who lives in a building is not."""
    assert lived_in(told) == elsewhere


def test_an_age_in_figures_settles_an_age_in_words():
    """Nobody of 62 is asked whether older adults "62 and up" are meant."""
    asked = exclusions_in("Older adults, 62 years and up")
    assert not list(doubts(Circumstances(youngest=62, oldest=62), asked))


@pytest.mark.parametrize(
    ("strength", "expected"),
    [
        ("a 62-year-old who walks daily", (62, 62)),
        ("in her seventies and gardening", (70, 79)),
        ("cares for her 12-year-old son", (None, None)),
        ("is a retired nurse", (60, None)),
        ("is a teenager with plans", (13, 19)),
        ("saved $62", (None, None)),
    ],
)
def test_an_age_is_read_from_words(strength, expected):
    """Ages come from plain statements about the person, not from those about a child."""
    plan = replace(COMPLETE, service_user=replace(COMPLETE.service_user, strengths=(strength,), household_size=2))
    person = circumstances_of(plan, Setting(dt.date(2026, 3, 1)))
    assert (person.youngest, person.oldest) == expected


@pytest.mark.parametrize(
    ("size", "need", "expected"),
    [
        (1, "a visit to her children", False),
        (3, "a school for her daughters", True),
        (2, "a room for a couple without children", False),
        (2, "she is pregnant and needs a room", True),
        (1, "she is pregnant and needs a room", None),
        (2, "a room", None),
    ],
)
def test_children_are_read_from_size_and_words(size, need, expected):
    """A household of one has no children in it; words tell of those in a larger one."""
    user = replace(COMPLETE.service_user, household_size=size, needs=(need,))
    assert (
        circumstances_of(replace(COMPLETE, service_user=user), Setting(dt.date(2026, 3, 1))).has_minor_children
        is expected
    )


@pytest.mark.parametrize(
    ("alias", "words", "expected"),
    [
        ("K", "Kids are welcome, and K is 43.", "Kids are welcome, and the client is 43."),
        ("D.", "For people from 60 on. D. is 43.", "For people from 60 on. the client is 43."),
        ("", "Everyone.", "Everyone."),
    ],
)
def test_an_alias_is_found_as_a_word_of_its_own(alias, words, expected):
    """A short alias does not stand inside other words."""
    assert called_the_client(words, alias) == expected


@pytest.mark.parametrize(
    ("served", "person", "expected"),
    [
        ("Parents with minor children", Circumstances(has_minor_children=True), [True]),
        ("Parents with minor children", Circumstances(), [False]),
        ("People 60 and older", Circumstances(youngest=60, oldest=69), [True]),
        ("People 60 and older", Circumstances(youngest=50, oldest=69), [False]),
        ("Income up to 150% of the guideline", Circumstances(income_percent=149), [True]),
        ("Veterans", Circumstances(shown=frozenset({"veteran"})), [True]),
        ("Veterans", Circumstances(), [False]),
        ("Young people under 22", Circumstances(youngest=17, oldest=17, shown=frozenset({"young"})), [True, True]),
        # What everybody in a plan is tells nothing of this person.
        ("Any Hart City resident", Circumstances(), []),
        ("People 18 and older", Circumstances(shown=frozenset({"parent"})), []),
        ("People 18 and older", Circumstances(), [False]),
        ("Everyone", Circumstances(), []),
    ],
)
def test_what_a_plan_tells_bears_out_what_a_service_asks_for(served, person, expected):
    """Each thing that is asked for is there or not, and unknown is not there."""
    assert list(borne_out(person, exclusions_in(served))) == expected


@pytest.mark.parametrize(
    ("served", "strength", "is_asked"),
    [
        ("Any Hart City resident", "organized", False),
        ("People 18 and older", "fifteen years a father of twins", False),
        ("People 18 and older", "good at chess", True),
        ("People 18 and older", "a teenager who was in foster care", False),
        ("People 60 and older", "a father of twins", True),
        ("People experiencing homelessness", "looks for somewhere to sleep", False),
    ],
)
def test_nobody_is_asked_for_what_the_plan_tells_in_other_words(served, strength, is_asked):
    """A parent is grown, the service user lives in Hart City, and who looks for a bed has no home."""
    user = replace(COMPLETE.service_user, alias="K", needs=(), strengths=(strength,), goals=(), household_size=3)
    person = circumstances_of(replace(COMPLETE, service_user=user, services=()), Setting(dt.date(2026, 3, 1)))
    assert bool(list(doubts(person, exclusions_in(served)))) is is_asked
