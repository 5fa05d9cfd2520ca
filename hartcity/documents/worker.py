"""The process in which a document is parsed, with hard limits on memory and time.

Run as ``python -m hartcity.documents.worker FORMAT``: the file's bytes come by standard input, the text goes out as
JSON. Whatever a parser does to this process, the app goes on and the file is refused.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import math
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Callable

    from hartcity.documents.text import DocumentText


MEMORY_BYTES = 600_000_000

CPU_SECONDS = 0.7
"""Processor time for parsing. The longest text that is taken needs less in every format; what needs more was built to
cost time. It is counted in processor time, so that a busy machine does not refuse an ordinary document."""
_DEEPEST_CALLS = 2_000


def _limit() -> None:
    sys.setrecursionlimit(_DEEPEST_CALLS)
    if sys.platform == "win32":  # no such limits there; the time limit of the caller stays
        return
    import resource  # noqa: PLC0415 - absent on Windows
    import signal  # noqa: PLC0415 - has no such timer on Windows

    with contextlib.suppress(ValueError, OSError):  # a limit that is stricter already may stay
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # A limit in whole seconds, in case that a parser catches the signal of the finer timer.
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(CPU_SECONDS) + 1,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)


def _answer(read: Callable[[bytes], DocumentText], data: bytes) -> dict[str, Any]:
    try:
        return asdict(read(data))
    except RefusedFileError as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    _reader = importlib.import_module(f"hartcity.documents.formats.{sys.argv[1]}").read
    _data = sys.stdin.buffer.read()
    _limit()
    json.dump(_answer(_reader, _data), sys.stdout)
