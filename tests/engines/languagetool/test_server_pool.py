"""Several servers share the work, and one that is broken is passed over."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from hartcity.engines import Grammar
from hartcity.engines.base import Answer, EngineState
from hartcity.engines.languagetool.client import PublicServerError
from hartcity.engines.languagetool.engine import LanguageToolEngine
from hartcity.engines.languagetool.java_process import CHECKS_AT_ONCE
from hartcity.engines.languagetool.server_pool import ServerPool
from tests.engines.languagetool.conftest import StandIn


@pytest.fixture
def servers():
    """Give two stand-ins for servers."""
    both = (StandIn(), StandIn())
    threads = [threading.Thread(target=server.serve_forever, daemon=True) for server in both]
    for thread in threads:
        thread.start()
    yield both
    for server, thread in zip(both, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join()


def _ready(*servers: StandIn) -> ServerPool:
    pool = ServerPool([server.url for server in servers])
    pool.start()
    assert pool.wait_until_settled(30)
    while len(pool.endpoints()) < len(servers):
        assert pool.status().state is EngineState.READY
    for server in servers:
        server.received.clear()
    return pool


def test_the_least_busy_server_is_asked(servers):
    """While every place at both is taken, each of the two has as many checks as it can do at once."""
    pool = _ready(*servers)
    all_here = threading.Barrier(2 * CHECKS_AT_ONCE)
    for server in servers:
        plain = server.answer

        def answer(plain=plain):
            all_here.wait(30)
            return plain()

        server.answer = answer
    engine = LanguageToolEngine(pool)
    with ThreadPoolExecutor(2 * CHECKS_AT_ONCE) as callers:
        replies = list(callers.map(engine.find, [[f"Words {n}."] for n in range(2 * CHECKS_AT_ONCE)]))
    assert replies == [(Answer(()),)] * (2 * CHECKS_AT_ONCE)
    assert [len(server.received) for server in servers] == [CHECKS_AT_ONCE] * 2
    pool.close()


def test_a_broken_server_is_passed_over_and_nobody_notices(servers):
    """When one fails in the middle of a check, the other one gives the answer, and gives all later ones."""
    broken, whole = servers
    pool = _ready(broken, whole)
    broken.answer = lambda: (500, "")
    engine = LanguageToolEngine(pool)
    assert [engine.find([f"Words {number}."]) for number in range(4)] == [(Answer(()),)] * 4
    assert len(whole.received) == 4
    assert pool.status().state is EngineState.READY
    pool.close()


def test_a_public_service_is_refused_in_a_pool_too(monkeypatch):
    """One public address among several is enough to refuse."""
    monkeypatch.setenv("LANGUAGETOOL_URLS", "http://10.0.0.5:8081, https://api.languagetool.org")
    with pytest.raises(PublicServerError):
        Grammar()


def test_the_setting_names_several(servers, monkeypatch):
    """With ``LANGUAGETOOL_URLS`` the engines use those servers and start no Java."""
    monkeypatch.setenv("LANGUAGETOOL_URLS", ",".join(server.url for server in servers))
    engines = Grammar()
    assert engines.find("They is here.").engines["languagetool"] == "9.9"
    assert any(server.received for server in servers)
    engines.close()
