"""Hard limits on a process that reads what a stranger made."""

from __future__ import annotations

import contextlib
import math
import sys
from dataclasses import dataclass
from pathlib import Path


_DEEPEST_CALLS = 2_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: memory (address space) and processor time, both beyond what its process had before it."""

    memory_bytes: int
    cpu_seconds: float


def limit_process(limits: Limits) -> None:
    """Limit this process for good: further memory and processor time, no files written, no core left behind."""
    sys.setrecursionlimit(_DEEPEST_CALLS)
    if sys.platform == "win32":  # no such limits there; the time limit of the caller stays
        return
    import resource  # noqa: PLC0415 - absent on Windows
    import signal  # noqa: PLC0415 - has no such timer on Windows

    memory_bytes = _address_space() + limits.memory_bytes
    with contextlib.suppress(ValueError, OSError):  # a limit that is stricter already may stay
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    # A limit in whole seconds, in case that a parser catches the signal of the finer timer.
    spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(spent + limits.cpu_seconds) + 1,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds)


def _address_space() -> int:
    """Return the bytes of address space that this process has, 0 where the system holds no limit of them.

    The libraries map more of it where there are more cores, and a forked process has all that its server loaded: with
    a limit in all, a file would have less the more of either there is.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    import resource  # noqa: PLC0415 - absent on Windows

    return pages * resource.getpagesize()
