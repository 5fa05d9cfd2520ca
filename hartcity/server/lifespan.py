"""The server's start and end."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import threading
import webbrowser
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from streamlit import config
from streamlit.web.server import server_util

from hartcity.analysis import check_draft, close, start_engines
from hartcity.model import Draft
from hartcity.server import garbage, load_limits, logs
from hartcity.server.made_files import keep_made_files
from hartcity.server.waiting_values import keep_waiting_values


if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from streamlit import App

_DRAFT = "Dear Ms. Lee,\n\nWould you have time for a short call on Monday?\n\nThank you,\nSam Reyes"


@asynccontextmanager
async def life(_app: App, *, screens: str) -> AsyncIterator[None]:
    """Prepare what every visitor needs, and leave nothing running at the end.

    ``screens`` is the package whose modules the pages load.
    """
    logs.adopt()
    load_limits.allow_many_files()
    garbage.keep_arenas_few()
    keep_waiting_values()
    keep_made_files()
    start_engines()
    collector = garbage.Collector()
    threading.Thread(target=_get_ready, args=(screens, collector), name="start-up", daemon=True).start()
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_soon(webbrowser.open, _address())
    try:
        yield
    finally:
        close()


def _get_ready(screens: str, collector: garbage.Collector) -> None:
    """Load what pages load, read a first draft, and then keep all of it out of every later collection."""
    try:
        for module in pkgutil.walk_packages(importlib.import_module(screens).__path__, f"{screens}."):
            importlib.import_module(module.name)
        check_draft(Draft(text=_DRAFT), engines=(), wait=False)
        logs.adopt()
        garbage.settle()
    finally:  # whatever went wrong, memory is given back
        collector.start()


def _address() -> str:
    named = config.get_option("browser.serverAddress") if config.is_manually_set("browser.serverAddress") else ""
    return server_util.get_url(named or config.get_option("server.address") or "localhost")
