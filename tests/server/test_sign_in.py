"""How the server starts where people sign in, and what it does to cookies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from hartcity.server.headers import Headers
from hartcity.server.load_limits import LoadLimits
from tests.server.conftest import free_port


ROOT = Path(__file__).parents[2]


def answering(*, is_secure: bool) -> TestClient:
    """Return a client of a page that sets two cookies."""

    def page(_request: object) -> PlainTextResponse:
        answer = PlainTextResponse("yes")
        answer.set_cookie("one", "1", httponly=True, samesite="lax")
        answer.set_cookie("two", "secure", secure=True)
        return answer

    return TestClient(Headers(Starlette(routes=[Route("/", page)]), is_secure=is_secure))


def test_cookies_travel_by_tls_alone_where_browsers_come_by_it() -> None:
    """Each cookie says so once; on this machine, without TLS, none does."""
    secure = answering(is_secure=True).get("/").headers.get_list("set-cookie")
    assert [cookie.count("Secure") for cookie in secure] == [1, 1]
    assert all("SameSite=lax" in cookie for cookie in secure)
    plain = answering(is_secure=False).get("/").headers.get_list("set-cookie")
    assert [cookie.count("Secure") for cookie in plain] == [0, 1]


@pytest.mark.parametrize(("path", "status"), [("/email", 503), ("/oauth2callback?code=1", 200), ("/auth/login", 200)])
def test_the_way_back_from_signing_in_is_open_when_the_house_is_full(
    path: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer of the provider can be used once, so it is not refused."""
    monkeypatch.setattr(LoadLimits, "taken", 10_000_000)
    page = Route("/{path:path}", lambda _request: PlainTextResponse("yes"))
    answer = TestClient(LoadLimits(Starlette(routes=[page]))).get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("file", "told"),
    [("[auth\n", "cannot be read as TOML"), ('[auth]\nclient_id = "x"\n', "Missing under [auth]: server_metadata_url")],
)
def test_the_server_does_not_start_with_half_a_configuration(tmp_path: Path, file: str, told: str) -> None:
    """Whoever runs it reads what is missing, in one line."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(file, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())],
        cwd=ROOT,
        env={**os.environ, "STREAMLIT_SECRETS_FILES": str(secrets), "HARTCITY_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
