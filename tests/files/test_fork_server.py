"""The server that forks a process for each file: it ends with the app, and no file depends on it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from hartcity.directory.importing import bring
from hartcity.files import EndedAtLimitError, worker
from hartcity.files import fork_server as forking
from hartcity.files.fork_server import ForkServer
from tests.files.asking import FILE, LONG, ask, is_gone, needs_forks, running


pytestmark = [pytest.mark.long, needs_forks]


def test_a_file_outlives_the_server(server, door):
    """A server that is killed takes no file along: it is read in a process of its own, and later ones get a server."""
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask, "meet", door, "O_WRONLY", progress=lambda *_: begun.set())
        assert begun.wait(LONG)
        killed = running(server)
        killed.kill()
        assert is_gone(killed)
        other = os.open(door, os.O_RDONLY)
        assert first.result(LONG)["parent"] == os.getpid()
        os.close(other)
    assert ask("tell")["parent"] == running(server).pid != killed.pid


def _parent_and_self():
    """Return which process a file's own came from, and this one."""
    return ask("tell")["parent"], os.getpid()


def test_a_worker_of_a_class_has_a_server_of_its_own():
    """Files are forked in processes that may have no children by ``multiprocessing``, as Dask's are."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        parent, asking = pool.apply(_parent_and_self)
    assert parent not in {asking, os.getpid()}


def test_a_server_without_an_app_ends_with_its_processes(server, door):
    """Whichever line to the app ends first, a file in work does not go on by itself."""
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(ask, "meet", door, "O_WRONLY", progress=lambda *_: begun.set())
        assert begun.wait(LONG)
        left = [running(server), *running(server).children()]
        server._asking.close()
        assert all(map(is_gone, left))
        assert isinstance(first.exception(LONG), EndedAtLimitError)


def test_a_server_that_hangs_is_ended(server, monkeypatch):
    """The file that meets it is refused in its time, and the next one gets another server."""
    monkeypatch.setattr(forking, "_REAP_SECONDS", 0.1)
    ask("tell")
    hung = running(server)
    hung.suspend()
    with pytest.raises(EndedAtLimitError):
        ask("tell", wait_seconds=0.2)
    assert ask("tell")["parent"] == running(server).pid != hung.pid


def test_a_server_that_nobody_asks_ends(monkeypatch):
    """It gives its memory back, and is there again with the next file."""
    server = ForkServer(idle_seconds=0.0)
    monkeypatch.setattr(worker, "_FORK_SERVER", server)
    for _ in range(2):
        assert ask("tell")["length"] == len(FILE)
        assert is_gone(running(server))
    server.close()


def test_an_ended_server_is_in_no_list_of_processes(monkeypatch):
    """Nobody has to ask for another file before the system forgets the one that ended."""
    server = ForkServer(idle_seconds=0.0)
    monkeypatch.setattr(worker, "_FORK_SERVER", server)
    assert ask("tell")["length"] == len(FILE)
    ended = running(server).pid
    deadline = time.monotonic() + LONG
    while psutil.pid_exists(ended) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not psutil.pid_exists(ended)
    server.close()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("wrong", ["no such program", "one that ends at once"])
def test_a_server_that_cannot_be_had_is_done_without(monkeypatch, wrong):
    """Every file is then read as where nothing can be forked."""

    def start(*_, **streams):
        if wrong == "no such program":
            raise FileNotFoundError
        return subprocess.Popen([sys.executable, "-c", ""], **streams)

    monkeypatch.setattr(forking, "start", start)
    assert [ask("tell")["parent"] for _ in range(2)] == [os.getpid()] * 2


def test_what_cannot_be_made_ready_is_tried_all_the_same(server):
    """A fault while getting ready harms neither the file nor the server."""
    assert ask("fail")["parent"] == ask("tell")["parent"] == running(server).pid


def test_only_what_is_kept_is_loaded_by_the_server(server):
    """What a directory needs starts threads and is large, so that each process loads it by itself."""
    assert ask("tell")["parent"] == running(server).pid
    begun = running(server).memory_info().vms
    bring(b"a,b\n1,2\n", "x.csv")
    assert running(server).num_threads() == 1
    assert running(server).memory_info().vms < begun + 20_000_000


_APP = """
import sys, threading
from hartcity.files import Task, in_worker, worker
assert worker._FORK_SERVER._process is None
def tell(*_):
    print(worker._FORK_SERVER._process.pid, flush=True)
in_worker(Task("tests.files.obedient_worker", ("count",), True), b"", wait_seconds=60, advice="", progress=tell)
in_worker(Task("tests.files.obedient_worker", ("meet", sys.argv[1], "O_WRONLY")), b"", wait_seconds=300, advice="",
          progress=tell)
"""


def test_the_server_ends_with_the_app_however_that_ends(door):
    """When the app is killed, the server goes, and with it the process of a file in work."""
    with subprocess.Popen([sys.executable, "-c", _APP, door], stdout=subprocess.PIPE, text=True) as app:
        told = [app.stdout.readline() for _ in range(4)]  # three steps of the first file, one of the second
        server = psutil.Process(int(told[-1]))
        of_the_file = server.children()
        assert len(of_the_file) == 1
        app.send_signal(signal.SIGKILL)
    assert is_gone(server)
    assert all(map(is_gone, of_the_file))


@pytest.mark.skipif(sys.platform != "linux", reason="open files are counted there")
def test_no_open_file_is_left_of_many(server):
    """After 300 files, some of which ended their process, nobody has more files open, and no process is left."""
    ask("tell")
    here, there = psutil.Process(), running(server)
    before = here.num_fds(), there.num_fds()
    for number in range(300):
        if number % 50:
            ask("tell")
        else:
            with pytest.raises(EndedAtLimitError):
                ask("crash")
    assert running(server) == there
    assert here.num_fds() == before[0]
    assert there.num_fds() <= before[1] + 2  # it may be closing the last file's line at this moment
    assert len(there.children()) <= 1
