"""Asks a worker process for what is tried, and looks at which processes there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psutil
import pytest

from hartcity.files import Task, in_worker
from hartcity.files.fork_server import CAN_FORK, ForkServer


FORKED, ALONE = "forked", "alone"
FILE = b"a file"
LONG = 60.0
_LONGER = 5 * LONG

needs_forks = pytest.mark.skipif(not CAN_FORK, reason="no process can be forked there")


def ask(
    told: str,
    *rest: str,
    data: bytes = FILE,
    wait_seconds: float = _LONGER,
    progress: Callable[[int, int], None] | None = None,
    is_kept: bool = True,
) -> dict[str, Any]:
    """Return what the worker answers that is told to do something."""
    task = Task("tests.files.obedient_worker", (told, *rest), is_kept)
    return in_worker(task, data, wait_seconds=wait_seconds, advice="Could you?", progress=progress)


def running(server: ForkServer) -> psutil.Process:
    """Return the server's process."""
    assert server._process is not None
    return psutil.Process(server._process.pid)


def is_gone(process: psutil.Process) -> bool:
    """Return whether a process has ended, waiting for that."""
    try:
        process.wait(LONG)
    except psutil.NoSuchProcess:
        pass
    except psutil.TimeoutExpired:
        return False
    return True
