"""What every answer tells the browser: run only what comes from here, frame nothing, tell nobody the address."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import MutableHeaders


if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def _inline_scripts() -> str:
    """Return, for each script inside Streamlit's own page, the digest by which a browser lets it run."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


_POLICY = {
    "default-src": "'self'",
    # Components that are written in Python come as blobs, and the plan is drawn by WebAssembly.
    "script-src": f"'self' blob: 'wasm-unsafe-eval' {_inline_scripts()}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' data: blob:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in _POLICY.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_REQUEST_ID = "X-Request-ID"
_OF_SOMEBODY = "/media/"
"""What is downloaded from here is somebody's work, which no cache on the way and no shared browser should keep."""
_CLOSED = frozenset({"/_stcore/metrics"})
_NOT_FOUND = 404


def _by_tls_alone(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_cookie = name.lower() == b"set-cookie" and b"secure" not in value.lower().split(b"; ")
    return name, value + b"; Secure" if is_cookie else value


class Headers:
    """Adds the headers to every answer, with a number to find the request by, and closes what is nobody's business."""

    def __init__(self, app: ASGIApp, *, is_secure: bool = False) -> None:
        """``is_secure``: browsers come by TLS alone, so cookies may travel by nothing else."""
        self._app = app
        self._is_secure = is_secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers[_REQUEST_ID] = request_id
                if scope["path"].startswith(_OF_SOMEBODY):
                    headers["Cache-Control"] = "no-store"
                if self._is_secure:
                    message["headers"] = [_by_tls_alone(name, value) for name, value in message["headers"]]
            await send(message)

        if scope["path"].rstrip("/") in _CLOSED:
            await send_with_headers({"type": "http.response.start", "status": _NOT_FOUND, "headers": []})
            await send_with_headers({"type": "http.response.body", "body": b""})
            return
        await self._app(scope, receive, send_with_headers)
