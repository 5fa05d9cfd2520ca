"""``python -m hartcity plan FILE``."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hartcity.cli import app


PLANS = Path(__file__).parents[1] / "plan" / "plans"
RUN = CliRunner()


def test_a_plan_gives_checks_criteria_and_findings():
    """The report is one JSON object in the contract's shape, and the exit status is 0."""
    file = PLANS / "grandmother.json"
    done = subprocess.run(
        [sys.executable, "-m", "hartcity", "plan", str(file)], capture_output=True, text=True, check=True
    )
    report = json.loads(done.stdout)
    assert report["checks"]["consent_record"] == "met"
    assert set(report) >= {"checks", "criteria", "findings"}
    for criterion in report["criteria"].values():
        assert sum(line["points"] for line in criterion["receipt"]) == pytest.approx(criterion["score"])


def test_findings_name_their_field(tmp_path):
    """Each finding says in which field it stands, with offsets into that field."""
    value = json.loads((PLANS / "grandmother.json").read_text("utf-8"))
    value["services"][0]["need"] = "She is wheelchair-bound."
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    findings = json.loads(RUN.invoke(app, ["plan", str(file)]).stdout)["findings"]
    found = next(one for one in findings if one["field"] == "services[0].need")
    assert value["services"][0]["need"][found["start"] : found["end"]] == found["text"]


def test_a_plan_may_come_by_standard_input():
    """A dash reads standard input."""
    done = RUN.invoke(app, ["plan", "-"], input=(PLANS / "grandmother.json").read_bytes())
    assert done.exit_code == 0
    assert json.loads(done.stdout)["checks"]["two_services"] == "met"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON: line 1"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"[]", "plan: expected an object"),
        (b'{"services": [{"start": 3}]}', "services[0].start: expected text"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"service_user": {"household_size": ' + b"9" * 5_000 + b"}}", "a number that is too long"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(tmp_path, content, said):
    """Bad input gives one plain message, no trace, and exit status 1."""
    file = tmp_path / "plan.json"
    file.write_bytes(content)
    done = RUN.invoke(app, ["plan", str(file)])
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_a_missing_file_is_said(tmp_path):
    """A file that is not there is named, with exit status 1."""
    done = RUN.invoke(app, ["plan", str(tmp_path / "none.json")])
    assert done.exit_code == 1
    assert "cannot be read" in done.stderr
