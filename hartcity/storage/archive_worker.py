"""The process in which a large copy is looked through, with hard limits on memory and time.

Run as ``python -m hartcity.storage.archive_worker``: the file comes by standard input, the answer goes out as JSON.
"""

from __future__ import annotations

import json
import sys

from hartcity.files import limit_process
from hartcity.storage.archive import ArchiveError, checked


MEMORY_BYTES = 900_000_000
CPU_SECONDS = 10.0


def answer(data: bytes) -> dict[str, object]:
    """Return why the file is refused, or that it is not."""
    try:
        checked(data)
    except ArchiveError as error:
        return {"refused": str(error)}
    return {"is_export": True}


if __name__ == "__main__":
    _data = sys.stdin.buffer.read()
    limit_process(memory_bytes=MEMORY_BYTES, cpu_seconds=CPU_SECONDS)
    json.dump(answer(_data), sys.stdout)
