"""Whether the clock can be believed before something is deleted by it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable

QUIET_DAYS = 30
"""After so many days in which nobody has saved anything, the clock itself may be wrong."""

_DAY_SECONDS = 86_400.0
_DAY_MILLISECONDS = 86_400_000


class Doubt:
    """Watches the clock beside one that only counts on, and doubts it for a day whenever it has leapt ahead."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        """Take a clock in seconds that no administrator sets."""
        self._steady = steady
        self._seen: tuple[int, float] | None = None
        self._until = float("-inf")

    def holds(self, now: int, newest: int | None) -> bool:
        """Whether deleting has to wait.

        ``now`` is the time and ``newest`` that of the last change in the database, in milliseconds since 1970.
        """
        steady = self._steady()
        is_quiet = newest is not None and now - newest > QUIET_DAYS * _DAY_MILLISECONDS
        if self._has_leapt(now, steady) or (self._seen is None and is_quiet):
            self._until = steady + _DAY_SECONDS
        self._seen = now, steady
        return steady < self._until

    def _has_leapt(self, now: int, steady: float) -> bool:
        if self._seen is None:
            return False
        before, then = self._seen
        return now - before - (steady - then) * 1000 > _DAY_MILLISECONDS
