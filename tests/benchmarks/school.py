"""A school's installation as processes of this machine: nginx, replicas, LanguageTool servers and PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from hartcity.engines.languagetool.install import find_installation
from hartcity.storage import NotStoredError, Store
from tests.benchmarks.sessions import ROOT
from tests.server import nginx
from tests.server.conftest import free_port
from tests.storage.postgres_server import PostgresServer


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NUMBER = re.compile(r"is at change (\d+)\.")


@dataclass
class Part:
    """One process of the installation: how it starts, how it is killed, and whether it answers."""

    name: str
    start: Callable[[], None]
    kill: Callable[[], None]
    answers: Callable[[], bool]


class School:
    """All parts of an installation, started in ``folder``."""

    def __init__(self, folder: Path, *, replicas: int = 2) -> None:
        self._folder = folder
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._database = PostgresServer()
        self._port = self._database.port
        self.store_url = make_url(self._database.new_database()).set(drivername="postgresql+psycopg")
        tools = {f"languagetool {number}": free_port() for number in (1, 2)}
        apps = {f"replica {number}": free_port() for number in range(1, replicas + 1)}
        urls = ",".join(f"http://127.0.0.1:{port}" for port in tools.values())
        for_app = {
            "DATABASE_URL": self.store_url.set(drivername="postgresql").render_as_string(hide_password=False),
            "LANGUAGETOOL_URLS": urls,
            "STREAMLIT_SERVER_COOKIE_SECRET": "the same for every replica of this sweep",
        }
        self.parts = [Part("postgresql", self._start_database, self._database.kill, self._reads)]
        for name, port in tools.items():
            serve = [sys.executable, "-m", "hartcity", "languagetool", "serve", "--port", str(port)]
            self._add(name, serve, f"http://127.0.0.1:{port}/v2/check", {}, b"language=en-US&text=A+word.")
        for name, port in apps.items():
            run = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
            self._add(name, run, f"http://127.0.0.1:{port}/ready", for_app)
        front = free_port()
        self.url = f"http://127.0.0.1:{front}"
        before = nginx.command(folder, front, *(f"http://127.0.0.1:{port}" for port in apps.values()))
        self._add("proxy", before, f"{self.url}/_stcore/health", {})
        for part in self.parts[1:]:
            part.start()

    def _add(
        self, name: str, command: list[str], url: str, environment: dict[str, str], body: bytes | None = None
    ) -> None:
        own = self._folder / name.replace(" ", "-")
        own.mkdir()
        installed = find_installation()
        places = {"HARTCITY_DATA": str(own), "LTP_PATH": str(installed.parent) if installed else str(own)}
        env = {**os.environ, **places, "HARTCITY_INSTALL_LANGUAGETOOL": "0", **environment}

        def start() -> None:
            with (own / "log").open("ab") as log:
                self._running[name] = subprocess.Popen(
                    command, cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
                )

        self.parts.append(Part(name, start, lambda: self._kill(name), lambda: _answers(url, body)))

    def _kill(self, name: str) -> None:
        self._running[name].kill()
        self._running[name].wait()

    def _start_database(self) -> None:
        self._database.start(self._port)

    def _reads(self) -> bool:
        try:
            self.changes({"nobody's": 0})
        except NotStoredError:
            return False
        return True

    def changes(self, acknowledged: dict[str, int]) -> dict[str, int]:
        """Return which change the stored draft of each workspace is at; -1 where there is none."""
        with closing(Store(self.store_url)) as store:
            found = {name: store.load(name) for name in acknowledged}
        texts = {name: work.draft.writing.text if work and work.draft else "" for name, work in found.items()}
        read = {name: NUMBER.search(text) for name, text in texts.items()}
        return {name: int(number[1]) if number else -1 for name, number in read.items()}

    def answers(self) -> bool:
        """Whether every part does what it is for."""
        return all(part.answers() for part in self.parts)

    def close(self) -> None:
        """End everything."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()
        self._database.close()


def _answers(url: str, body: bytes | None) -> bool:
    try:
        with urllib.request.urlopen(url, body, timeout=10) as answer:  # noqa: S310 - our own loopback servers
            return bool(answer.status == 200)
    except OSError:
        return False
