"""``python -m hartcity check`` keeps the contract."""

import json
import os
import subprocess
import sys

import jsonschema
import pytest
from referencing import Registry, Resource

from hartcity.analysis import schema


pytestmark = pytest.mark.long


EMAIL = """Dear Intake Team,

I am an intern at Cedar House, and I am writing to ask whether your pantry could see a father of three this month. \
He works nights and his hours were cut in October. He signed a release so that I may write to you about food.

Could we talk by phone on Monday, December 7, at 10:00 a.m. or Tuesday, December 8, at 2:00 p.m.? I will bring the \
form. Thank you for your time.

Sincerely,
Ana Ruiz
Intern, Cedar House | 555-010-0100
"""
ODD = [
    "",
    " ",
    "\x00\x01",
    "\ud83d",
    "🙂 Could you help? 👩‍👩‍👧",
    "\u202eCould we meet\u202c on Monday?",
    "Dear Team,\r\n\r\nCould we meet?\r\n",
    "<html><body onload=alert(1)><p>Dear Team, could we meet?</p></body></html>",
    "{" * 500,
    "x" * 100_000,
]


def run(lines, *options, cwd=None):
    """Run the command on lines of input and return the finished process."""
    stdin = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines) + b"\n"
    command = [sys.executable, "-m", "hartcity", "check", *options]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd)


def answers(done):
    """Return what was written, line by line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def validator():
    """Return a validator of reports."""
    registry = Registry().with_resources([("plan.schema.json", Resource.from_contents(schema("plan")))])
    return jsonschema.Draft202012Validator(schema("report"), registry=registry)


def test_a_data_folder_that_cannot_be_written_holds_nothing_up(tmp_path):
    """Where LanguageTool cannot be kept, the report rests on the other engines, and the command ends."""
    (tmp_path / "file").write_text("in the way")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LTP_", "LANGUAGETOOL_"))}
    done = subprocess.run(
        [sys.executable, "-m", "hartcity", "check"],
        input=json.dumps({"id": "a", "text": EMAIL}).encode(),
        capture_output=True,
        check=False,
        env={**environment, **dict.fromkeys(("HARTCITY_DATA", "LTP_PATH", "HOME"), str(tmp_path / "file" / "below"))},
    )
    (report,) = answers(done)
    assert done.returncode == 0, done.stderr
    assert report["engines"]["languagetool"] is None
    assert report["engines"]["harper"]


def test_a_report_keeps_the_schema_and_its_offsets(validator):
    """A draft gives a report of the shipped schema, and each finding's text stands where it says."""
    done = run([{"id": "a", "text": EMAIL, "subject": "Pantry visit", "kind": "email"}], "--engines", "harper")
    (report,) = answers(done)
    validator.validate(report)
    assert (done.returncode, report["id"], report["refused"]) == (0, "a", None)
    assert report["engines"]["harper"]
    assert report["engines"]["languagetool"] is None
    assert len(report["checks"]) == 23
    for finding in report["findings"]:
        assert EMAIL[finding["start"] : finding["end"]] == finding["text"]


def test_odd_input_gives_reports(validator):
    """Control characters, surrogates, emoji, directions, CRLF, HTML and one endless word are answered by the schema."""
    lines = [{"id": str(i), "text": text} for i, text in enumerate(ODD)]
    for assignment in ("advocacy-email", "general"):
        done = run(lines, "--assignment", assignment, "--engines", "harper")
        assert done.returncode == 0, done.stderr
        for report, line in zip(answers(done), lines, strict=True):
            validator.validate(report)
            assert report["id"] == line["id"]
            assert all(line["text"][f["start"] : f["end"]] == f["text"] for f in report["findings"])


def test_a_line_that_cannot_be_read_is_answered_and_the_run_goes_on(validator):
    """Broken JSON, another shape, or a broken plan gives an error on its line; the exit status says so."""
    broken = [
        b"{not json",
        b"[1, 2]",
        {"id": "no-text"},
        {"id": "number", "text": 3},
        {"id": "kind", "text": "x", "kind": "fax"},
        {"id": "plan", "text": "x", "plan": {"services": 3}},
        b'{"id": "deep", "text": ' + b"[" * 100_000 + b"}",
        b"\xff\xfe",
        {"id": "fine", "text": EMAIL},
    ]
    done = run(broken, "--engines", "none")
    got = answers(done)
    assert done.returncode == 1
    assert ["error" in answer for answer in got] == [True] * 8 + [False]
    assert [answer["id"] for answer in got] == [None, None, "no-text", "number", "kind", "plan", None, None, "fine"]
    for answer in got:
        validator.validate(answer)
    assert b"Traceback" not in done.stderr


def test_the_same_input_gives_the_same_bytes(tmp_path):
    """Two runs, other worker counts and a file instead of a stream give the same bytes."""
    lines = [{"id": str(i), "text": f"{EMAIL}\nP.S. Number {i}."} for i in range(12)]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    first = run(lines, "--engines", "harper", "--workers", "1").stdout
    second = run(lines, "--engines", "harper", "--workers", "3").stdout
    run([], "--engines", "harper", "--jsonl", str(source), "--out", str(target))
    assert first == second == target.read_bytes()
    assert first.count(b"\n") == 12


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--jsonl", "no/such/file"], "No such file"),
        (["--engines", "grammarly"], "languagetool, harper, reader, none"),
        (["--assignment", "sonnet"], "advocacy-email, general"),
        (["--workers", "0"], "workers"),
    ],
)
def test_a_wrong_option_is_explained(options, said):
    """An option that cannot be used is named with what can, without a traceback."""
    done = run([], *options)
    message = " ".join(done.stderr.decode().replace("│", " ").split())
    assert done.returncode == 2
    assert said in message
    assert "Traceback" not in message


def test_without_engines_nothing_is_claimed():
    """With no grammar engine, the report names none and holds no grammar finding."""
    (report,) = answers(run([{"text": EMAIL.replace("He works", "He work") + " teh teh"}], "--engines", "none"))
    assert set(report["engines"].values()) == {None}
    assert not [finding for finding in report["findings"] if finding["family"] == "grammar"]
