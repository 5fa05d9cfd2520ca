"""What a worker process is asked to do, and what does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from hartcity.files.limits import Limits


@dataclass(frozen=True, slots=True)
class Task:
    """A module that reads one file, with words for it.

    Where processes can be forked, one that ``is_kept`` is made ready once for all files. It may not start a thread, and
    what it holds stays in memory for a while.
    """

    module: str
    arguments: tuple[str, ...] = ()
    is_kept: bool = False


class Work(Protocol):
    """The module of a task."""

    def get_ready(self, arguments: Sequence[str]) -> None:
        """Load what every file needs. Only that of a module that is kept is called, and it may be more than once."""

    def limits(self, arguments: Sequence[str]) -> Limits:
        """Return what one file may cost."""

    def answer(self, arguments: Sequence[str], data: bytes) -> Mapping[str, Any]:
        """Return what a file holds, as JSON knows it; raises RefusedFileError. Runs within the limits."""
