"""The way to a process that reads what a stranger made, and back: its answer, and how far it is."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from hartcity.files.refusal import RefusedFileError


_AT_ONCE = threading.BoundedSemaphore(4)
"""A class that drops its files at the same moment waits in line instead of filling the machine."""

_DONE = "done"
_UNREADABLE = "This file could not be read within the limits that keep the app safe."


class EndedAtLimitError(RefusedFileError):
    """A file was not read within the limits: it was built to cost time or memory, or the machine was very busy."""


def tell_progress(done: int, total: int) -> None:
    """Tell the process that started this one how much is done."""
    sys.stderr.write(f"{_DONE} {done} {total}\n")
    sys.stderr.flush()


def in_worker(  # noqa: PLR0913 - what is asked of a process, and how long it may take
    module: str,
    arguments: list[str],
    data: bytes,
    *,
    wait_seconds: float,
    advice: str,
    progress: Callable[[int, int], None] | None = None,
) -> Any:  # noqa: ANN401 - JSON
    """Return what ``python -m module arguments`` answers as JSON to ``data`` at its standard input.

    ``progress`` is told, in this thread, what the process tells by ``tell_progress``.

    Raises:
        RefusedFileError: when it answers that a file is refused (``{"refused": reason}``), or ended at a limit;
            ``advice`` is then added to the message.

    """
    said = _said(module, arguments, data, wait_seconds=wait_seconds, progress=progress)
    try:
        answer = None if said is None else json.loads(said)
    except (ValueError, RecursionError):
        answer = None
    if answer is None:
        raise EndedAtLimitError(f"{_UNREADABLE} {advice}")
    if isinstance(answer, dict) and "refused" in answer:
        raise RefusedFileError(str(answer["refused"]))
    return answer


def _said(
    module: str,
    arguments: list[str],
    data: bytes,
    *,
    wait_seconds: float,
    progress: Callable[[int, int], None] | None,
) -> bytes | None:
    """Return what the process wrote to its standard output, or None when it failed or was ended."""
    with (
        _AT_ONCE,
        subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        deadline = threading.Timer(wait_seconds, process.kill)
        said: list[bytes] = []
        threads = [
            threading.Thread(target=_give, args=(process, data)),
            threading.Thread(target=lambda: said.append(process.stdout.read() if process.stdout else b"")),
        ]
        for thread in (deadline, *threads):
            thread.start()
        for line in process.stderr or ():
            words = line.split()
            if progress is not None and words[:1] == [_DONE.encode()]:
                progress(int(words[1]), int(words[2]))
        for thread in threads:
            thread.join()
        returned = process.wait()
        deadline.cancel()
    return b"".join(said) if returned == 0 else None


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # it ended before it had read all
        if process.stdin is not None:
            process.stdin.write(data)
            process.stdin.close()
