"""Every check of a plan proves itself."""

import datetime as dt

import pytest

from hartcity.model import State
from hartcity.plan import Setting, plan_checks
from hartcity.plan.registry import PlanCheck


CONTRACT = {
    "two_services",
    "different_organizations",
    "needs_covered",
    "benefits",
    "coordination",
    "finances",
    "eligibility_fit",
    "consent_record",
    "recipient_in_plan",
    "dates_in_order",
}
EXAMPLES = [(check, example) for check in plan_checks() for example in check.examples]


def test_the_contract_names_the_checks():
    """The files are the ten checks of the contract."""
    assert {check.id for check in plan_checks()} == CONTRACT


@pytest.mark.parametrize("check", plan_checks(), ids=lambda check: check.id)
def test_a_check_says_what_why_and_whence(check: PlanCheck):
    """Each check's file says what it looks for, why, with an example and a source."""
    assert check.what.endswith(".")
    assert check.why
    assert check.example
    assert check.source
    assert check.title


def test_the_checks_stand_in_one_order():
    """No two checks come at the same place of a growing plan."""
    assert len({check.comes for check in plan_checks()}) == len(plan_checks())


@pytest.mark.parametrize("check", plan_checks(), ids=lambda check: check.id)
def test_a_check_has_examples_on_both_sides(check: PlanCheck):
    """Each check has a plan that meets it and one that does not."""
    states = {example.state for example in check.examples}
    assert State.MET in states
    assert states & {State.NOT_SEEN, State.PARTLY}


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=[f"{one.id}: {other.says}" for one, other in EXAMPLES])
def test_an_example_comes_out_as_it_says(check, example):
    """The check gives each of its examples the state that stands beside it."""
    setting = Setting(dt.date.fromisoformat(example.plan.as_of), example.listed)
    assert check.run(example.plan, setting).state == example.state
