"""However many come, those who are here can go on, and those who find no place are told so kindly."""

from __future__ import annotations

import asyncio
import signal
import sys

import psutil
import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from hartcity.server import load_limits
from tests.server.conftest import started


PAGE = {"Accept": "text/html"}


def _stream(url: str):
    return connect(f"{url.replace('http', 'ws', 1)}/_stcore/stream")


def test_who_finds_no_place_reads_a_kind_page_and_gets_in_later(tmp_path):
    """The third of two is told that it is full, with when to come again; when one leaves, the place is free."""

    async def come() -> None:
        async with _stream(url):
            async with _stream(url):
                full = await asyncio.to_thread(requests.get, url, headers=PAGE, timeout=30)
                assert full.status_code == 503
                assert full.headers["Retry-After"] == "20"
                assert "Many people are here just now" in full.text
                assert "What you saved earlier is safe" in full.text
                part = await asyncio.to_thread(requests.get, f"{url}/_stcore/health", headers=PAGE, timeout=30)
                assert part.status_code == 200
                with pytest.raises(InvalidStatus):
                    await _stream(url)
            for _ in range(600):  # the server hears of a closed stream a moment later
                free = await asyncio.to_thread(requests.get, url, headers=PAGE, timeout=30)
                if free.status_code == 200:
                    break
            async with _stream(url):
                pass

    with started(tmp_path, HARTCITY_SESSIONS="2") as (url, _, _):
        asyncio.run(come())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_few_open_files_mean_few_sessions_and_no_end(tmp_path):
    """Where 600 files may be open, a hundred visitors end nothing: some are refused, health and log stay well."""
    narrow = "import resource, runpy; resource.setrlimit(resource.RLIMIT_NOFILE, (600, 600)); "
    code = f"{narrow}runpy.run_module('streamlit', run_name='__main__')"

    async def come() -> int:
        async def one() -> bool:
            try:
                opened.append(await _stream(url))
            except (InvalidStatus, OSError):
                return False
            return True

        opened: list[object] = []
        came = await asyncio.gather(*(one() for _ in range(100)))
        health = await asyncio.to_thread(requests.get, f"{url}/_stcore/health", timeout=30)
        assert health.status_code == 200
        for stream in opened:
            await stream.close()
        return sum(came)

    command = ("-c", code, "run", "app.py", "--server.port")
    with started(tmp_path, command=command) as (url, process, log):
        assert asyncio.run(come()) == load_limits._FEWEST_SESSIONS
        assert process.poll() is None
        assert log.stat().st_size < 100_000


def test_one_session_that_asks_without_end_waits_and_nobody_else(monkeypatch):
    """A burst passes, then each message waits its turn; a session that writes at a human pace never does."""
    now = 0.0
    monkeypatch.setattr(load_limits.time, "monotonic", lambda: now)
    pace = load_limits._Pace()
    assert [pace.wait() for _ in range(load_limits.MESSAGES_AT_ONCE)] == [0.0] * load_limits.MESSAGES_AT_ONCE
    assert pace.wait() == pytest.approx(1 / load_limits.MESSAGES_A_SECOND)
    assert pace.wait() == pytest.approx(2 / load_limits.MESSAGES_A_SECOND)
    patient = load_limits._Pace()
    for _ in range(1_000):
        now += 0.2
        assert patient.wait() == 0.0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_more_sessions_are_never_promised_than_files_allow(monkeypatch):
    """The operator's number holds where there are files for it, and is cut down where there are not."""
    monkeypatch.setenv("HARTCITY_SESSIONS", "5000")
    monkeypatch.setattr(load_limits.resource, "getrlimit", lambda _: (65_536, 65_536))
    assert load_limits.capacity() == 5_000
    monkeypatch.setattr(load_limits.resource, "getrlimit", lambda _: (1_024, 1_024))
    assert 10 <= load_limits.capacity() < 100
    monkeypatch.delenv("HARTCITY_SESSIONS")
    monkeypatch.setattr(load_limits.resource, "getrlimit", lambda _: (65_536, 65_536))
    assert load_limits.capacity() == 300


def test_a_stop_is_not_held_up_by_those_who_are_here(tmp_path):
    """A server that is told to stop says goodbye to open sessions and ends, with every process that it started."""

    async def come() -> int:
        async with _stream(url) as stream:
            message = BackMsg()
            message.rerun_script.page_name = "email"
            await stream.send(message.SerializeToString())
            await stream.recv()
            family = psutil.Process(process.pid).children(recursive=True)
            process.terminate()
            code = await asyncio.to_thread(process.wait, 60)
            _, left = psutil.wait_procs(family, timeout=60)
            assert left == []
            return code

    with started(tmp_path) as (url, process, _):
        assert asyncio.run(come()) in {0, -signal.SIGTERM}
