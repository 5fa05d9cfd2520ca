"""``language_tool_python`` as a client that tells silences apart and sends no byte to a stranger."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from socket import socket
from typing import Any, Literal
from urllib.parse import urlsplit

import requests
from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from language_tool_python.match import Match
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import NewConnectionError

from hartcity.engines.base import Silence


LANGUAGE = "en-US"
PROBE = "This are a few word to see that every thing works."
"""What a server is asked to learn whether it works: one that does finds something in it."""


_PUBLIC_DOMAINS = ("languagetool.org", "languagetoolplus.com")
_CONNECT_SECONDS = 3.0
_STATUS_SILENCES: dict[int, Silence] = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Silence.TOO_LONG,
    HTTPStatus.SERVICE_UNAVAILABLE: Silence.OVERLOADED,
    HTTPStatus.TOO_MANY_REQUESTS: Silence.OVERLOADED,
    HTTPStatus.GATEWAY_TIMEOUT: Silence.TIMED_OUT,
}
_SERVER_TIME_OUT = "took longer than"

# The library keeps the places of an emoji on the class, so two threads must not read answers at the same time.
_reading = threading.Lock()


class SilentServerError(LanguageToolError):
    """The server gave no findings; ``silence`` says why. Holds nothing of what was sent.

    ``was_reached`` tells whether the server itself said so, and therefore still works.
    """

    def __init__(self, silence: Silence, *, was_reached: bool = False) -> None:
        super().__init__(silence.value)
        self.silence = silence
        self.was_reached = was_reached


class PublicServerError(ValueError):
    """A public grammar service was named; drafts never go there."""


@dataclass(frozen=True, slots=True)
class Muted:
    """LanguageTool's own names of rules, and of categories of rules, that are not to run."""

    rules: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


NOTHING_MUTED = Muted()
"""Every rule runs that the server has switched on."""


@dataclass(frozen=True, eq=False)
class Endpoint:
    """Where a server answers, and how a fresh connection is proven to lead to it.

    ``proves`` is None for a server of the institution, which is known by its address alone.
    """

    url: str
    proves: Callable[[socket], bool] | None = None


def _host(url: str) -> str:
    return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")


def other_host(url: str) -> str:
    """Return the machine that ``url`` names, or an empty string when that is this one."""
    host = _host(url)
    with contextlib.suppress(ValueError):
        return "" if ip_address(host).is_loopback else host
    return "" if host == "localhost" else host


def refuse_public(url: str) -> None:
    """Raise PublicServerError when ``url`` names a public grammar service."""
    host = _host(url)
    if any(host == domain or host.endswith(f".{domain}") for domain in _PUBLIC_DOMAINS):
        raise PublicServerError("Drafts are never sent to a public grammar service. Please name a server of your own.")


class Client(LanguageTool):
    """A client of one server, for one thread at a time. Time limits are in seconds."""

    _server = None  # the library looks at it even where the address was refused

    def __init__(self, endpoint: Endpoint, *, seconds: float, muted: Muted = NOTHING_MUTED) -> None:
        """Connect and ask for the languages. Raises SilentServerError, and PublicServerError for a public address."""
        refuse_public(endpoint.url)
        self._seconds = seconds
        self._muted = muted
        self.server_version: str | None = None
        self._session = requests.Session()
        if endpoint.proves is not None:
            self._session.trust_env = False  # a proxy must not see what is said on loopback
            self._session.mount("http://", _ProvingAdapter(endpoint.proves))
        super().__init__(LANGUAGE, remote_server=endpoint.url)

    def close(self) -> None:
        """Close the connection; the server goes on."""
        self._session.close()

    def limit(self, seconds: float) -> None:
        """Wait at most so long for each answer from now on."""
        self._seconds = seconds

    def check(self, text: str) -> list[Match]:
        """Return the library's matches for ``text``. Raises SilentServerError."""
        answer = self._query_server(f"{self._url}check", self._create_params(text), method="post")
        try:
            self.server_version = str(answer["software"]["version"])
            with _reading:
                return [Match(match, text) for match in answer["matches"]]
        except (KeyError, TypeError):  # some other service answers there
            raise SilentServerError(Silence.AWAY) from None

    def _create_params(self, text: str) -> dict[str, str]:
        """Name what is muted in one order: the server keeps rules ready for requests that are alike to the letter."""
        params = super()._create_params(text)
        muted = {"disabledRules": self._muted.rules, "disabledCategories": self._muted.kinds}
        return {**params, **{key: ",".join(sorted(names)) for key, names in muted.items() if names}}

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,  # noqa: ARG002 - the library's signature; a second try is the supervisor's decision
        method: Literal["get", "post"] = "get",
    ) -> Any:  # noqa: ANN401 - JSON
        limits = (_CONNECT_SECONDS, self._seconds)
        try:
            response = self._session.request(method, url, data=params, timeout=limits, allow_redirects=False)
            if response.status_code == HTTPStatus.OK:
                return response.json()
        except requests.Timeout:
            raise SilentServerError(Silence.TIMED_OUT) from None
        except requests.RequestException:
            raise SilentServerError(Silence.AWAY) from None
        if response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR and _SERVER_TIME_OUT in response.text:
            raise SilentServerError(Silence.TIMED_OUT, was_reached=True)
        silence = _STATUS_SILENCES.get(response.status_code, Silence.AWAY)
        raise SilentServerError(silence, was_reached=silence is not Silence.AWAY)


class _ProvingAdapter(HTTPAdapter):
    """Proves every new connection before the first byte goes over it."""

    def __init__(self, proves: Callable[[socket], bool]) -> None:
        self._proves = proves
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the library's signature
        super().init_poolmanager(*args, **kwargs)
        proves = self._proves

        class ProvenConnection(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                if not proves(self.sock):
                    self.close()
                    raise NewConnectionError(self, "another process answers on the port")

        class ProvenPool(HTTPConnectionPool):
            ConnectionCls = ProvenConnection

        self.poolmanager.pool_classes_by_scheme = {"http": ProvenPool}
