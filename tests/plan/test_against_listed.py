"""A plan's price and wait beside the directory's."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hartcity.analysis import check_plan
from hartcity.model import CostOption, Service
from hartcity.plan import plan_from_json
from hartcity.plan.against_listed import is_small_fare, price_unlike, wait_unlike


SHELTER = Service(
    "emergency family shelter",
    "Lantern House Family Shelter",
    cost="Free for the whole stay.",
    cost_options=(CostOption("Free", description="No fee"),),
    wait="Most families wait 3 to 10 days; a place on the list is kept by calling every second day.",
)


@pytest.mark.parametrize(
    "words", ["The shelter costs $20 a night", "$20 a night, from her savings.", "They charge 15 dollars and she pays."]
)
def test_a_price_for_what_is_listed_as_free_is_seen(words):
    """The price is told in the plan's own words."""
    assert price_unlike(words, SHELTER)


@pytest.mark.parametrize(
    "words",
    [
        "Free. The bus there is $2.",
        "Bus fare is $1.50 each way, from her wages.",
        "She earns $1,900 a month.",
        "A birth certificate costs $15.",
        "Nothing is said about money.",
    ],
)
def test_what_is_no_price_of_the_service_contradicts_nothing(words):
    """A fare, papers and an income are not what the service costs."""
    assert not price_unlike(words, SHELTER)


def test_a_cost_that_the_directory_names_beside_free_is_known():
    """Fees that the directory lists for a free service are no contradiction, and neither is any price elsewhere."""
    search = replace(SHELTER, cost="Free; application fees, often $25 to $50, are not covered.")
    assert not price_unlike("The application fee is $40.", search)
    assert price_unlike("The application fee is $90.", search)
    assert not price_unlike("It costs $20 a night.", replace(SHELTER, cost="$9 a night.", cost_options=()))
    assert not price_unlike("It costs $20 a night.", None)


def test_a_small_fare_may_stand_alone():
    """A few dollars for the bus need no word of how they are met; a price, or a dear ticket, does."""
    assert is_small_fare("Bus fare is $1.50 each way.")
    assert not is_small_fare("Bus fare is $1.50 each way, and the visit costs $20.")
    assert not is_small_fare("The train ticket is $48.")


@pytest.mark.parametrize(
    ("words", "known", "differs"),
    [
        ("One day", SHELTER.wait, True),
        ("two months", SHELTER.wait, True),
        ("about a week", SHELTER.wait, False),
        ("up to 5 days", SHELTER.wait, False),
        ("Two to four weeks", "Two to four weeks; infants up to eight weeks.", False),
        ("none", "None.", False),
        ("none", "Two weeks.", True),
        ("a week", "Five working days.", False),
        ("7 weeks", "Three to five weeks; evening places take longer.", False),
        ("She will call.", "Two weeks.", False),
        ("One day", "Ask at the desk.", False),
    ],
)
def test_a_wait_outside_all_that_the_directory_says_differs(words, known, differs):
    """Where one of the two tells no span of time there is nothing to compare."""
    assert wait_unlike(words, replace(SHELTER, wait=known)) is differs


def test_a_plan_is_asked_about_a_price_and_a_wait_that_the_directory_tells_otherwise():
    """The price counts for the costs, unless somebody said so; the wait is advice under its field."""
    file = Path(__file__).parent / "plans" / "student_in_recovery.json"
    plan = plan_from_json(json.loads(file.read_text("utf-8")))
    own = replace(
        plan.services[0],
        organization=SHELTER.organization,
        service=SHELTER.name,
        wait="One day",
        finances="The shelter costs $20 a night, paid from savings.",
        finances_said="",
    )
    plan = replace(plan, services=(own, *plan.services[1:]))
    report = check_plan(plan)
    costs = next(one for one in report.checks if one.check == "finances")
    assert costs.state == "partly"
    assert "lists it as free" in costs.reason
    assert [one.field for one in report.findings if one.check == "plan.wait"] == ["services[0].wait"]
    said = replace(plan, services=(replace(own, finances_said="intake, by phone, March 3"), *plan.services[1:]))
    assert next(one for one in check_plan(said).checks if one.check == "finances").state == "met"
