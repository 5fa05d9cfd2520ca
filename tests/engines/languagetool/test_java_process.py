"""The Java process: it dies with its parent, and its port is proven to be its own."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from hartcity.engines.languagetool.client import Client, Endpoint, SilentServerError
from hartcity.engines.languagetool.java import find_java
from hartcity.engines.languagetool.java_process import Place, ServerProcess


PARENT = Path(__file__).with_name("parent.py")


@pytest.fixture
def sleeper(tmp_path: Path) -> Path:
    """Give a stand-in for Java that only lives."""
    program = tmp_path / "java"
    program.write_text(f"#!{sys.executable} -IS\nimport time\ntime.sleep(600)\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def _kill_the_parent(java: Path, installation: Path, folder: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, str(PARENT), str(java), str(installation), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert psutil.wait_procs([child], timeout=10)[1] == [], "a server outlived its parent"


@pytest.mark.parametrize("_round", range(20))
def test_kill_9_of_the_parent_leaves_nothing_behind(sleeper: Path, tmp_path: Path, _round: int):
    """However the parent ends, its server is gone, twenty times of twenty."""
    _kill_the_parent(sleeper, tmp_path, tmp_path)


def _command_of(pid: int) -> list[str]:
    """Return the command line of a process, once it has one: between fork and exec it is empty for a moment."""
    process = psutil.Process(pid)
    while not (line := process.cmdline()):
        assert process.is_running()
    return line


def test_a_server_listens_where_it_is_told(sleeper: Path, tmp_path: Path):
    """Alone on a free port of this machine, unless a port is named and other machines are let in."""
    for place, public in ((Place(), False), (Place(18_010, for_others=True), True)):
        process = ServerProcess(sleeper, tmp_path, tmp_path, place=place)
        try:
            line = _command_of(process.pid)
            assert str(process.port) in line
            assert place.port in {0, process.port}
            assert ("--public" in line) is public
        finally:
            process.stop()


@pytest.mark.languagetool
def test_kill_9_of_the_parent_leaves_no_java_behind(installation: Path, tmp_path: Path):
    """The same with the real Java."""
    _kill_the_parent(find_java(), installation, tmp_path)


@pytest.fixture
def idle(sleeper: Path, tmp_path: Path) -> Iterator[ServerProcess]:
    """Give a started process that has not taken its port."""
    process = ServerProcess(sleeper, tmp_path, tmp_path)
    yield process
    process.stop()
    assert not process.is_alive


def test_a_foreign_server_on_the_chosen_port_gets_no_byte(idle: ServerProcess):
    """Somebody else who listens on our port is seen through: not taken for ours, and sent nothing, not even a probe."""
    with socket.create_server(("127.0.0.1", idle.port)) as stranger:
        assert not idle.is_listening()
        with pytest.raises(SilentServerError):
            Client(Endpoint(idle.url, idle.owns), seconds=2)
        stranger.settimeout(2)
        connection, _ = stranger.accept()
        with connection:
            connection.settimeout(1)
            assert connection.recv(1) == b""


def test_a_stopped_process_stays_stopped(idle: ServerProcess):
    """Stopping ends the process for good, and again does no harm."""
    idle.stop()
    idle.stop()
    assert not psutil.pid_exists(idle.pid)
    assert idle.wait(0)


def test_what_was_written_at_the_start_is_kept_and_later_words_are_not(tmp_path: Path):
    """The tail helps to find out why a start failed; once drafts are sent, nothing more is kept."""
    program = tmp_path / "java"
    program.write_text("#!/bin/sh\necho no memory\nsleep 2\necho secret words\nsleep 60\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    process = ServerProcess(program, tmp_path, tmp_path)
    deadline = time.monotonic() + 20
    while "no memory" not in process.tail and time.monotonic() < deadline:
        time.sleep(0.05)
    process.keep_quiet()
    time.sleep(3)
    process.stop()
    assert process.tail == "no memory"
