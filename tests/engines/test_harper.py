"""Harper, in this process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata

import pytest

from hartcity.engines.base import Answer, EngineState, NoAnswer, Silence
from hartcity.engines.harper import VERSION, Harper
from hartcity.engines.tiers import load_tiers


@pytest.fixture(scope="module")
def harper() -> Iterator[Harper]:
    """One Harper for all tests of this file."""
    engine = Harper(load_tiers().rules_off("harper"), load_tiers().kinds_off("harper"))
    yield engine
    engine.close()


def _marked(harper: Harper, passage: str) -> list[str]:
    (reply,) = harper.find([passage])
    assert isinstance(reply, Answer)
    for finding in reply.findings:
        assert finding.span.of(passage) == finding.text
    return [finding.text for finding in reply.findings]


@pytest.mark.parametrize(
    "passage",
    [
        "I recieve mail.",
        "\U0001f600\U0001f600 I recieve mail \U0001f600.",
        "First line.\r\nI recieve mail.",
        "\u202eabc\u202c I recieve mail.",
        "A \ud800 lone one. I recieve mail.",
        "e\u0301 A \x00 nothing. I recieve mail.",
    ],
)
def test_offsets_are_code_points(harper: Harper, passage: str):
    """A slip is marked exactly, whatever stands before it."""
    assert "recieve" in _marked(harper, passage)


def test_threads_share_one_worker(harper: Harper):
    """Eight threads at once all get the answers to their own passages."""
    passages = [f"Number {number} is a recieve{number} mistake and teh end." for number in range(64)]
    alone = [harper.find([passage]) for passage in passages]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda passage: harper.find([passage]), passages)) == alone


def test_nothing_is_written_to_standard_output():
    """The words of a draft do not reach the process's output, where the command line writes reports."""
    script = (
        "from hartcity.engines.harper import Harper\n"
        "from hartcity.engines.tiers import load_tiers\n"
        "harper = Harper(load_tiers().rules_off('harper'))\n"
        "harper.find(['We are looking forward to meet you. She was looking forward to hear it.'])\n"
        "harper.close()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")


def test_the_version_is_the_one_inside_the_package():
    """The version in reports is the release of Harper that the installed package was built from."""
    files = metadata.files("harper-py") or []
    (bill,) = [file for file in files if file.name.endswith(".cyclonedx.json")]
    components = json.loads(bill.read_text())["components"]
    assert {part["version"] for part in components if part["name"] == "harper-core"} == {VERSION}


def test_a_closed_harper_is_away():
    """After closing, the answer is "away" and not an empty list, and closing again does nothing."""
    harper = Harper()
    harper.close()
    harper.close()
    assert harper.find(["I recieve mail."]) == (NoAnswer(Silence.AWAY),)
    assert harper.status().state is EngineState.AWAY
