"""What a LanguageTool server is to the engine: on this machine, at the institution, or several of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hartcity.engines.base import EngineStatus
from hartcity.engines.languagetool.client import Endpoint


class Server(Protocol):
    """A LanguageTool server that may come and go. Safe from several threads."""

    def start(self) -> None:
        """Begin to make the server ready, in the background."""

    def close(self) -> None:
        """Stop what was started."""

    def status(self) -> EngineStatus:
        """Return a snapshot."""

    def endpoints(self) -> Sequence[Endpoint]:
        """Return where one may ask now: none while nobody would answer, several where several servers stand ready."""

    def fell_silent(self, endpoint: Endpoint) -> None:
        """Tell that ``endpoint`` gave no answer; it is not handed out again until it has answered a probe."""

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Wait while the server is on its way; return False when the time is up."""
