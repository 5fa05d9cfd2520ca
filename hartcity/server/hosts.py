"""Only requests for a name of this server are answered, so that no foreign site can pass itself off as it.

A page anywhere can let its own name lead to this machine and would then read the application as if it were its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket
from streamlit import config


if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Receive, Scope, Send

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_ANY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - names of no one machine
_ANY_HOST = "*"
_MISDIRECTED = 421
_POLICY_VIOLATION = 1008


def named_hosts() -> tuple[str, ...]:
    """Return the names that this server answers to: this machine's, its own address, and ``server.allowedHosts``."""
    own = [config.get_option("server.address"), config.get_option("browser.serverAddress")]
    named = [*_THIS_MACHINE, *own, *config.get_option("server.allowedHosts")]
    return tuple(dict.fromkeys(name.lower() for name in named if name and name not in _ANY_ADDRESS))


def is_named(host: str, names: Iterable[str]) -> bool:
    """Whether the header ``Host`` gives one of ``names``; ``*.school.example`` names everything below a domain."""
    try:
        parts = urlsplit(f"//{host}")
        name = (parts.hostname or "").rstrip(".")
        bare = parts.path or parts.query or parts.fragment or parts.username or parts.password
        _ = parts.port  # raises where it is no number
    except ValueError:
        return False
    if not name or bare:
        return False
    return any(one in {name, _ANY_HOST} or (one.startswith("*.") and name.endswith(one[1:])) for one in names)


class Hosts:
    """Refuses requests that name another host, with the status for a misdirected request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan" or is_named(Headers(scope=scope).get("host", ""), named_hosts()):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close(_POLICY_VIOLATION)
        else:
            words = "This server is not known by that name. Its operator can add it to server.allowedHosts.\n"
            await PlainTextResponse(words, _MISDIRECTED)(scope, receive, send)
