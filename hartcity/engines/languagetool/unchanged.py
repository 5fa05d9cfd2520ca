"""What was found out about files by reading or running them, kept until one of them changes.

Reading all of LanguageTool and asking Java for its release takes most of a second at every start. Both answers hold as
long as the files do, and a file that was written to, replaced or given other rights since has another time of change
(``ctime``), which no program may set. Who can set it nonetheless, or write to the folder of this user's where answers
are kept, could change this program just as well. So an answer is kept for one user, away from the files that it is
about, and not at all where it could not be relied on: on Windows, which has no such time, for a file that changed a
moment ago, since it could change again within the same tick, and in a folder that others may write to.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path


_TICK_NANOSECONDS = 3_000_000_000
"""Longer than the steps in which any usual file system counts time."""

_HAS_TIME_OF_CHANGE = sys.platform != "win32"
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Unchanged:
    """Files as they stand now, and what is known of them."""

    def __init__(self, topic: str, files: Iterable[Path]) -> None:
        """Look at the files without reading them; ``topic`` says what is to be known of them."""
        self._files = tuple(files)
        named = repr((topic, *(str(file.absolute()) for file in self._files)))
        self._note = _folder() / f"{hashlib.sha256(named.encode()).hexdigest()[:32]}.known"
        self._state = self._look()

    def answer(self) -> str | None:
        """Return what was kept, or None where there is nothing or a file has changed since."""
        if self._state is None or not _is_ours_alone(self._note.parent) or not _is_ours_alone(self._note):
            return None
        with suppress(OSError, ValueError):
            state, _, answer = self._note.read_text("utf-8").partition("\n")
            if state == self._state:
                return answer
        return None

    def keep(self, answer: str) -> None:
        """Keep an answer that was found after the files were looked at, unless they have changed since."""
        if self._state is None or self._state != self._look():
            return
        with suppress(OSError):
            self._note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self._note.parent, delete=False) as made:
                made.write(f"{self._state}\n{answer}")
            Path(made.name).replace(self._note)

    def _look(self) -> str | None:
        """Return a digest of all that changes when a file does, or None where that proves nothing."""
        if not _HAS_TIME_OF_CHANGE:
            return None
        latest = time.time_ns() - _TICK_NANOSECONDS
        told = hashlib.sha256()
        try:
            for file in self._files:
                now = file.stat()
                if now.st_ctime_ns > latest:
                    return None
                told.update(repr((now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns)).encode())
        except OSError:
            return None
        return told.hexdigest()


def _folder() -> Path:
    return user_cache_path("hartcity", appauthor=False) / "unchanged"


def _is_ours_alone(path: Path) -> bool:
    """Whether this user owns the file or folder, and nobody else may write to it."""
    try:
        now = path.stat()
    except OSError:
        return False
    return now.st_uid == os.getuid() and not now.st_mode & _OTHERS_MAY_WRITE
