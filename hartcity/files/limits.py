"""Hard limits on a process that reads what a stranger made, and the way to start one."""

from __future__ import annotations

import contextlib
import json
import math
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from hartcity.files.refusal import RefusedFileError


_DEEPEST_CALLS = 2_000
_AT_ONCE = threading.BoundedSemaphore(4)
"""A class that drops its files at the same moment waits in line instead of filling the machine."""

_DONE = "done"
_UNREADABLE = "This file could not be read within the limits that keep the app safe."


class EndedAtLimitError(RefusedFileError):
    """A file was not read within the limits: it was built to cost time or memory, or the machine was very busy."""


def limit_process(*, memory_bytes: int, cpu_seconds: float) -> None:
    """Limit this process for good: memory in all, further processor time, no files written, no core left behind."""
    sys.setrecursionlimit(_DEEPEST_CALLS)
    if sys.platform == "win32":  # no such limits there; the time limit of the caller stays
        return
    import resource  # noqa: PLC0415 - absent on Windows
    import signal  # noqa: PLC0415 - has no such timer on Windows

    with contextlib.suppress(ValueError, OSError):  # a limit that is stricter already may stay
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    # A limit in whole seconds, in case that a parser catches the signal of the finer timer.
    spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(spent + cpu_seconds) + 1,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)


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
    try:
        answer = json.loads(b"".join(said)) if returned == 0 else None
    except (ValueError, RecursionError):
        answer = None
    if answer is None:
        raise EndedAtLimitError(f"{_UNREADABLE} {advice}")
    if isinstance(answer, dict) and "refused" in answer:
        raise RefusedFileError(str(answer["refused"]))
    return answer


def _give(process: subprocess.Popen[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # it ended before it had read all
        if process.stdin is not None:
            process.stdin.write(data)
            process.stdin.close()
