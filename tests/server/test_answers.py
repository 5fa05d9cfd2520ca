"""Whom the server answers, and what it tells every browser."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import pytest
import requests
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from hartcity.server.headers import HEADERS
from hartcity.server.hosts import is_named


@pytest.mark.parametrize("path", ["/", "/email", "/_stcore/health", "/media/none.pdf"])
def test_every_answer_bears_the_headers(server, path):
    """Pages, parts and even answers that say no tell the browser the same, and each has a number of its own."""
    answer, other = (requests.get(server + path, timeout=30) for _ in range(2))
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["X-Request-ID"] != other.headers["X-Request-ID"]


def test_nobody_may_frame_a_page_or_learn_its_address(server):
    """The two headers that keep the workspace's address with its owner say so plainly."""
    headers = requests.get(server, timeout=30).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"


def test_measures_of_the_framework_are_nobodys_business(server):
    """Streamlit's own statistics are not to be had from outside."""
    assert requests.get(f"{server}/_stcore/metrics", timeout=30).status_code == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost.evil.example", "localhost@evil.example", ""]
)
def test_a_foreign_host_is_refused(server, host):
    """A page elsewhere that lets its name lead here gets nothing, over HTTP as over WebSocket."""
    answer = requests.get(server, headers={"Host": host}, timeout=30)
    assert answer.status_code in {400, 421}
    assert "<html" not in answer.text


def test_a_foreign_host_gets_no_stream(server):
    """The stream is closed to a foreign name before a session begins."""
    address = urlsplit(server)

    async def ask() -> None:
        async with connect("ws://evil.example/_stcore/stream", host=address.hostname, port=address.port):
            pass

    with pytest.raises(InvalidStatus) as refused:
        asyncio.run(ask())
    assert refused.value.response.status_code == 403


def test_a_foreign_page_gets_no_stream(server):
    """A page of another site cannot open a stream in a visitor's name, whatever cookies the browser sends along."""

    async def ask() -> None:
        async with connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream", origin="https://evil.example"):
            pass

    with pytest.raises(InvalidStatus) as refused:
        asyncio.run(ask())
    assert refused.value.response.status_code == 403


def test_a_request_is_not_sent_back(server):
    """TRACE, which would show cookies to a script, is not answered."""
    assert requests.request("TRACE", server, timeout=30).status_code == 405


def test_downloads_stay_in_no_cache(server):
    """What somebody downloads is their work, so no cache may keep it."""
    assert requests.get(f"{server}/media/nothing.pdf", timeout=30).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "names", "answered"),
    [
        ("localhost:8501", ["localhost"], True),
        ("[::1]:8501", ["::1"], True),
        ("LOCALHOST.", ["localhost"], True),
        ("a.school.example", ["*.school.example"], True),
        ("school.example", ["*.school.example"], False),
        ("notschool.example", ["*.school.example"], False),
        ("anything.example", ["*"], True),
        ("localhost:port", ["localhost"], False),
        ("localhost/path", ["localhost"], False),
        ("", ["*"], False),
    ],
)
def test_a_host_is_known_by_its_whole_name(host, names, answered):
    """Ports and capitals do not matter; a part of a name, or a name inside another, is not enough."""
    assert is_named(host, names) is answered
