"""What a worker process may meet with a file, as the module of a task that does as it is told."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hartcity.files import Limits, RefusedFileError, tell_progress


MEMORY_BYTES = 100_000_000

_seen: list[bytes] = []


def get_ready(arguments: Sequence[str]) -> None:
    """Be ready, or fail where that is what is asked."""
    if arguments[0] == "fail":
        raise ValueError


def limits(_arguments: Sequence[str]) -> Limits:
    """Return little of either."""
    return Limits(MEMORY_BYTES, 0.2)


def answer(arguments: Sequence[str], data: bytes) -> Mapping[str, Any]:
    """Do what the first word says, and tell what this process holds, knows and has open."""
    told, *rest = arguments
    _seen.append(data)
    _DEEDS[told](*rest)
    files = Path("/proc/self/fd")
    return {
        "length": len(data),
        "seen": len(_seen),
        "environment": dict(os.environ),
        "parent": os.getppid(),
        "open": sorted(int(file.name) for file in files.iterdir()) if files.is_dir() else [],
    }


def _nothing() -> None:
    pass


def _refuse() -> None:
    raise RefusedFileError("No.")


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _be_busy() -> None:
    while True:
        pass


def _hold(size: str) -> None:
    bytearray(int(size))


def _count() -> None:
    for done in range(1, 4):
        tell_progress(done, 3)


def _meet(path: str, side: str) -> None:
    """Come back once somebody else has opened the other side."""
    tell_progress(1, 1)
    os.close(os.open(path, getattr(os, side)))


def _say() -> None:
    sys.stdout.write("a parser's own words\n")


_DEEDS: Mapping[str, Callable[..., None]] = {
    "tell": _nothing,
    "fail": _nothing,
    "refuse": _refuse,
    "crash": _crash,
    "busy": _be_busy,
    "hold": _hold,
    "wait": signal.pause,
    "count": _count,
    "meet": _meet,
    "say": _say,
}
