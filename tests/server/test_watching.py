"""What those who run the server can ask it: whether it is ready, and figures that tell nobody's words."""

from __future__ import annotations

import asyncio

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect

from tests.server.conftest import started


EXPECTED = {
    "hartcity_sessions",
    "hartcity_sessions_most",
    "hartcity_reruns",
    "hartcity_reruns_running",
    "hartcity_refused",
    "hartcity_engine_ready",
    "hartcity_engine_seconds",
    "hartcity_engine_silences",
    "hartcity_commits",
    "hartcity_rollbacks",
    "hartcity_errors",
}


def _figures(url: str, **headers: str) -> dict[str, float]:
    answer = requests.get(f"{url}/metrics", headers=headers, timeout=30)
    assert answer.status_code == 200
    families = list(text_string_to_metric_families(answer.text))
    assert {family.name for family in families} >= EXPECTED
    return {sample.name: sample.value for family in families for sample in family.samples if not sample.labels}


def test_the_figures_follow_what_happens(server):
    """An open session and its message are counted, and are gone from the count of the open ones afterwards."""

    async def visit() -> None:
        async with connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream") as stream:
            message = BackMsg()
            message.rerun_script.page_name = "method"
            await stream.send(message.SerializeToString())
            await stream.recv()
            during = await asyncio.to_thread(_figures, server)
            assert during["hartcity_sessions"] == before["hartcity_sessions"] + 1
            assert during["hartcity_reruns_total"] == before["hartcity_reruns_total"] + 1

    before = _figures(server)
    asyncio.run(visit())
    for _ in range(600):
        if _figures(server)["hartcity_sessions"] == before["hartcity_sessions"]:
            break
    else:
        pytest.fail("The session is still counted.")


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_what_a_proxy_passes_on_gets_no_figures(server, header):
    """Who comes through the proxy comes from outside, and finds nothing there."""
    assert requests.get(f"{server}/metrics", headers={header: "127.0.0.1"}, timeout=30).status_code == 404


def test_with_a_token_only_who_has_it_reads_the_figures(tmp_path):
    """Where a token is set, being on the same machine is not enough, and coming through a proxy is no hindrance."""
    with started(tmp_path, HARTCITY_METRICS_TOKEN="s3cret") as (url, _, _):  # noqa: S106 - no secret
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            assert requests.get(f"{url}/metrics", headers=headers, timeout=30).status_code == 404
        assert _figures(url, Authorization="Bearer s3cret")


def test_the_server_is_ready_when_drafts_can_be_saved_and_checked(server):
    """The answer names the database and each engine; LanguageTool may be absent."""
    for _ in range(600):
        answer = requests.get(f"{server}/ready", timeout=30)
        if answer.status_code == 200:
            break
    assert answer.status_code == 200
    states = answer.json()
    assert states.pop("languagetool") in {"starting", "absent"}  # whether it is there is looked up beside all this
    assert states == {"ready": True, "database": "ready", "harper": "ready"}


def test_the_server_is_not_ready_without_its_database(tmp_path):
    """A database that cannot be reached is told by its reason, and the process lives on."""
    with started(tmp_path, DATABASE_URL="postgresql://nobody@127.0.0.1:9/none") as (url, process, _):
        answer = requests.get(f"{url}/ready", timeout=30)
        assert answer.status_code == 503
        assert answer.json()["database"] == "unreachable"
        assert answer.json()["ready"] is False
        assert process.poll() is None
