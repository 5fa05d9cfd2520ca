"""Where a student's words are kept and who reads them, said as it is and not as it usually is."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import streamlit as st

from hartcity.engines import EngineStatus


_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})


def host() -> str:
    """Return the machine that serves this page, or an empty string when it is the student's own."""
    name = urlsplit(str(st.context.url or "")).hostname or ""
    return "" if name in _HERE else name


def kept() -> str:
    """Return where the words are kept, as the end of a sentence: ``on this machine``."""
    return f"on the server {host()}" if host() else "on this machine"


def readers(engines: Iterable[EngineStatus]) -> str:
    """Return a sentence about who else saw the words: nobody, or the server that the institution named."""
    others = sorted({status.host for status in engines if status.host})
    if others:
        return f"For grammar your words go to {' and '.join(others)}, a server of your institution, and nowhere else."
    return "Nothing left that server." if host() else "Nothing left this machine."
