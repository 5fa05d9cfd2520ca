"""Memory given back on a timer of our own, at a moment when no page is being drawn.

Streamlit would collect after every run of a page, which holds up everybody for as long as one pass over all objects
takes. What the start made is taken out of those passes, and Python's own full pass is put off so far that ours come
first.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from contextlib import suppress


EVERY_SECONDS = 20.0
MOST_OF_THE_TIME = 0.01
"""The share of the time that passes may take. With a hundred sessions one pass holds everybody up for most of a second:
who is answered late then writes on together with all others who were, and is answered late again."""

_LONGEST_WAIT_SECONDS = 20.0
_LOOK_SECONDS = 0.05
_THRESHOLDS = (10_000, 50, 1_000)
RUNS = "ScriptRunner.scriptThread"
"""The name of the threads on which Streamlit draws pages."""
_ARENAS = 2
_M_ARENA_MAX = -8


def keep_arenas_few() -> None:
    """Let glibc share its pools of memory among threads: with one a thread, what is given back is seldom reused."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)


def settle() -> None:
    """Take everything that lives now out of later collections. Call it once, when the start is over."""
    gc.set_threshold(*_THRESHOLDS)
    gc.collect()
    gc.freeze()


def collect() -> None:
    """Collect in full, and give free memory back to the system where that can be asked for."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def is_quiet() -> bool:
    """Whether no page is being drawn just now."""
    return not any(thread.name == RUNS for thread in threading.enumerate())


def pause_after(seconds: float, *, every_seconds: float = EVERY_SECONDS) -> float:
    """Return how long to wait after a pass that took so many seconds."""
    return max(every_seconds, seconds / MOST_OF_THE_TIME)


class Collector:
    """Collects again and again on a thread of its own, in a quiet moment when there is one."""

    def __init__(self, *, every_seconds: float = EVERY_SECONDS) -> None:
        self._every = every_seconds
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="collector", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; a pass that goes on is waited for."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        pause = self._every
        while not self._ending.wait(pause):
            patient_until = time.monotonic() + _LONGEST_WAIT_SECONDS
            while not is_quiet() and time.monotonic() < patient_until and not self._ending.wait(_LOOK_SECONDS):
                pass
            began = time.monotonic()
            collect()
            pause = pause_after(time.monotonic() - began, every_seconds=self._every)
