"""What ``streamlit.App`` is given so that every way to start the application leads to the same server."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from hartcity.server.headers import Headers
from hartcity.server.hosts import Hosts
from hartcity.server.life import life
from hartcity.server.measures import metrics
from hartcity.server.places import Places
from hartcity.server.readiness import ready


if TYPE_CHECKING:
    from collections.abc import Mapping

_OURS: Mapping[str, object] = {"runner.postScriptGC": False, "client.showErrorDetails": "none"}
"""Settings that hold whatever file or variable says otherwise."""


def settings(*, screens: str) -> dict[str, Any]:
    """Return the keyword arguments of ``streamlit.App``; ``screens`` is the package whose modules the pages load."""
    for name, value in _OURS.items():
        config.set_option(name, value)
    return {
        "lifespan": partial(life, screens=screens),
        "routes": [Route("/ready", ready), Route("/metrics", metrics)],
        "middleware": [Middleware(Headers), Middleware(Hosts), Middleware(Places)],
    }
