"""A process of our own, started with no more than it needs to know."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Self

from hartcity.files.task import Task


_KNOWN = frozenset(
    "APPDATA HOME LANG LOCALAPPDATA PATH SYSTEMROOT TEMP TMP TMPDIR TZ USERPROFILE VIRTUAL_ENV WINDIR".split()
)
_KNOWN_BEGINNINGS = ("DYLD_", "LC_", "LD_", "OMP_", "OPENBLAS_", "PYTHON")


def start(module: str, *arguments: str, stdin: int | None, stdout: int) -> subprocess.Popen[bytes]:
    """Start ``python -m module arguments``. A key that interrupts the app in a terminal does not reach it.

    It gets what the system and Python need of the environment, and so neither the database's address nor a secret.
    """
    return subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
        [sys.executable, "-m", module, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name in _KNOWN or name.startswith(_KNOWN_BEGINNINGS)},
        start_new_session=True,
    )


class OwnProcess:
    """A worker process that is started for one file, as every system can."""

    def __init__(self, task: Task) -> None:
        self._process = start(
            "hartcity.files.worker_main",
            task.module,
            *task.arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        with self._process:
            pass

    def give(self, data: bytes) -> None:
        """Give it the file."""
        with suppress(OSError), _open(self._process.stdin) as stream:  # it may end before it has read all
            stream.write(data)

    def lines(self) -> Iterable[bytes]:
        """Return what it says, line by line as it does."""
        return _open(self._process.stdout)

    def kill(self) -> None:
        """End it."""
        self._process.kill()

    def wait(self) -> int:
        """Return how it ended: 0, or a code of a fault or a signal."""
        return self._process.wait()


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("The process was started without this stream.")
    return stream
