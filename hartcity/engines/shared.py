"""The grammar engines that all callers of one process share.

They stand apart from the report, so that Java can start while the rest of the program is still being loaded.
"""

from __future__ import annotations

import atexit
import threading
import time

from hartcity.engines.grammar import Grammar


_START_AGAIN_SECONDS = 300.0


class SharedEngines:
    """The grammar engines of this process, made when they are first needed. Safe from several threads."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self._lock = threading.Lock()
        self._made: Grammar | None = None
        self._start_again_at = 0.0

    def made(self) -> Grammar:
        """Return the engines; none of them need have started."""
        with self._lock:
            if self._made is None:
                self._made = Grammar()
            return self._made

    def started(self) -> Grammar:
        """Return the engines, all of them starting, started or known to be absent.

        What could not be had is tried again only now and then, so that a look at it tells that it is absent.
        """
        grammar, now = self.made(), time.monotonic()
        with self._lock:
            is_due = now >= self._start_again_at
            if is_due:
                self._start_again_at = now + _START_AGAIN_SECONDS
        if is_due:
            grammar.start()
        return grammar

    def forget(self) -> None:
        """Let the engines that were made forget what they read."""
        with self._lock:
            made = self._made
        if made is not None:
            made.forget()

    def close(self) -> None:
        """Stop what was started; it starts again when it is next needed."""
        with self._lock:
            made, self._made, self._start_again_at = self._made, None, 0.0
        if made is not None:
            made.close()


engines = SharedEngines()
"""The engines of this process."""

atexit.register(engines.close)
