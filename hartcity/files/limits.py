"""Hard limits on a process that reads what a stranger made, and the way to start one."""

from __future__ import annotations

import contextlib
import json
import math
import subprocess
import sys
import threading
from typing import Any

from hartcity.files.refusal import RefusedFileError


_DEEPEST_CALLS = 2_000
_AT_ONCE = threading.BoundedSemaphore(4)
"""A class that drops its files at the same moment waits in line instead of filling the machine."""

_UNREADABLE = "This file could not be read within the limits that keep the app safe."


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


def in_worker(module: str, arguments: list[str], data: bytes, *, wait_seconds: float, advice: str) -> Any:  # noqa: ANN401 - JSON
    """Return what ``python -m module arguments`` answers as JSON to ``data`` at its standard input.

    Raises:
        RefusedFileError: when it answers that a file is refused (``{"refused": reason}``), or ended at a limit;
            ``advice`` is then added to the message.

    """
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own module under our own interpreter
                [sys.executable, "-m", module, *arguments],
                input=data,
                capture_output=True,
                timeout=wait_seconds,
                check=False,
            )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError, RecursionError) as error:
        raise RefusedFileError(f"{_UNREADABLE} {advice}") from error
    if done.returncode:
        raise RefusedFileError(f"{_UNREADABLE} {advice}")
    if isinstance(answer, dict) and "refused" in answer:
        raise RefusedFileError(str(answer["refused"]))
    return answer
