"""Plans between JSON and values."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartcity.model import Consent, PlannedService, ServicePlan, ServiceUser
from hartcity.plan import PlanError, plan_from_json, plan_to_json


PLANS = sorted((Path(__file__).parent / "plans").glob("*.json"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LINES = st.lists(TEXT, max_size=3).map(tuple)
SERVICES = st.builds(
    PlannedService,
    **dict.fromkeys(
        ("organization", "service", "need", "benefit", "coordination", "finances", "eligibility", "barriers"), TEXT
    ),
    **dict.fromkeys(("owner", "start", "review"), TEXT),
    documents=LINES,
)
PLANS_OF_ALL_KINDS = st.builds(
    ServicePlan,
    service_user=st.builds(
        ServiceUser,
        alias=TEXT,
        pronouns=TEXT,
        language_preference=st.sampled_from(["person_first", "identity_first"]),
        household_size=st.none() | st.integers(1, 40),
        annual_income=st.none() | st.integers(0, 10**7) | st.floats(0, 1e7),
        needs=LINES,
        strengths=LINES,
        goals=LINES,
    ),
    consent=st.builds(
        Consent,
        obtained=st.booleans(),
        written=st.booleans(),
        scope=LINES,
        purpose=TEXT,
        recipient=TEXT,
        starts=TEXT,
        expires=TEXT,
        revocable=st.booleans(),
    ),
    services=st.lists(SERVICES, max_size=3).map(tuple),
    coordination=TEXT,
    email_recipient=TEXT,
    as_of=TEXT,
)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_comes_back_as_it_went(path):
    """Reading and writing a whole plan gives the same JSON."""
    value = json.loads(path.read_text("utf-8"))
    assert plan_to_json(plan_from_json(value)) == value


@given(PLANS_OF_ALL_KINDS)
def test_every_plan_survives_json(plan):
    """Any plan can be written as JSON and read again without a change."""
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


@pytest.mark.parametrize("value", [{}, None, {"service_user": None, "services": None, "consent": {"expires": None}}])
def test_missing_keys_are_empty_fields(value):
    """A plan that has just begun can be read."""
    assert plan_from_json(value) == ServicePlan()


def test_unknown_keys_are_left_alone():
    """A plan of a newer version can be read."""
    assert plan_from_json({"color": 3, "service_user": {"shoe_size": 41}}) == ServicePlan()


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ([], "plan"),
        ("plan", "plan"),
        ({"services": {}}, "services"),
        ({"services": [3]}, "services[0]"),
        ({"services": [{}, {"start": 20261207}]}, "services[1].start"),
        ({"services": [{"documents": "photo ID"}]}, "services[0].documents"),
        ({"services": [{}] * 101}, "services"),
        ({"consent": {"obtained": "yes"}}, "consent.obtained"),
        ({"consent": {"written": 1}}, "consent.written"),
        ({"consent": {"scope": [None]}}, "consent.scope[0]"),
        ({"service_user": {"household_size": 0}}, "service_user.household_size"),
        ({"service_user": {"household_size": 2.5}}, "service_user.household_size"),
        ({"service_user": {"household_size": True}}, "service_user.household_size"),
        ({"service_user": {"annual_income": -1}}, "service_user.annual_income"),
        ({"service_user": {"annual_income": math.nan}}, "service_user.annual_income"),
        ({"service_user": {"annual_income": "low"}}, "service_user.annual_income"),
        ({"service_user": {"language_preference": "mine"}}, "service_user.language_preference"),
        ({"coordination": ["first"]}, "coordination"),
        ({"coordination": "x" * 20_001}, "coordination"),
        ({"email_recipient": "\ud800"}, "email_recipient"),
        ({"services": [{"need": "x" * 20_000}] * 26}, "plan"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_path(value, path):
    """A field of another shape is refused, and its path stands in the error."""
    with pytest.raises(PlanError) as caught:
        plan_from_json(value)
    assert [fault.path for fault in caught.value.faults] == [path]
    assert str(caught.value).startswith(f"{path}: ")


def test_all_faults_are_said_at_once_and_no_words_are_quoted():
    """Everything wrong is named together, and never with what the student wrote."""
    with pytest.raises(PlanError) as caught:
        plan_from_json({"coordination": 1, "consent": {"purpose": 2, "obtained": "a secret"}})
    assert {fault.path for fault in caught.value.faults} == {"coordination", "consent.purpose", "consent.obtained"}
    assert "secret" not in str(caught.value)
