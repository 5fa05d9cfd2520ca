"""How many people may be here at once, and how fast one of them may ask, so that nobody takes the rest's turn.

A session needs about six open files. Rather than run out of them, which would also keep those who are here from saving,
a newcomer is told kindly that it is full.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse
from starlette.websockets import WebSocket


if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

if sys.platform != "win32":
    import resource

_FILES_WANTED = 65_536
_FILES_OF_A_SESSION = 6
_FILES_OF_THE_LEFT = 3 * 128  # Streamlit keeps 128 sessions that have left, for two minutes
_FILES_OF_THE_SERVER = 200
_MOST_SESSIONS = 300
_FEWEST_SESSIONS = 10
_STREAM = "/_stcore/stream"
_TRY_AGAIN_LATER = 1013
_UNAVAILABLE = 503
_PAUSE_SECONDS = 20

MESSAGES_A_SECOND = 8.0
"""How many messages of one session are taken in on and on; the rest wait, and only that session with them."""

MESSAGES_AT_ONCE = 60
"""How many messages may come in a row before the session has to wait."""

_FULL = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="{_PAUSE_SECONDS}">
<title>Many people are here just now</title>
<style>body{{font:1.1rem/1.6 sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}}</style>
<h1>Many people are here just now</h1>
<p>There is no free place at the moment. This page tries again by itself every {_PAUSE_SECONDS} seconds,
so you can leave it open.</p>
<p>What you saved earlier is safe, and you will find it as you left it.</p>
</html>
"""


def allow_many_files() -> None:
    """Raise the number of files that may be open, as far as the system lets this process."""
    if sys.platform == "win32":  # which has no such limits
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES_WANTED if hard == resource.RLIM_INFINITY else min(hard, _FILES_WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def capacity() -> int:
    """Return how many sessions may be open: ``HARTCITY_SESSIONS``, else what suits one process, and never more files.

    Where the system allows few open files, it is fewer.
    """
    chosen = os.environ.get("HARTCITY_SESSIONS", "")
    wanted = int(chosen) if chosen.isdecimal() else _MOST_SESSIONS
    if sys.platform == "win32":
        return wanted
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return wanted
    possible = (files - _FILES_OF_THE_SERVER - _FILES_OF_THE_LEFT) // _FILES_OF_A_SESSION
    return max(1, min(wanted, max(possible, _FEWEST_SESSIONS)))


_NO_PAGES = ("/_stcore/", "/static/", "/auth/", "/oauth2callback")
"""Beginnings of addresses that are no pages; on the way back from signing in, a refusal would spoil the answer."""


class LoadLimits:
    """Counts the open sessions, refuses what would be too many, and slows a session down that asks without end."""

    taken = 0
    refused = 0
    messages = 0

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket" and scope["path"].endswith(_STREAM):
            await self._stream(scope, receive, send)
        elif self._is_page(scope) and LoadLimits.taken >= capacity():
            LoadLimits.refused += 1
            headers = {"Retry-After": str(_PAUSE_SECONDS), "Cache-Control": "no-store"}
            await HTMLResponse(_FULL, _UNAVAILABLE, headers)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        if LoadLimits.taken >= capacity():
            LoadLimits.refused += 1
            await WebSocket(scope, receive, send).close(_TRY_AGAIN_LATER)
            return
        LoadLimits.taken += 1
        pace = _Pace()

        async def receive_in_turn() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                LoadLimits.messages += 1
                await asyncio.sleep(pace.wait())
            return message

        try:
            await self._app(scope, receive_in_turn, send)
        finally:
            LoadLimits.taken -= 1

    @staticmethod
    def _is_page(scope: Scope) -> bool:
        """Whether a person asks for a page; its parts, and those who watch the server, are always answered."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        accepted = next((value for name, value in scope["headers"] if name == b"accept"), b"")
        return b"text/html" in accepted and not scope["path"].startswith(_NO_PAGES)


class _Pace:
    """A bucket of tokens: each message takes one, and time brings them back."""

    def __init__(self) -> None:
        self._tokens = float(MESSAGES_AT_ONCE)
        self._at = time.monotonic()

    def wait(self) -> float:
        """Take a token and return how many seconds the session has to wait for it."""
        now = time.monotonic()
        self._tokens = min(MESSAGES_AT_ONCE, self._tokens + (now - self._at) * MESSAGES_A_SECOND) - 1
        self._at = now
        return max(0.0, -self._tokens / MESSAGES_A_SECOND)
