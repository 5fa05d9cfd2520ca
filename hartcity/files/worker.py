"""The way to a process that reads what a stranger made, and back: its answer, and how far it is."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from typing import Any

from hartcity.files.fork_server import Forked, ForkServer
from hartcity.files.own_process import OwnProcess
from hartcity.files.refusal import RefusedFileError
from hartcity.files.task import Task


_AT_ONCE = threading.BoundedSemaphore(4)
"""A class that drops its files at the same moment waits in line instead of filling the machine."""

_FORK_SERVER = ForkServer()
_UNREADABLE = "This file could not be read within the limits that keep the app safe."

_Progress = Callable[[int, int], None]


class EndedAtLimitError(RefusedFileError):
    """A file was not read within the limits: it was built to cost time or memory, or the machine was very busy."""


def tell_progress(done: int, total: int) -> None:
    """Tell the process that asked for this work how much is done."""
    sys.stdout.write(json.dumps([done, total]) + "\n")
    sys.stdout.flush()


def in_worker(
    task: Task, data: bytes, *, wait_seconds: float, advice: str, progress: _Progress | None = None
) -> dict[str, Any]:
    """Return what the task's module answers to ``data``, in a process for this file alone.

    ``progress`` is told, in this thread, what the process tells by ``tell_progress``.

    Raises:
        RefusedFileError: when the file is refused, or its process ended at a limit; ``advice`` is then added to the
            message.

    """
    with _AT_ONCE:
        answer = _answer(task, data, wait_seconds, progress)
    if answer is None:
        raise EndedAtLimitError(f"{_UNREADABLE} {advice}")
    if "refused" in answer:
        raise RefusedFileError(str(answer["refused"]))
    return answer


def _answer(task: Task, data: bytes, wait_seconds: float, progress: _Progress | None) -> dict[str, Any] | None:
    """Return the answer of a forked process, of one of its own where none can be forked; None when it came to none."""
    forked = _FORK_SERVER.begin(task, wait_seconds=wait_seconds)
    if forked is not None:
        with forked:
            answer, code = _heard(forked, data, wait_seconds, progress)
        if code is not None:
            return None if code else answer
    with OwnProcess(task) as process:
        answer, code = _heard(process, data, wait_seconds, progress)
        return None if code else answer


def _heard(
    process: Forked | OwnProcess, data: bytes, wait_seconds: float, progress: _Progress | None
) -> tuple[dict[str, Any] | None, int | None]:
    """Return what the process answers in its time, and how it ended."""
    answer = None
    deadline = threading.Timer(wait_seconds, process.kill)
    deadline.daemon = True
    deadline.start()
    try:
        process.give(data)
        for line in process.lines():
            said = _said(line)
            if isinstance(said, dict):
                answer = said
            elif isinstance(said, list) and progress is not None:
                progress(*said)
        return answer, process.wait()
    finally:
        deadline.cancel()


def _said(line: bytes) -> object:
    """Return a line's value; None for what is no JSON, and for a line whose end did not come any more."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
