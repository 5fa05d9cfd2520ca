"""Whom a service serves, in many wordings, against what a plan tells of the person."""

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from hartcity.plan import Setting
from hartcity.plan.checks import eligibility_fit
from hartcity.plan.eligibility.age_bounds import age_bounds
from hartcity.plan.eligibility.households import income_limit
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES


CASES = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text("utf-8"))["cases"]


def plan_of(case):
    """Return a plan with the case's words at its first service, and with the person whom the case tells of."""
    user = replace(
        COMPLETE.service_user,
        alias=case.get("alias", "Ms. R"),
        pronouns=case.get("pronouns", "she/her"),
        household_size=case.get("size", 1),
        annual_income=case.get("income", 14_200),
        needs=tuple(case.get("needs", COMPLETE.service_user.needs)),
        strengths=tuple(case.get("strengths", ())),
    )
    asked = replace(
        RIDES,
        organization="Pine Hollow Aid",
        service="weekly help",
        need="A way to get to therapy.",
        benefit="A ride would make it possible to finish therapy.",
        eligibility=case["words"],
        documents=(),
        barriers="",
    )
    other = replace(LUNCHES, need="One meal on some days is not enough.", benefit="Lunch gives strength.", owner="")
    return replace(COMPLETE, service_user=user, services=(asked, other))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_whom_a_service_serves_is_read_in_many_wordings(case):
    """A bound or a group, however it is worded, is compared with what the plan tells of the person."""
    result = eligibility_fit.check(plan_of(case), Setting(dt.date(2026, 3, 1)))
    assert result.state == case["expect"], result.reason


@pytest.mark.parametrize(
    "words",
    [
        "At least 3 visits",
        "Up to 60 nights",
        "Open 9 to 17 on weekdays",
        "At least one child at home",
        "Up to 20 people",
        "Income under 60% of the guideline",
        "In the city for less than three years",
        "Children under 16 come with an adult",
        "$25 to $40 a visit",
    ],
)
def test_other_numbers_are_no_ages(words):
    """Counts, nights, hours, grades, suites and sums are left alone."""
    assert age_bounds(words) == ()


@pytest.mark.parametrize("words", ["up to 80% of area median income", "income at about 109% of the guideline"])
def test_other_percentages_are_no_limit_on_income(words):
    """A share of the median, and a figure that is no limit, say nothing about the guideline."""
    assert not income_limit(words).is_told
