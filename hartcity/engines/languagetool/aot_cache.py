"""What Java learned of LanguageTool's classes at one start, kept for the next, which then takes about half the time.

It is learned once for each Java and each lock, by a server of its own that reads only the sentences below: what Java
keeps may hold words that it has read, so no student's words ever reach that server. A Java to which the file does not
fit passes it over by itself.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from hartcity.engines.languagetool.class_path import class_path
from hartcity.engines.languagetool.client import Client, Endpoint, SilentServerError
from hartcity.engines.languagetool.install import is_ours
from hartcity.engines.languagetool.java import release_of
from hartcity.engines.languagetool.java_process import JVM_OPTIONS, ServerProcess


if TYPE_CHECKING:
    import threading

OLDEST = 25
"""The oldest Java release that keeps what it learned in one step (JEP 514)."""

_REST_SECONDS = 20.0
_START_SECONDS = 300.0
_END_SECONDS = 300.0
_LOOK_SECONDS = 0.2
_ANSWER_SECONDS = 60.0
_SENTENCES = (
    "Dear Ms. Rivera, my name is Sam Lee and I works with familys at a small agency in town.",
    "One of the parents that we serve are looking for a evening program, and she have asked me to write you.",
    "Would Tuesday at 10:00 a.m. or Thursday afternoon be convenient for a short call? Your the first we ask.",
    "We have two option's in mind: a safe place to stay, and child care during the evening, which dont cost much.",
    "Thank you for your time, and for the the care that your team shows. I look forward to hear from you.",
)


def options(java: Path, installation: Path) -> tuple[str, ...]:
    """Return the options that let Java start with what it learned; none where it has learned nothing."""
    learned = _file(java, installation)
    return (f"-XX:AOTCache={learned}",) if learned.is_file() else ()


def is_wanted(java: Path, installation: Path) -> bool:
    """Whether this Java could learn here and has not done so."""
    return (
        sys.platform != "win32"  # which gives Java no way to end by itself
        and is_ours(installation)
        and not _file(java, installation).is_file()
        and (release_of(java) or 0) >= OLDEST
    )


def learn(java: Path, installation: Path, closing: threading.Event, *, rest_seconds: float = _REST_SECONDS) -> bool:
    """Let a server of its own start and read a little, and keep what Java learned; return whether that is there now.

    Waits ``rest_seconds`` first and gives up as soon as ``closing`` is set. Of several processes one does the work.
    """
    learned = _file(java, installation)
    if closing.wait(rest_seconds):
        return False
    try:
        learned.parent.mkdir(exist_ok=True)
        with (
            FileLock(learned.parent / ".lock", timeout=0),
            tempfile.TemporaryDirectory(dir=learned.parent, prefix=".learning-", ignore_cleanup_errors=True) as folder,
        ):
            if not learned.is_file():
                made = Path(folder) / "made.aot"
                _record(java, installation, made, closing)
                if made.is_file() and not closing.is_set():
                    for older in learned.parent.glob("*.aot"):
                        older.unlink(missing_ok=True)
                    made.replace(learned)
    except (OSError, Timeout):
        return False
    return learned.is_file()


def _file(java: Path, installation: Path) -> Path:
    """Return where it is kept: named by everything that it depends on."""
    told = [str(java.resolve()), *JVM_OPTIONS, class_path(installation)]
    with suppress(OSError):
        told.append((java.resolve().parents[1] / "release").read_text("utf-8"))
    return installation / "ahead" / f"{hashlib.sha256(repr(told).encode()).hexdigest()[:16]}.aot"


def _record(java: Path, installation: Path, made: Path, closing: threading.Event) -> None:
    process = ServerProcess(java, installation, made.parent, options=(f"-XX:AOTCacheOutput={made}",))
    try:
        process.be_nice()
        if not _reads(process, closing):
            return
        process.ask_to_end()
        deadline = time.monotonic() + _END_SECONDS
        while not process.wait(_LOOK_SECONDS) and time.monotonic() < deadline and not closing.is_set():
            pass
    finally:
        process.stop()


def _reads(process: ServerProcess, closing: threading.Event) -> bool:
    """Wait until the server has read the sentences; return whether it has."""
    deadline = time.monotonic() + _START_SECONDS
    while process.is_alive and not process.is_listening():
        if time.monotonic() > deadline or closing.wait(_LOOK_SECONDS):
            return False
    while process.is_alive and time.monotonic() < deadline and not closing.is_set():
        with suppress(SilentServerError):  # the first check may take longer than a check may take
            client = Client(Endpoint(process.url, process.owns), seconds=_ANSWER_SECONDS)
            for sentence in _SENTENCES:
                client.check(sentence)
            client.close()
            return True
    return False
