"""The server around a page of its own, so that these tests ask the server alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    folder: Path, *, command: tuple[str, ...] = (), **environment: str
) -> Iterator[tuple[str, subprocess.Popen[bytes], Path]]:
    """Start the app and yield its address, its process and the file of its log."""
    port, log = free_port(), folder / "log.txt"
    start = command or ("-m", "streamlit", "run", "app.py", "--server.port")
    env = {**os.environ, "HARTCITY_DATA": str(folder), "LTP_PATH": str(folder / "none")}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *start, str(port)],
            cwd=ROOT,
            env={**env, "HARTCITY_INSTALL_LANGUAGETOOL": "0", **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 120
            while not _answers(url):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline
                time.sleep(0.1)
            yield url, process, log
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own loopback server
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the running app."""
    with started(tmp_path_factory.mktemp("server")) as (url, _, _):
        yield url
