"""The plan as a graph."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hartcity.model import ServicePlan
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, with_services
from hartcity.plan.picture_dot import outline, picture_dot


def test_everything_of_the_plan_stands_in_the_picture():
    """Service user, needs, services with their dates, and organizations are nodes."""
    dot = picture_dot(COMPLETE)
    for words in ("Mr. T", "physical", "weekday lunches", "Saint Brendan", "from Mar 9, review Apr 6"):
        assert words in dot


def test_services_come_in_the_order_of_their_start():
    """The earlier service is the first, wherever it stands in the plan; one without a date is the last."""
    assert [line[:6] for line in outline(with_services(LUNCHES, RIDES))] == ["rides ", "weekda"]
    assert outline(with_services(replace(RIDES, start=""), LUNCHES))[0].startswith("weekday lunches")


def test_the_order_of_starts_gives_no_service_another_number():
    """A service's number is its place in the plan; where services stand by their start they have names alone."""
    plan = with_services(LUNCHES, RIDES)
    assert not any(re.match(r"\d", line) for line in outline(plan))
    assert not re.search(r'label="\d+\.', picture_dot(plan))


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


def test_a_need_in_unusual_words_leads_to_the_service_that_is_left():
    """Where one need and one service are left, they are drawn together, in whatever order the services begin."""
    user = replace(COMPLETE.service_user, needs=("calmer evenings", "a second meal on weekdays"))
    dot = picture_dot(replace(with_services(LUNCHES, RIDES), service_user=user))
    assert "need0 -> service1" in dot
    assert "need1 -> service0" in dot


def test_services_stand_side_by_side_in_either_direction():
    """Services share a column, or a row, with or without a need before them."""
    assert "rankdir=LR" in picture_dot(COMPLETE)
    down = picture_dot(COMPLETE, is_down=True)
    assert "rankdir=TB" in down
    assert "{ rank=same; service0; service1 }" in down
    assert "{ rank=same; organization0; organization1 }" in down


def test_a_name_that_is_too_long_for_its_box_ends_with_dots():
    """What is left out of a label is shown to be left out, and the words beside the picture hold all of it."""
    long = replace(RIDES, organization="Coalition of neighbors " * 12)
    node = next(line for line in picture_dot(with_services(long, LUNCHES)).split("\n") if "Coalition" in line)
    assert "\u2026" in node
    assert node.count("Coalition") < 12
    assert outline(with_services(long, LUNCHES))[0].count("Coalition") == 12


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
