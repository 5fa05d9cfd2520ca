"""One Java process that serves LanguageTool on a port that is proven to be its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from hartcity.engines.languagetool.class_path import class_path


HOST = "127.0.0.1"

LONGEST_REQUEST = 60_000
"""The most UTF-16 units that the server takes in one request; ours are far shorter."""

CHECKS_AT_ONCE = 2

LONGEST_CHECK_SECONDS = 14

JVM_OPTIONS = (
    "-Xmx768m",
    # LanguageTool itself takes about 160 MB of heap, and a request leaves nothing behind: little room for what is new
    # costs hardly any time, and room for what is old that grows only when it is needed keeps the rest for others.
    "-Xms272m",
    "-Xmn56m",
    "-XX:SurvivorRatio=5",
    "-XX:MinHeapFreeRatio=25",
    "-XX:+UseSerialGC",
    # A Java that is too old for one of these passes it over. What it notes beside each object takes half the room (JEP
    # 519), and what its compiler needed while it was busy goes back to the system.
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-XX:+UseCompactObjectHeaders",
    "-XX:TrimNativeHeapInterval=10000",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    "-Djava.net.preferIPv4Stack=true",
    "-Dsun.net.httpserver.nodelay=true",
)
# Limits on errors or suggestions for a whole request are left out on purpose: with them the findings of a passage
# would depend on the passages that it travels with.
_PROPERTIES = {
    "cacheSize": 1000,
    "pipelineCaching": "true",
    "maxPipelinePoolSize": CHECKS_AT_ONCE,
    "pipelineExpireTimeInSeconds": 86_400,
    "pipelinePrewarming": "false",
    "maxCheckThreads": CHECKS_AT_ONCE,
    "maxWorkQueueSize": 16,
    "maxTextLength": LONGEST_REQUEST,
    "maxCheckTimeMillis": LONGEST_CHECK_SECONDS * 1000,
    "skipLoggingRuleMatches": "true",
    "skipLoggingChecks": "true",
}
_TAIL_LINES = 40
_PROOF_SECONDS = 2.0
_NICENESS = 15
_IS_LINUX = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server listens: on ``port`` (0: on a free one), for this machine alone or for other machines too."""

    port: int = 0
    for_others: bool = False


HERE = Place()
"""A free port of this machine."""


class ServerProcess:
    """A Java process in its own session that dies with this process.

    Create it on a thread that lives as long as the server should: on Linux the kernel ties the two together.
    """

    def __init__(
        self,
        java: Path,
        installation: Path,
        folder: Path,
        *,
        options: Sequence[str] = (),
        place: Place = HERE,
    ) -> None:
        """Start Java; ``folder`` takes the properties file, ``options`` are more options for Java.

        Raises OSError when it cannot be started.
        """
        self.port = place.port or _free_port()
        properties = folder / "server.properties"
        properties.write_text("".join(f"{key}={value}\n" for key, value in _PROPERTIES.items()), "utf-8")
        server = ["org.languagetool.server.HTTPServer", "--config", str(properties), "--port", str(self.port)]
        server += ["--public"] if place.for_others else []
        crash_report = f"-XX:ErrorFile={folder / 'crash.log'}"  # removed with the folder: it may hold words of a draft
        command = [str(java), *JVM_OPTIONS, *options, crash_report, "-cp", class_path(installation), *server]
        launcher = [sys.executable, "-I", "-S", str(Path(__file__).with_name("bound_launcher.py")), str(os.getpid())]
        self._process = subprocess.Popen(  # noqa: S603 - every part is ours
            [*launcher, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            start_new_session=True,
        )
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        self._quiet = threading.Event()
        threading.Thread(target=self._drain, name="languagetool-output", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process that was started."""
        return self._process.pid

    @property
    def url(self) -> str:
        """Where the server listens once it is up."""
        return f"http://{HOST}:{self.port}"

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def tail(self) -> str:
        """The last lines that Java wrote while it started; later ones are thrown away, with all they might tell."""
        return "\n".join(self._tail)

    def keep_quiet(self) -> None:
        """Remember nothing more of what Java writes. Call it before the first draft is sent."""
        self._quiet.set()

    def is_listening(self) -> bool:
        """Whether our process, and no other, listens on the port."""
        return self._is_listened_to() and any(
            connection.status == psutil.CONN_LISTEN and connection.laddr.port == self.port
            for connection in self._connections()
        )

    def _is_listened_to(self) -> bool:
        """Whether anybody listens on the port, which is quickly seen; nothing is sent."""
        with socket.socket() as probe:
            probe.settimeout(_PROOF_SECONDS)
            return probe.connect_ex((HOST, self.port)) == 0

    def owns(self, connected: socket.socket) -> bool:
        """Whether the other end of a loopback connection is held by our process.

        Waits up to two seconds for Java to accept it. False for a stranger, and for a Java that is stopped.
        """
        ours = connected.getsockname()[1]
        deadline = time.monotonic() + _PROOF_SECONDS
        while self.is_alive and time.monotonic() < deadline:
            for connection in self._connections():
                if connection.raddr and connection.raddr.port == ours and connection.laddr.port == self.port:
                    return True
            time.sleep(0.002)
        return False

    def wait(self, seconds: float) -> bool:
        """Wait until the process has ended, at most so long; return whether it has."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return not self.is_alive

    def be_nice(self) -> None:
        """Let everything else on this machine go first."""
        for process in self._family():
            with suppress(psutil.Error):
                process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else _NICENESS)

    def ask_to_end(self) -> None:
        """Let the process end by itself, with all that it has left to do."""
        for process in self._family():
            with suppress(psutil.Error):
                process.terminate()

    def stop(self) -> None:
        """End the process and wait for it."""
        for process in self._family():
            with suppress(psutil.Error):
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()

    def _family(self) -> list[psutil.Process]:
        with suppress(psutil.Error):
            process = psutil.Process(self._process.pid)
            if _IS_LINUX:  # the launcher has become Java
                return [process]
            return [*process.children(recursive=True), process]
        return []

    def _connections(self) -> list[Any]:
        found = []
        for process in self._family():
            with suppress(psutil.Error):
                found += process.net_connections(kind="inet")
        return found

    def _drain(self) -> None:
        output = self._process.stdout
        if output is None:
            return
        with output:
            for line in output:
                if not self._quiet.is_set():
                    self._tail.append(line.decode("utf-8", "replace").rstrip())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
