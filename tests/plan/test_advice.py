"""Advice that no check counts."""

from dataclasses import replace

import pytest

from hartcity.model import Severity
from hartcity.plan.advice import advice, names_in
from hartcity.plan.example import COMPLETE, RIDES, with_consent, with_user


@pytest.mark.parametrize("alias", ["Mr. T", "R.", "The K. family", "Client", "Ms. A", "the family", ""])
def test_an_initial_is_no_name(alias):
    """Initials, titles and ordinary words are left alone."""
    assert not names_in(alias)


@pytest.mark.parametrize(
    ("alias", "names"),
    [
        ("Rosa Delgado", ["Rosa Delgado"]),
        ("Ms. Whitfield", ["Whitfield"]),
        ("José", ["José"]),
        ("Ann or Bea", ["Ann", "Bea"]),
    ],
)
def test_a_name_is_asked_about(alias, names):
    """What reads like a real name gets a kind question, first and last name one question together."""
    found = [one for one in advice(with_user(alias=alias)) if one.check == "plan.alias"]
    assert [one.text for one in found] == names
    assert all(one.question.endswith("?") or "?" in one.question for one in found)


@pytest.mark.parametrize(
    ("goals", "asked"),
    [
        (("a lease by spring",), False),
        (("save $300",), False),
        (("stay in his apartment",), False),
        (("a better life",), True),
        (("a job", "a certificate by May"), False),
        ((), False),
    ],
)
def test_a_goal_without_time_or_sign_is_asked_about(goals, asked):
    """One question comes when no goal says by when or how much, and none about keeping what is there."""
    assert any(one.check == "plan.goal" for one in advice(with_user(goals=goals))) is asked


def test_stricter_records_ask_for_what_the_consent_leaves_out():
    """A recovery service asks for each part that its rule wants and the consent does not have."""
    service = replace(RIDES, organization="Blue Door Recovery Center", service="peer recovery coaching")
    plan = replace(with_consent(expires="", revocable=False), services=(service, *COMPLETE.services))
    found = [one for one in advice(plan) if one.check == "plan.consent.substance_use"]
    assert len(found) == 1
    assert "until when" in found[0].message
    assert "withdrawn" in found[0].message
    assert found[0].source == "42 CFR 2.31(a)"
    assert not [
        one for one in advice(replace(COMPLETE, services=plan.services)) if one.check.startswith("plan.consent")
    ]


def test_advice_points_at_words_that_are_there():
    """Each finding's span holds its text, is advice, and names a field and a source."""
    plan = replace(with_user(alias="Rosa Delgado", goals=("peace",)), consent=COMPLETE.consent)
    for one in advice(plan):
        assert one.severity is Severity.ADVICE
        assert one.span.end > one.span.start
        assert one.field
        assert one.source


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        (("a way to get to physical therapy", "a second meal on weekdays"), ""),
        (
            ("a way to get to physical therapy", "a second meal on weekdays", "a lawyer"),
            "No service answers “a lawyer”",
        ),
        (("a lawyer", "a ride", "lunch", "new glasses"), "“a lawyer” yet. 1 more has none either."),
        (("a ride", "lunch", "calmer evenings"), "It is not plain yet which service answers “calmer evenings”."),
        (("calmer evenings", "lunch"), ""),
        (("n/a", ""), ""),
    ],
)
def test_a_need_without_a_service_is_asked_about(needs, said):
    """A need that no service can be meant for is one question, and one in unusual words is none."""
    found = [one for one in advice(with_user(needs=needs)) if one.check == "plan.need"]
    assert len(found) == bool(said)
    assert all(said in one.message and one.question for one in found)


def test_a_plan_without_services_is_not_asked_which_one_answers():
    """Before there is a service, no need is called left."""
    assert not [one for one in advice(replace(COMPLETE, services=())) if one.check == "plan.need"]
