"""One process that reads with Harper, and the time that it is given."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any


START_SECONDS = 60.0
"""How long the dictionary may take to stand."""


class HungError(Exception):
    """The process gave no answer in time, and was ended."""


class EndedError(Exception):
    """The process has ended, or could not be started."""


class Worker:
    """A process that answers for one passage at a time. For one thread; it ends with this process."""

    def __init__(self, rules_off: Sequence[str], kinds_off: Sequence[str]) -> None:
        """Start the process and return at once. Raises EndedError where it cannot be started."""
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - every part is ours
                [sys.executable, "-I", str(Path(__file__).with_name("worker_main.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="ascii",
                start_new_session=True,
            )
        except OSError:
            raise EndedError from None
        threading.Thread(target=self._listen, name="harper-answers", daemon=True).start()
        self._say({"rules_off": sorted(rules_off), "kinds_off": sorted(kinds_off)})
        self._is_ready = False

    def get_ready(self) -> None:
        """Wait until the dictionary stands. Raises HungError and EndedError."""
        if not self._is_ready:
            self._hear(START_SECONDS)
            self._is_ready = True

    def read(self, passage: str, *, seconds: float) -> list[list[Any]] | None:
        """Return what ``worker_main`` answers for the passage. Raises HungError after ``seconds``, and EndedError."""
        self.get_ready()
        self._say(passage)
        found: list[list[Any]] | None = self._hear(seconds)
        return found

    def stop(self) -> None:
        """End the process and wait for that."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()

    def _say(self, words: object) -> None:
        if self._process.stdin is None:
            raise EndedError
        try:
            self._process.stdin.write(json.dumps(words) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise EndedError from None

    def _hear(self, seconds: float) -> Any:  # noqa: ANN401 - JSON
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.stop()
            raise HungError from None
        if not line:
            raise EndedError
        return json.loads(line)

    def _listen(self) -> None:
        output = self._process.stdout
        if output is not None:
            with suppress(ValueError), output:
                for line in output:
                    self._answers.put(line)
        self._answers.put("")
