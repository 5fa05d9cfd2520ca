"""A note on disk about the server that ``serve`` runs, for ``status`` to read from another process."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from hartcity.engines.languagetool.install import find_installation, home
from hartcity.engines.languagetool.java import find_java
from hartcity.engines.languagetool.lock import VERSION


@dataclass(frozen=True, slots=True)
class Serving:
    """The address of a running server and the process that holds it."""

    url: str
    pid: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the command line tells about LanguageTool on this machine; ``path`` is empty where it is not installed."""

    path: str
    version: str
    java: str
    running: bool
    url: str | None


def _note() -> Path:
    return home() / "serving.json"


def write_note(serving: Serving) -> None:
    """Leave the note, where the folder may be written to."""
    with suppress(OSError):
        _note().parent.mkdir(parents=True, exist_ok=True)
        _note().write_text(json.dumps(asdict(serving)), "utf-8")


def remove_note() -> None:
    """Take the note away."""
    with suppress(OSError):
        _note().unlink(missing_ok=True)


def standing() -> Standing:
    """Return where LanguageTool and Java are, and whether a server runs that ``serve`` started."""
    installation = find_installation()
    serving = _running()
    return Standing(
        path=str(installation or ""),
        version=VERSION,
        java=str(find_java()),
        running=serving is not None,
        url=serving.url if serving else None,
    )


def _running() -> Serving | None:
    """Return what the note says if its process still listens there; a note may outlive a process that was killed."""
    with suppress(OSError, ValueError, TypeError, psutil.Error):
        serving = Serving(**json.loads(_note().read_text("utf-8")))
        port = urlsplit(serving.url).port
        process = psutil.Process(serving.pid)
        held = [link for each in (process, *process.children()) for link in each.net_connections(kind="inet")]
        if any(link.status == psutil.CONN_LISTEN and link.laddr.port == port for link in held):
            return serving
    return None
