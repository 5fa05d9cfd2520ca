"""The plan as a graph."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hartcity.model import ServicePlan
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, with_services
from hartcity.plan.picture import outline, picture_dot


def test_everything_of_the_plan_stands_in_the_picture():
    """Service user, needs, services with their dates, and organizations are nodes."""
    dot = picture_dot(COMPLETE)
    for words in ("Mr. T", "physical", "weekday lunches", "Saint Brendan", "from Mar 9, review Apr 6"):
        assert words in dot


def test_services_come_in_the_order_of_their_start():
    """The earlier service is the first, wherever it stands in the plan; one without a date is the last."""
    assert [line[:9] for line in outline(with_services(LUNCHES, RIDES))] == ["1. rides ", "2. weekda"]
    assert outline(with_services(replace(RIDES, start=""), LUNCHES))[0].startswith("1. weekday lunches")


def test_one_organization_is_drawn_once():
    """Two spellings of an organization give one node."""
    other = replace(LUNCHES, organization="the harbor wheels volunteer drivers")
    assert picture_dot(with_services(RIDES, other)).count('fillcolor="#ebe3f4"') == 1


def test_a_need_leads_to_the_service_that_answers_it():
    """The edge goes from the need that the service is about."""
    dot = picture_dot(COMPLETE)
    assert "need0 -> service0" in dot
    assert "need1 -> service1" in dot
    assert "user -> service0" not in dot


def test_an_empty_plan_has_only_its_service_user():
    """Nothing planned, nothing drawn but the person."""
    assert outline(ServicePlan()) == ()
    assert "->" not in picture_dot(ServicePlan())


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_no_words_break_out_of_their_label(words):
    """Whatever a student types stays inside the quotes of one label."""
    dot = picture_dot(replace(COMPLETE, service_user=replace(COMPLETE.service_user, alias=words)))
    node = next(line for line in dot.split("\n") if line.startswith("  user ["))
    assert re.fullmatch(r'  user \[label="(?:[^"\\]|\\.)*", fillcolor="#[0-9a-f]{6}"\]', node)
