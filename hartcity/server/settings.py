"""What ``streamlit.App`` is given so that every way to start the application leads to the same server."""

from __future__ import annotations

import os
import tomllib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import config

from hartcity.identity import PROVIDER, ConfigurationError, provider, sign_in
from hartcity.server.headers import Headers
from hartcity.server.hosts import Hosts
from hartcity.server.lifespan import life
from hartcity.server.load_limits import LoadLimits
from hartcity.server.monitoring import metrics
from hartcity.server.readiness import ready


if TYPE_CHECKING:
    from collections.abc import Mapping

_OURS: Mapping[str, object] = {
    "runner.postScriptGC": False,
    "runner.fastReruns": False,
    "client.showErrorDetails": "none",
}
"""Settings that hold whatever file or variable says otherwise."""


def settings(*, screens: str) -> dict[str, Any]:
    """Return the keyword arguments of ``streamlit.App``; ``screens`` is the package whose modules the pages load.

    Raises:
        SystemExit: sign-in is configured in part; to go on would let everybody in.

    """
    for name, value in _OURS.items():
        config.set_option(name, value)
    try:
        secrets = _secrets()
        how = sign_in(os.environ, secrets)
    except ConfigurationError as error:
        raise SystemExit(str(error)) from None
    return {
        "lifespan": partial(life, screens=screens),
        "routes": [Route("/ready", ready), Route("/metrics", metrics)],
        "middleware": [
            Middleware(Headers, is_secure=how is not None and how.redirect_uri.startswith("https:")),
            Middleware(Hosts),
            Middleware(LoadLimits),
        ],
        "secrets": _from_environment(secrets),
    }


def _secrets() -> dict[str, Any]:
    """Return what the files of secrets hold. A file that cannot be read is no reason to let everybody in."""
    found: dict[str, Any] = {}
    for name in config.get_option("secrets.files"):
        path = Path(name)
        if not path.is_file():
            continue
        try:
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise ConfigurationError(f"{path.name} cannot be read as TOML.") from None
    return found


def _from_environment(secrets: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the table that Streamlit signs people in by, when variables say a part of it."""
    if not any(os.environ.get(variable) for variable in PROVIDER.values()):
        return None
    return {"auth": {"cookie_secret": config.get_option("server.cookieSecret"), **provider(os.environ, secrets)}}
