"""What looks through a large copy, in a process with hard limits on memory and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hartcity.files import Limits
from hartcity.storage.archive import ArchiveError, checked


MEMORY_BYTES = 800_000_000
CPU_SECONDS = 10.0


def limits(_arguments: Sequence[str]) -> Limits:
    """Return what a copy may cost."""
    return Limits(MEMORY_BYTES, CPU_SECONDS)


def answer(_arguments: Sequence[str], data: bytes) -> Mapping[str, object]:
    """Return why the file is refused, or that it is not."""
    try:
        checked(data)
    except ArchiveError as error:
        return {"refused": str(error)}
    return {"is_export": True}
