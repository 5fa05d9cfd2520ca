"""Harper, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata

import psutil
import pytest

from hartcity.engines.base import Answer, EngineState, NoAnswer, Silence
from hartcity.engines.harper import VERSION, Harper, engine
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


UNKNOWN = " ".join(f"{start}q{end}zv" for start in "abcdefghij" for end in "klmnopqrstuvw")
"""Words that no dictionary has anything like, which cost Harper a hundred times as much as others."""


def _workers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "worker_main.py" in " ".join(child.cmdline())]


@pytest.fixture
def own_harper() -> Iterator[Harper]:
    """Give a Harper for one test, whose workers alone are children of this process."""
    before = {worker.pid for worker in _workers()}
    engine = Harper(load_tiers().rules_off("harper"))
    engine.find(["Warm."])
    engine.workers = lambda: [worker for worker in _workers() if worker.pid not in before]
    yield engine
    engine.close()


def test_one_long_text_holds_up_nobody(own_harper: Harper):
    """While a text that takes long is read, a short one of somebody else is answered."""
    with ThreadPoolExecutor(1) as pool:
        long = pool.submit(own_harper.find, [f"{UNKNOWN} {number}" for number in range(60)])
        for number in range(3):
            (reply,) = own_harper.find([f"I recieve mail {number}."])
            assert isinstance(reply, Answer)
        assert not long.done()
        own_harper.close()
        assert len(long.result()) == 60


def test_a_hung_worker_is_replaced_and_the_answer_still_comes(own_harper: Harper, monkeypatch):
    """When the process stops answering, it is ended, another one reads the passage, and nothing is left behind."""
    (worker,) = own_harper.workers()
    worker.suspend()
    monkeypatch.setattr(own_harper._queue, "_seconds", 0.1)
    (reply,) = own_harper.find(["I recieve mail."])
    assert isinstance(reply, Answer)
    assert not worker.is_running()


def test_a_worker_that_was_killed_is_started_again(own_harper: Harper):
    """After the process has been killed, at most one passage goes without an answer."""
    (worker,) = own_harper.workers()
    worker.kill()
    worker.wait()
    own_harper.find(["One passage that may be lost."])
    (reply,) = own_harper.find(["I recieve mail."])
    assert isinstance(reply, Answer)


def test_a_passage_that_takes_too_long_is_told_and_not_tried_again(own_harper: Harper, monkeypatch):
    """It is answered with "timed out", is known by its digest from then on, and other passages are read."""
    monkeypatch.setattr(own_harper._queue, "_seconds", 0.01)
    monkeypatch.setattr(own_harper._slow, "_seconds", 0.01)
    assert own_harper.find([UNKNOWN]) == (NoAnswer(Silence.TIMED_OUT),)
    monkeypatch.setattr(own_harper._queue, "_seconds", engine.PASSAGE_SECONDS)
    assert all(isinstance(key, bytes) for key in own_harper._hung)
    replies = own_harper.find(["I recieve mail.", UNKNOWN])
    assert isinstance(replies[0], Answer)
    assert replies[1] == NoAnswer(Silence.TIMED_OUT)


def test_closing_leaves_no_process_and_no_caller_behind(own_harper: Harper):
    """Closing ends the workers and lets those who wait go on."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(own_harper.find, [UNKNOWN] * 50)
        own_harper.close()
        assert len(waiting.result()) == 50
    assert own_harper.workers() == []


def test_the_worker_ends_with_the_process_that_started_it():
    """Nothing outlives a program that was killed."""
    script = (
        "import psutil\n"
        "from hartcity.engines.harper import Harper\n"
        "harper = Harper()\n"
        "harper.find(['Warm.'])\n"
        "print(psutil.Process().children()[0].pid, flush=True)\n"
        "input()\n"
    )
    program = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdout
    worker = psutil.Process(int(program.stdout.readline()))
    program.kill()
    program.communicate()
    worker.wait(60)
