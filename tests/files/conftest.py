"""A server of the test's own, either way to a process, and a door at which two processes meet."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hartcity.files import fork_server as forking
from hartcity.files import worker
from hartcity.files.fork_server import ForkServer
from tests.files.asking import ALONE, FORKED, needs_forks


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkServer]:
    """Give a server of this test's own, which is not started yet."""
    server = ForkServer()
    monkeypatch.setattr(worker, "_FORK_SERVER", server)
    yield server
    server.close()


@pytest.fixture(params=[pytest.param(FORKED, marks=needs_forks), ALONE])
def way(request: pytest.FixtureRequest, server: ForkServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have files read in either way, and not by another test's server."""
    assert server is worker._FORK_SERVER
    monkeypatch.setattr(forking, "CAN_FORK", request.param == FORKED)
    return str(request.param)


@pytest.fixture
def door(tmp_path: Path) -> str:
    """Give a path that opens for reading and writing only where both are asked for."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes there")
    os.mkfifo(tmp_path / "door")
    return str(tmp_path / "door")
