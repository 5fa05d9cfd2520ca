"""nginx with the configuration that is shipped, before replicas on this machine."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.server.conftest import free_port


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


def command(folder: Path, port: int, *replicas: str, tls: tuple[int, Path, Path] | None = None) -> list[str]:
    """Write the configuration into ``folder``, with the log ``access.txt``, and return what starts nginx with it."""
    text = CONFIGURATION.read_text("utf-8")
    for number, replica in enumerate(replicas, 1):
        text = text.replace(f"app-{number}:8501", replica.removeprefix("http://"))
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/dev/stdout", str(folder / "access.txt"))
    text = text.replace("worker_processes auto", "worker_processes 1").replace("/tmp/nginx", f"{folder}/nginx-")  # noqa: S108
    if tls:
        line = re.search(r"# listen 8443 ssl; ssl_certificate /\S+ ssl_certificate_key /\S+", text)
        assert line, "The configuration no longer shows how to listen by TLS."
        at, chain, private = tls
        shown = f"listen 127.0.0.1:{at} ssl; ssl_certificate {chain}; ssl_certificate_key {private};"
        text = text.replace(line[0], shown)
    (folder / "nginx.conf").write_text(text, "utf-8")
    return [_nginx(folder), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]


@contextmanager
def proxy(folder: Path, *replicas: str, tls: tuple[int, Path, Path] | None = None) -> Iterator[tuple[str, Path]]:
    """Start nginx before the replicas, and yield its address and the file of its log; ``error.txt`` is beside it."""
    port = free_port()
    start = command(folder, port, *replicas, tls=tls)
    with (folder / "error.txt").open("wb") as errors:
        process = subprocess.Popen(start, stdout=errors, stderr=errors)
        try:
            url = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while not answers(url):
                assert process.poll() is None, (folder / "error.txt").read_text()
                assert time.monotonic() < deadline
                time.sleep(0.1)
            yield url, folder / "access.txt"
        finally:
            process.terminate()
            process.wait(30)


def answers(url: str) -> bool:
    """Whether somebody says at ``url`` that they are well."""
    with contextlib.suppress(requests.RequestException):
        return requests.get(f"{url}/_stcore/health", timeout=5).status_code == 200
    return False
