"""The process in which a document is parsed, with hard limits on memory and time.

Run as ``python -m hartcity.documents.worker FORMAT``: the file's bytes come by standard input, the text goes out as
JSON. Whatever a parser does to this process, the app goes on and the file is refused.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
from dataclasses import asdict
from typing import Any

from hartcity.files import RefusedFileError


MEMORY_BYTES = 600_000_000
CPU_SECONDS = 8
_DEEPEST_CALLS = 2_000


def _limit() -> None:
    sys.setrecursionlimit(_DEEPEST_CALLS)
    if sys.platform == "win32":  # no such limits there; the time limit of the caller stays
        return
    import resource  # noqa: PLC0415 - absent on Windows

    with contextlib.suppress(ValueError, OSError):  # a limit that is stricter already may stay
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _answer(name: str, data: bytes) -> dict[str, Any]:
    try:
        return asdict(importlib.import_module(f"hartcity.documents.formats.{name}").read(data))
    except RefusedFileError as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    _limit()
    json.dump(_answer(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)
