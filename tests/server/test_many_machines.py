"""nginx, two replicas and PostgreSQL as a school runs them: one of the replicas may be killed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests
from websockets.asyncio.client import connect

from tests.benchmarks.sessions import Seen, Student
from tests.server.conftest import free_port, started
from tests.storage.postgres_server import PostgresServer


CONFIGURATION = Path(__file__).parents[2] / "hartcity" / "server" / "deployment" / "nginx.conf"


def _nginx(folder: Path) -> str:
    """Return nginx: the one on this machine, else the distribution's, unpacked without installing it."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if found:
        return found
    if shutil.which("apt-get") and shutil.which("dpkg"):
        subprocess.run(["apt-get", "download", "-q", "nginx"], cwd=folder, capture_output=True, check=False)
        for package in folder.glob("nginx_*.deb"):
            subprocess.run(["dpkg", "-x", package, folder / "nginx"], capture_output=True, check=False)
    unpacked = folder / "nginx" / "usr" / "sbin" / "nginx"
    if not unpacked.exists():
        pytest.skip("There is no nginx here, and none could be had from the distribution.")
    return str(unpacked)


@contextlib.contextmanager
def _proxy(folder: Path, *replicas: str):
    """Start nginx with the shipped configuration before the replicas, and yield its address and the file of its log."""
    port, log = free_port(), folder / "access.txt"
    text = CONFIGURATION.read_text("utf-8")
    for number, replica in enumerate(replicas, 1):
        text = text.replace(f"app-{number}:8501", replica.removeprefix("http://"))
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/dev/stdout", str(log))
    text = text.replace("worker_processes auto", "worker_processes 1").replace("/tmp/nginx", f"{folder}/nginx-")  # noqa: S108
    (folder / "nginx.conf").write_text(text, "utf-8")
    command = [_nginx(folder), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]
    with (folder / "error.txt").open("wb") as errors:
        process = subprocess.Popen(command, stdout=errors, stderr=errors)
        try:
            url = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while not _answers(url):
                assert process.poll() is None, (folder / "error.txt").read_text()
                assert time.monotonic() < deadline
                time.sleep(0.1)
            yield url, log
        finally:
            process.terminate()
            process.wait(30)


def _answers(url: str) -> bool:
    with contextlib.suppress(requests.RequestException):
        return requests.get(f"{url}/_stcore/health", timeout=5).status_code == 200
    return False


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
        proxy, log = stack.enter_context(_proxy(folder, *(replica[0] for replica in replicas)))
        yield proxy, log, replicas


def test_a_browser_stays_with_one_replica(school):
    """A visitor gets a cookie once, all their requests go to one replica, and others may go to the other one."""
    proxy, log, _ = school
    places = set()
    for _ in range(12):
        browser = requests.Session()
        first = browser.get(proxy, timeout=60)
        assert "HttpOnly" in first.headers["Set-Cookie"]
        assert "hartcity_replica" not in browser.get(proxy, timeout=60).headers.get("Set-Cookie", "")
        lines = [line for line in log.read_text().splitlines() if '"part":"/",' in line][-2:]
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
        proxy, log = stack.enter_context(_proxy(tmp_path, trusting[0], trusting[0]))
        claims = {"X-Forwarded-For": "198.51.100.7"}
        for address in ("127.0.0.2", "127.0.0.3"):
            assert _came_from(proxy, address, claims) == {address}
        assert _came_from(wary[0], "127.0.0.2", claims) == {"127.0.0.2"}
        assert not re.search(r"127\.0\.0\.[23]|198\.51", log.read_text())


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
