"""Where a server's state is posted, read as a snapshot, and waited for."""

from __future__ import annotations

import threading

from hartcity.engines.base import EngineState, EngineStatus


NAME = "languagetool"


class StatusBoard:
    """The state of one engine. Safe from several threads."""

    def __init__(self, host: str = "") -> None:
        self._changed = threading.Condition()
        self._host = host
        self._waiting = 0
        self._status = EngineStatus(NAME, EngineState.ABSENT, message="LanguageTool has not been started.", host=host)

    def post(
        self,
        state: EngineState,
        message: str = "",
        *,
        version: str | None = None,
        progress: float | None = None,
    ) -> None:
        """Replace the state, and wake those who wait."""
        with self._changed:
            self._status = EngineStatus(NAME, state, version, progress, message, self._host)
            self._changed.notify_all()

    def read(self) -> EngineStatus:
        """Return a snapshot."""
        with self._changed:
            return self._status

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for the engine now."""
        with self._changed:
            return self._waiting > 0

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Wait while the engine is on its way, at most so long; return whether that is over."""
        with self._changed:
            self._waiting += 1
            try:
                return self._changed.wait_for(lambda: not self._status.state.is_on_its_way, seconds)
            finally:
                self._waiting -= 1
