"""Hard limits on a process that reads what a stranger made."""

from __future__ import annotations

import contextlib
import math
import sys


_DEEPEST_CALLS = 2_000


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
