"""A file is read in a process of its own, whichever way that comes about, and takes nobody with it."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from hartcity.files import EndedAtLimitError, RefusedFileError
from tests.files.asking import FILE, FORKED, LONG, ask, is_gone, running


pytestmark = pytest.mark.long


def test_a_file_is_read_in_another_process(way, server):
    """The answer comes back; where processes can be forked, one server forks them all, and else none is started."""
    answers = [ask("tell", data=b"x" * length) for length in (0, 1, 3_000_000)]
    assert [answer["length"] for answer in answers] == [0, 1, 3_000_000]
    parents = {answer["parent"] for answer in answers}
    assert parents == ({server._process.pid} if way == FORKED else {os.getpid()})


@pytest.mark.usefixtures("way")
def test_nothing_of_a_file_stays_for_the_next():
    """Each process begins as if it were the first, with nothing open but its streams and the folder of what is open."""
    for _ in range(3):
        answer = ask("tell")
        assert answer["seen"] == 1
        assert answer["open"] in ([], [0, 1, 2, 3])


@pytest.mark.usefixtures("way")
def test_a_process_knows_no_secret(monkeypatch):
    """Neither the database's address nor any other setting of the app is in its environment."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:secret@host/work")
    environment = ask("tell")["environment"]
    assert environment["PATH"] == os.environ["PATH"]
    assert "secret" not in str(environment)


@pytest.mark.usefixtures("way")
def test_a_refusal_comes_back_in_its_own_words():
    """What a module refuses is refused."""
    with pytest.raises(RefusedFileError, match=r"^No\.$"):
        ask("refuse")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("told", ["crash", "busy", "hold 2000000000", "unknown"])
def test_a_file_that_ends_its_process_is_refused_and_the_next_is_read(told):
    """A crash, a fault and too much time or memory cost the file alone: the server is still the same one."""
    if told.startswith("hold") and sys.platform != "linux":
        pytest.skip("other systems do not hold a limit of memory")
    before = ask("tell")["parent"]
    with pytest.raises(EndedAtLimitError, match="Could you"):
        ask(*told.split())
    assert ask("tell")["parent"] == before


@pytest.mark.usefixtures("way")
def test_a_file_may_hold_what_its_limit_says():
    """However much the process has loaded before, most of the memory that a file may cost is its own."""
    assert ask("hold", "80000000")["length"] == len(FILE)


@pytest.mark.usefixtures("way")
def test_a_file_that_waits_for_ever_is_ended_in_its_time():
    """Who waits for it is told, and the next file is read."""
    with pytest.raises(EndedAtLimitError):
        ask("wait", wait_seconds=0.2)
    assert ask("tell")["length"] == len(FILE)


@pytest.mark.usefixtures("way")
def test_progress_is_told_on_the_way():
    """Each step comes in its order; whatever else a parser says is passed over."""
    steps = []
    assert ask("count", progress=lambda *step: steps.append(step))["length"] == len(FILE)
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert ask("say")["length"] == len(FILE)


def test_who_no_longer_listens_leaves_no_process_behind(way, server):
    """When progress cannot be told, as when a page is left, the process ends at once."""

    def leave(_done, _total):
        raise KeyError

    here = psutil.Process()
    before = set(here.children(recursive=True))
    with pytest.raises(KeyError):
        ask("meet", "/nowhere", "O_RDONLY", progress=leave)
    left = set(here.children(recursive=True)) - before - ({running(server)} if way == FORKED else set())
    assert all(map(is_gone, left))


@pytest.mark.usefixtures("way")
def test_two_files_are_read_at_once(door):
    """Two processes that wait for each other both come to an end."""
    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda side: ask("meet", door, side), ("O_RDONLY", "O_WRONLY"))
        assert [answer["length"] for answer in answers] == [len(FILE)] * 2


@pytest.mark.usefixtures("way")
def test_a_file_is_not_taken_along_by_another(door):
    """While one is read, another crashes, and the first comes out whole."""
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask, "meet", door, "O_WRONLY", progress=lambda *_: begun.set())
        assert begun.wait(LONG)
        with pytest.raises(EndedAtLimitError):
            ask("crash")
        os.close(os.open(door, os.O_RDONLY))
        assert first.result(LONG)["length"] == len(FILE)
