"""Several LanguageTool servers of the institution, named by ``LANGUAGETOOL_URLS``: those that answer are asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hartcity.engines.base import EngineState
from hartcity.engines.languagetool.remote_server import RemoteServer


if TYPE_CHECKING:
    from hartcity.engines.base import EngineStatus
    from hartcity.engines.languagetool.client import Endpoint

_LOOK_SECONDS = 0.05
_ORDER = (EngineState.READY, EngineState.WARMING, EngineState.STARTING, EngineState.AWAY)


class ServerPool:
    """Servers side by side, each of them probed with a real check before it is asked, and again when it fell silent."""

    def __init__(self, urls: Sequence[str]) -> None:
        """Take the servers' addresses. Raises PublicServerError for a public grammar service."""
        self._members = tuple(RemoteServer(url) for url in urls)
        self._closing = threading.Event()

    def start(self) -> None:
        """Begin to probe every server."""
        for member in self._members:
            member.start()

    def close(self) -> None:
        """Stop probing."""
        self._closing.set()
        for member in self._members:
            member.close()

    def status(self) -> EngineStatus:
        """Return the snapshot of the server that stands best."""
        return min((member.status() for member in self._members), key=_standing)

    def endpoints(self) -> Sequence[Endpoint]:
        """Return every server that answers."""
        return tuple(endpoint for member in self._members for endpoint in member.endpoints())

    def fell_silent(self, endpoint: Endpoint) -> None:
        """Hand out ``endpoint`` no more until it answers a probe; the others go on."""
        for member in self._members:
            member.fell_silent(endpoint)

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Wait until one server is ready, or all have been probed without one; return False when the time is up."""
        until = None if seconds is None else time.monotonic() + seconds
        while not self.endpoints() and any(member.status().state.is_on_its_way for member in self._members):
            if self._closing.wait(_LOOK_SECONDS) or (until is not None and time.monotonic() > until):
                return False
        return True


def _standing(status: EngineStatus) -> int:
    return _ORDER.index(status.state) if status.state in _ORDER else len(_ORDER)
