"""nginx, two replicas and PostgreSQL as a school runs them: one of the replicas may be killed."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
import time
from contextlib import ExitStack

import pytest
import requests
from websockets.asyncio.client import connect

from tests.benchmarks.sessions import Seen, Student
from tests.certificates import certificate
from tests.server import nginx
from tests.server.conftest import free_port, started
from tests.storage.postgres_server import PostgresServer


pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """Give the proxy's address, its log and the two replicas' processes."""
    folder = tmp_path_factory.mktemp("school")
    with ExitStack() as stack:
        database = PostgresServer()
        stack.callback(database.close)
        url = database.new_database()
        replicas = []
        for name in ("one", "two"):
            (folder / name).mkdir()
            replicas.append(stack.enter_context(started(folder / name, DATABASE_URL=url)))
        proxy, log = stack.enter_context(nginx.proxy(folder, *(replica[0] for replica in replicas)))
        yield proxy, log, replicas


def _pages_asked_for(log, count):
    """Return the log's lines about pages once there are ``count``: the proxy writes one after it has answered."""
    deadline = time.monotonic() + 60
    while True:
        lines = [line for line in log.read_text().splitlines() if '"part":"/",' in line]
        if len(lines) >= count or time.monotonic() > deadline:
            return lines
        time.sleep(0.05)


def test_a_browser_stays_with_one_replica(school):
    """A visitor gets a cookie once, all their requests go to one replica, and others may go to the other one."""
    proxy, log, _ = school
    places = set()
    before = len(_pages_asked_for(log, 0))
    for number in range(12):
        browser = requests.Session()
        first = browser.get(proxy, timeout=60)
        assert "HttpOnly" in first.headers["Set-Cookie"]
        assert "hartcity_replica" not in browser.get(proxy, timeout=60).headers.get("Set-Cookie", "")
        lines = _pages_asked_for(log, before + 2 * number + 2)[-2:]
        used = {line.partition('"replica":"')[2].partition('"')[0] for line in lines}
        assert len(used) == 1
        places |= used
    assert len(places) == 2


def test_the_log_holds_no_address_and_no_key(school):
    """Neither the query, in which a workspace's address stands, nor the visitor's own address is written down.

    A replica, which is told that address by the proxy, writes no line about a stream that somebody opens.
    """
    proxy, log, replicas = school
    assert _write(proxy).unsaved == 0
    assert not any("/_stcore/stream" in own.read_text() for _, _, own in replicas)
    requests.get(f"{proxy}/email?w=a-key-of-somebody", headers={"Referer": f"{proxy}/?w=a-key-too"}, timeout=60)
    written = log.read_text()
    assert '"part":"/email"' in written
    assert "a-key" not in written
    assert '"127.0.0.1"' not in written


ECHO = """
import sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

async def page(request):
    return PlainTextResponse(request.client.host)

async def stream(socket):
    await socket.accept()
    await socket.send_text(socket.client.host)
    await socket.close()

routes = [Route("/_stcore/health", page), WebSocketRoute("/_stcore/stream", stream)]
uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=int(sys.argv[1]), access_log=False)
"""
"""A server that answers with the address that it takes its visitor for, as Streamlit's server does."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a visitor come from any address of its own")
def test_the_app_learns_a_visitors_address_from_the_proxy_alone(tmp_path):
    """Two visitors are two, what one claims to be counts for nothing, and nobody but a trusted proxy is believed."""
    with ExitStack() as stack:
        trusting = stack.enter_context(started(tmp_path, command=("-c", ECHO)))
        (tmp_path / "wary").mkdir()
        nobody = {"FORWARDED_ALLOW_IPS": "192.0.2.1"}
        wary = stack.enter_context(started(tmp_path / "wary", command=("-c", ECHO), **nobody))
        proxy, log = stack.enter_context(nginx.proxy(tmp_path, trusting[0], trusting[0]))
        claims = {"X-Forwarded-For": "198.51.100.7"}
        for address in ("127.0.0.2", "127.0.0.3"):
            assert _came_from(proxy, address, claims) == {address}
        assert _came_from(wary[0], "127.0.0.2", claims) == {"127.0.0.2"}
        assert not re.search(r"127\.0\.0\.[23]|198\.51", log.read_text())


def test_no_log_holds_an_address_when_all_goes_wrong(tmp_path):
    """Refused, too long, unanswered: whatever is asked under a workspace's address, it is in no log of the proxy."""
    with ExitStack() as stack:
        replica, process, _ = stack.enter_context(started(tmp_path, command=("-c", ECHO)))
        proxy, log = stack.enter_context(nginx.proxy(tmp_path, replica, replica))
        asked = [
            requests.get(f"{proxy}/email?w=a-key", timeout=60),
            requests.get(f"{proxy}/email?w=a-key{'y' * 70_000}", timeout=60),
            requests.post(f"{proxy}/email?w=a-key", data=b"x" * 24_000_000, timeout=60),
        ]
        process.kill()
        process.wait()
        asked += [requests.get(f"{proxy}/email?w=a-key", timeout=60) for _ in range(3)]
        written = log.read_text() + (log.parent / "error.txt").read_text()
    assert [answer.status_code for answer in asked] == [404, 414, 413, 502, 502, 502]
    assert written.count('"status":502') == 3
    assert "a-key" not in written


