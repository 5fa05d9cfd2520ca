"""Plans of many kinds, with what a fair tutor would say of each."""

import copy
import json
import re
from pathlib import Path

import pytest

from hartcity.analysis.plan import check_plan
from hartcity.plan import plan_checks, plan_from_json


HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.json"))
STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def changed(plan, changes):
    """Return a plan with the values at some paths replaced."""
    plan = copy.deepcopy(plan)
    for path, value in changes.items():
        *parents, last = [int(number) if number else name for name, number in STEP.findall(path)]
        place = plan
        for step in parents:
            place = place[step]
        place[last] = value
    return plan


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_plan_comes_out_as_a_fair_tutor_would_say(path):
    """Every check that the case does not name is met; those that it names have the state that it gives."""
    case = json.loads(path.read_text("utf-8"))
    plan = json.loads((HERE / "plans" / f"{case['plan']}.json").read_text("utf-8"))
    report = check_plan(plan_from_json(changed(plan, case["change"])))
    expected = {check.id: "met" for check in plan_checks()} | case["expect"]
    assert {result.check: result.state.value for result in report.checks} == expected


def test_there_are_enough_cases():
    """The checks are measured on thirty plans or more."""
    assert len(CASES) >= 30


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_missed_is_said_and_asked(path):
    """A check that is not met says what was seen and asks a question; one that is met asks nothing."""
    case = json.loads(path.read_text("utf-8"))
    plan = json.loads((HERE / "plans" / f"{case['plan']}.json").read_text("utf-8"))
    for result in check_plan(plan_from_json(changed(plan, case["change"]))).checks:
        assert result.reason.endswith((".", ")")), result
        assert bool(result.question) == (result.state != "met"), result
        assert result.fields, result
        assert "!" not in result.reason + result.question
