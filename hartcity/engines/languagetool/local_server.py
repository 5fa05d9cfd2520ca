"""One LanguageTool server, kept running: installed, started, warmed, watched, and started again when it ends."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hartcity.engines.base import EngineState, EngineStatus
from hartcity.engines.languagetool import aot_cache
from hartcity.engines.languagetool.client import NOTHING_MUTED, PROBE, Client, Endpoint, Muted, SilentServerError
from hartcity.engines.languagetool.install import InstallError, Progress, find_installation, install, verify
from hartcity.engines.languagetool.java import find_java
from hartcity.engines.languagetool.java_process import HERE, LONGEST_CHECK_SECONDS, Place, ServerProcess
from hartcity.engines.languagetool.lock import VERSION
from hartcity.engines.languagetool.status_board import StatusBoard


_START_SECONDS = 180.0
_PROBE_SECONDS = 5.0
_HUNG_SECONDS = 60.0
_LOOK_SECONDS = 0.1
_LOOK_AT_START_SECONDS = 0.02
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 60.0
_STEADY_SECONDS = 120.0
_WARM_UP = (
    "Dear Ms. Rivera, my name is Sam Lee and I works with familys at a small agency in town. One of the parents that "
    "we serve are looking for a evening program, and she have asked me to write you. Would Tuesday at 10:00 a.m. or "
    "Thursday afternoon be convenient for a short call?\n\nThank you for your time, and for the the care that your "
    "team shows. I look forward to hear from you. Kind regards, Sam Lee, 555-0100."
)
_STARTING_AGAIN = "LanguageTool stopped and is being started again. Until then grammar is checked by Harper."
_NO_ROOM = (
    "LanguageTool could not be kept on this machine, because its folder cannot be written. "
    "Grammar is checked by Harper. May this program write there, or to a folder that LTP_PATH names?"
)
_NOT_ANSWERING = "LanguageTool is not answering at the moment. Until it does, grammar is checked by Harper."


class LocalServer:
    """The server on this machine.

    One thread of our own installs, starts and watches it, so there is never more than one Java however slow it
    starts, and it dies with this process because that thread lives as long as the process does.
    """

    def __init__(
        self,
        *,
        may_install: bool = True,
        java: Callable[[], Path] = find_java,
        installation: Callable[[], Path | None] = find_installation,
        place: Place = HERE,
        muted: Muted = NOTHING_MUTED,
    ) -> None:
        """Prepare without starting; ``java`` and ``installation`` are looked up on the server's own thread.

        ``muted`` is what drafts are checked without: the server makes its rules ready for that.
        """
        self._place = place
        self._muted = muted
        self._may_install = may_install
        self._find_java = java
        self._find_installation = installation
        self._board = StatusBoard()
        self._lock = threading.Lock()
        self._keeper: threading.Thread | None = None
        self._learner: threading.Thread | None = None
        self._closing = threading.Event()
        self._suspected = threading.Event()
        self._endpoint: Endpoint | None = None
        self._process: ServerProcess | None = None

    def start(self) -> None:
        """Begin to install (where allowed), start and warm the server; does nothing while that goes on."""
        with self._lock:
            if self._closing.is_set() or (self._keeper is not None and self._keeper.is_alive()):
                return
            self._board.post(EngineState.STARTING, "LanguageTool is starting.")
            self._keeper = threading.Thread(target=self._keep, name="languagetool", daemon=True)
            self._keeper.start()

    def close(self) -> None:
        """Stop the server and wait until it has ended."""
        self._closing.set()
        with self._lock:
            threads, process = (self._keeper, self._learner), self._process
        if process is not None:
            process.stop()
        for thread in threads:
            if thread is not None:
                thread.join(_PROBE_SECONDS)

    def status(self) -> EngineStatus:
        """Return a snapshot."""
        return self._board.read()

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Wait until the server is ready or known not to come; return False when the time is up."""
        return self._board.wait_until_settled(seconds)

    def endpoint(self) -> Endpoint | None:
        """Return where the server answers, or None while it does not."""
        process = self._process
        if process is None or not process.is_alive:
            return None
        return self._endpoint

    def endpoints(self) -> Sequence[Endpoint]:
        """Return the one endpoint, or none while it does not answer."""
        endpoint = self.endpoint()
        return () if endpoint is None else (endpoint,)

    def fell_silent(self, endpoint: Endpoint) -> None:
        """Hand out ``endpoint`` no more until it answers again."""
        with self._lock:
            if self._endpoint is endpoint:
                self._endpoint = None
                self._board.post(EngineState.AWAY, _NOT_ANSWERING)
                self._suspected.set()

    @property
    def pid(self) -> int | None:
        """The running Java, or None."""
        process = self._process
        return process.pid if process is not None and process.is_alive else None

    def _keep(self) -> None:
        installation = self._installed()
        if installation is None:
            return
        java = self._find_java()
        pause = _FIRST_PAUSE_SECONDS
        with tempfile.TemporaryDirectory(prefix="hartcity-languagetool-", ignore_cleanup_errors=True) as folder:
            while not self._closing.is_set():
                began = time.monotonic()
                self._run_once(java, installation, Path(folder))
                if time.monotonic() - began > _STEADY_SECONDS:
                    pause = _FIRST_PAUSE_SECONDS
                self._closing.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
        self._board.post(EngineState.ABSENT, "LanguageTool has been stopped.")

    def _installed(self) -> Path | None:
        try:
            found = self._find_installation()
            if found is None and self._may_install:
                self._on_progress(None)
                return install(on_progress=self._on_progress)
            if found is not None:
                verify(found, anew=False)
                return found
        except InstallError as error:
            self._board.post(EngineState.ABSENT, str(error))
            return None
        except OSError:
            self._board.post(EngineState.ABSENT, _NO_ROOM)
            return None
        self._board.post(EngineState.ABSENT, "LanguageTool is not on this machine. Grammar is checked by Harper.")
        return None

    def _on_progress(self, progress: Progress | None) -> None:
        if progress is None:
            self._board.post(EngineState.INSTALLING, "LanguageTool is being fetched.", progress=0.0)
            return
        message = f"LanguageTool is being fetched: {progress.jars_done} of {progress.jars_total} files."
        self._board.post(EngineState.INSTALLING, message, progress=progress.share)

    def _run_once(self, java: Path, installation: Path, folder: Path) -> None:
        """Start one process and stay with it until it ends."""
        try:
            learned = aot_cache.options(java, installation)
            process = ServerProcess(java, installation, folder, options=learned, place=self._place)
        except OSError:
            self._board.post(EngineState.AWAY, "LanguageTool could not be started, because Java does not run here.")
            return
        self._process = process
        try:
            client = self._warmed(process)
            if client is not None:
                self._learn_later(java, installation)
                self._watch(process, client)
        finally:
            with self._lock:
                self._endpoint = None
            process.stop()
            self._board.post(EngineState.AWAY, _STARTING_AGAIN)

    def _learn_later(self, java: Path, installation: Path) -> None:
        """Let later starts be faster: once, a while after a start, with the least of the machine's attention."""
        if self._learner is None and aot_cache.is_wanted(java, installation):
            self._learner = threading.Thread(
                target=aot_cache.learn,
                args=(java, installation, self._closing),
                name="languagetool-learner",
                daemon=True,
            )
            self._learner.start()

    def _warmed(self, process: ServerProcess) -> Client | None:
        """Wait until the server has answered real checks; None when it ended or took too long."""
        deadline = time.monotonic() + _START_SECONDS
        while process.is_alive and not process.is_listening():
            if time.monotonic() > deadline or self._closing.wait(_LOOK_AT_START_SECONDS):
                return None
        if self._board.read().state.is_on_its_way:
            self._board.post(EngineState.WARMING, "LanguageTool is warming up.")
        while process.is_alive and time.monotonic() < deadline and not self._closing.is_set():
            try:
                limit = LONGEST_CHECK_SECONDS + _PROBE_SECONDS
                client = Client(Endpoint(process.url, process.owns), seconds=limit, muted=self._muted)
                if client.check(PROBE):
                    # After a fault it matters more to be back soon; a draft that waits warms the server as well.
                    if self._board.read().state.is_on_its_way and not self._board.is_awaited:
                        client.check(_WARM_UP)
                    return client
            except SilentServerError:  # the first check may take longer than a check may take
                self._closing.wait(_LOOK_SECONDS)
        return None

    def _watch(self, process: ServerProcess, client: Client) -> None:
        """Hand out the endpoint while the server answers; return when it ended or hangs for good."""
        process.keep_quiet()
        client.limit(_PROBE_SECONDS)
        self._suspected.clear()
        self._hand_out(process)
        silent_since: float | None = None
        while not self._closing.is_set() and not process.wait(_LOOK_SECONDS):
            if not self._suspected.is_set():
                continue
            silent_since = silent_since or time.monotonic()
            if time.monotonic() - silent_since > _HUNG_SECONDS:
                return
            if self._answers(client):
                silent_since = None
                self._suspected.clear()
                self._hand_out(process)
            else:
                self._closing.wait(_LOOK_SECONDS)

    def _hand_out(self, process: ServerProcess) -> None:
        with self._lock:
            self._endpoint = Endpoint(process.url, process.owns)
            self._board.post(EngineState.READY, version=VERSION)

    def _answers(self, client: Client) -> bool:
        try:
            return bool(client.check(PROBE))
        except SilentServerError:
            return False
