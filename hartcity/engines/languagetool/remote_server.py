"""A LanguageTool server that the institution runs, named by ``LANGUAGETOOL_URL``."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hartcity.engines.base import EngineState
from hartcity.engines.languagetool.client import (
    PROBE,
    Client,
    Endpoint,
    SilentServerError,
    other_host,
    refuse_public,
)
from hartcity.engines.languagetool.status_board import StatusBoard


if TYPE_CHECKING:
    from hartcity.engines.base import EngineStatus


_PROBE_SECONDS = 8.0
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 30.0
_NOT_ANSWERING = "The grammar server of your institution is not answering. Until it does, grammar is checked by Harper."


class RemoteServer:
    """A server that others run: never started or stopped here, and probed until it answers."""

    def __init__(self, url: str) -> None:
        """Take the server's address. Raises PublicServerError for a public grammar service."""
        refuse_public(url)
        self._url = url
        self._board = StatusBoard(other_host(url))
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._prober: threading.Thread | None = None
        self._endpoint: Endpoint | None = None

    def start(self) -> None:
        """Begin to probe the server, unless that goes on already or it answers."""
        with self._lock:
            if self._prober is None and not self._closing.is_set():
                self._board.post(EngineState.STARTING, "Your institution's grammar server is being asked.")
                self._probe_soon()

    def close(self) -> None:
        """Stop probing."""
        self._closing.set()

    def status(self) -> EngineStatus:
        """Return a snapshot."""
        return self._board.read()

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Wait until the first probe has been answered or not."""
        return self._board.wait_until_settled(seconds)

    def endpoint(self) -> Endpoint | None:
        """Return where the server answers, or None while it does not."""
        return self._endpoint

    def endpoints(self) -> Sequence[Endpoint]:
        """Return the one endpoint, or none while it does not answer."""
        endpoint = self._endpoint
        return () if endpoint is None else (endpoint,)

    def fell_silent(self, endpoint: Endpoint) -> None:
        """Hand out ``endpoint`` no more until it answers a probe."""
        with self._lock:
            if self._endpoint is endpoint and not self._closing.is_set():
                self._endpoint = None
                self._board.post(EngineState.AWAY, _NOT_ANSWERING)
                self._probe_soon()

    def _probe_soon(self) -> None:
        self._prober = threading.Thread(target=self._probe, name="languagetool-probe", daemon=True)
        self._prober.start()

    def _probe(self) -> None:
        pause = _FIRST_PAUSE_SECONDS
        while not self._closing.is_set():
            version = self._answering_version()
            if version is not None:
                with self._lock:
                    self._endpoint = Endpoint(self._url)
                    self._board.post(EngineState.READY, version=version)
                return
            self._board.post(EngineState.AWAY, _NOT_ANSWERING)
            self._closing.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)

    def _answering_version(self) -> str | None:
        try:
            client = Client(Endpoint(self._url), seconds=_PROBE_SECONDS)
            client.check(PROBE)
        except SilentServerError:
            return None
        client.close()
        return client.server_version
