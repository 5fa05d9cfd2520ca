"""One report on one service plan."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from hartcity.analysis import check_plan, plan_report_to_json
from hartcity.analysis.plan import part_one, plan_grammar
from hartcity.model import Exclusions, Level, Service, ServicePlan, Severity
from hartcity.plan import plan_checks, plan_from_json
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES


PLANS = sorted((Path(__file__).parents[1] / "plan" / "plans").glob("*.json"))


class OneService:
    """A directory of a single service."""

    def __init__(self, service):
        self.services = (service,)


def test_every_check_counts_for_one_criterion():
    """Part 1 weighs each check once, and nothing that is no check."""
    weighed = [line.check for criterion in part_one().criteria for line in criterion.earns]
    assert sorted(weighed) == [check.id for check in plan_checks()]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_receipt_adds_up(path):
    """A criterion's score is the sum of its receipt, and a complete plan has all of it."""
    report = check_plan(plan_from_json(json.loads(path.read_text("utf-8"))))
    for criterion in report.criteria:
        assert criterion.score == pytest.approx(sum(line.points for line in criterion.receipt))
        assert criterion.level is Level.MET
        assert criterion.score == 100


def test_an_empty_plan_has_no_score():
    """Where nothing is planned there is nothing to score, and every check can still be asked about."""
    report = check_plan(ServicePlan())
    assert all(criterion.score is None and criterion.level is Level.NOT_YET for criterion in report.criteria)
    assert not report.findings


def test_the_directory_in_use_decides():
    """Another directory, another answer about who is turned away."""
    states = {}
    for name, exclusions in (("open", Exclusions()), ("closed", Exclusions(requires_minor_children=True))):
        directory = OneService(Service(RIDES.service, RIDES.organization, exclusions=exclusions))
        states[name] = {one.check: one.state for one in check_plan(COMPLETE, directory).checks}["eligibility_fit"]
    assert states == {"open": "met", "closed": "not_seen"}


@pytest.mark.parametrize(("today", "state"), [("2026-06-30", "met"), ("2026-07-01", "partly")])
def test_without_a_day_the_plan_stands_on_today(today, state):
    """A plan without ``as_of`` is checked on the day it is given."""
    report = check_plan(replace(COMPLETE, as_of=""), today=dt.date.fromisoformat(today))
    assert {one.check: one.state for one in report.checks}["consent_record"] == state


def test_wording_is_found_in_the_field_where_it_stands():
    """A label in a field is found there, with offsets that count in that field."""
    words = "He is wheelchair-bound and cannot use the bus."
    report = check_plan(replace(COMPLETE, services=(replace(RIDES, need=words), *COMPLETE.services[1:])))
    found = [one for one in report.findings if one.field == "services[0].need"]
    assert any(one.family == "stigmatizing" and one.span.of(words) == one.text for one in found)


def test_the_same_plan_gives_the_same_bytes():
    """Two reports on one plan are equal, down to their JSON."""
    first, second = (json.dumps(plan_report_to_json(check_plan(COMPLETE))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_sound_plan_has_nothing_that_must_change(path):
    """In a complete plan nothing but advice is said: its alias, its organizations and its dates are no identifiers."""
    report = check_plan(plan_from_json(json.loads(path.read_text("utf-8"))))
    assert [one for one in report.findings if one.severity is not Severity.ADVICE] == []


@pytest.mark.parametrize(
    "words", ["Call her at 555-201-3344.", "Her daughter Tamsin is four.", "She was born 3/4/1990."]
)
def test_an_identifier_in_a_field_is_found(words):
    """What could identify somebody is found in a plan as it is in an email."""
    report = check_plan(replace(COMPLETE, coordination=words))
    assert any(one.family == "identifier" and one.field == "coordination" for one in report.findings)


def test_the_engines_read_the_words_of_the_plan_too():
    """A slip of the key in a field is found there, with offsets into that field and a fix; clean words stay quiet."""
    service = replace(RIDES, benefit="Therapy is less painfull with a ride there.")
    found = plan_grammar(replace(COMPLETE, services=(service, LUNCHES)), engines=("harper",), wait=True)
    slip = next(one for one in found if one.field == "services[0].benefit")
    assert slip.text == slip.span.of(service.benefit) == "painfull"
    assert "painful" in slip.suggestions


def test_a_short_entry_of_a_list_is_no_sentence():
    """Nothing asks for a capital in "rent help"; a slip in an entry is found, and a sentence begins with a capital."""
    user = replace(
        COMPLETE.service_user, needs=("rent help", "child care"), strengths=("works hard",), goals=("a permanant home",)
    )
    service = replace(RIDES, need="rent help", benefit="she can go to work. it is far away.")
    plan = replace(COMPLETE, service_user=user, services=(service, LUNCHES))
    found = plan_grammar(plan, engines=("harper", "languagetool"), wait=True)
    listed = {one.text for one in found if one.field.endswith("]") or one.field.endswith(".need")}
    assert listed == {"permanant"}
    assert any(one.field == "services[0].benefit" for one in found)