def test_who_came_by_tls_comes_by_nothing_else(tmp_path):
    """With the school's certificate every answer says so to the browser, and cookies are for TLS alone."""
    port, (chain, private) = free_port(), certificate(tmp_path, "school")
    with ExitStack() as stack:
        replica, _, _ = stack.enter_context(started(tmp_path, command=("-c", ECHO)))
        proxy, _ = stack.enter_context(nginx.proxy(tmp_path, replica, replica, tls=(port, chain, private)))
        plain = requests.get(f"{proxy}/_stcore/health", timeout=60)
        sealed = requests.get(f"https://127.0.0.1:{port}/_stcore/health", verify=str(chain), timeout=60)
    assert "Strict-Transport-Security" not in plain.headers
    assert sealed.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert sealed.headers["Set-Cookie"].endswith("; Secure")


def _came_from(url: str, address: str, headers: dict[str, str]) -> set[str]:
    """Return whom the server takes a visitor from ``address`` for, who asks for a page and opens a stream."""

    async def opened() -> str:
        stream = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
        async with connect(stream, additional_headers=headers, local_addr=(address, 0)) as socket:
            return str(await socket.recv())

    with requests.Session() as browser:
        browser.mount("http://", _From(address))
        page = browser.get(f"{url}/_stcore/health", headers=headers, timeout=60).text
    return {page, asyncio.run(opened())}


class _From(requests.adapters.HTTPAdapter):
    """Sends requests from one of this machine's own addresses."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__()

    def init_poolmanager(self, *arguments: int, **named: object) -> None:
        """Open connections from the address."""
        super().init_poolmanager(*arguments, source_address=(self._address, 0), **named)


def test_what_is_for_those_who_run_it_stays_inside(school):
    """Figures and readiness are not to be had through the proxy."""
    proxy, _, replicas = school
    for path in ("metrics", "ready", "_stcore/metrics"):
        assert requests.get(f"{proxy}/{path}", timeout=60).status_code == 404
    assert requests.get(f"{replicas[0][0]}/metrics", timeout=60).status_code == 200


def test_when_a_replica_is_killed_the_other_one_serves_everybody(school):
    """Students write and are saved before and after; pages of both replicas' visitors are answered all the time."""
    proxy, _, replicas = school
    browsers = [requests.Session() for _ in range(8)]
    for browser in browsers:
        assert browser.get(proxy, timeout=60).status_code == 200
    assert _write(proxy).unsaved == 0
    replicas[0][1].send_signal(signal.SIGKILL)
    replicas[0][1].wait()
    for browser in browsers:
        assert browser.get(proxy, timeout=60).status_code == 200
    after = _write(proxy)
    assert (after.failures, after.unsaved) == ([], 0)
    assert len(after.waits) == 4


def _write(url: str) -> Seen:
    """Let four students open the email page and change their draft once."""

    async def all_of_them() -> None:
        await asyncio.gather(*(Student(number, seen).once(url) for number in range(4)))

    seen = Seen()
    asyncio.run(all_of_them())
    return seen
