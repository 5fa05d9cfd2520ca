"""Passages that wait their turn: one thread with one worker, and one passage of each caller after the other."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from hartcity.engines.base import NoAnswer, Reply, Silence
from hartcity.engines.harper.worker import EndedError, HungError, Worker


class Request:
    """The passages of one caller, and the replies so far. The caller waits for ``is_done``."""

    def __init__(self, passages: Sequence[str], *, patience: float) -> None:
        """Take the passages, and the seconds after which those without a reply are given up."""
        self.passages = tuple(passages)
        self.replies: list[Reply | None] = [None] * len(passages)
        self.waiting = deque(range(len(passages)))
        self.until = time.monotonic() + patience
        self.worked = 0.0
        self.is_done = threading.Event()

    def give_up(self, silence: Silence) -> None:
        """Reply to everything that waits still, and let the caller go on."""
        for number, reply in enumerate(self.replies):
            if reply is None:
                self.replies[number] = NoAnswer(silence)
        self.waiting.clear()
        self.is_done.set()


class FairQueue:
    """A queue of requests with one worker. What takes longer than it may is handed to ``on_hung``."""

    def __init__(  # noqa: PLR0913 - what sets one queue apart from another
        self,
        name: str,
        start_worker: Callable[[], Worker],
        reply_of: Callable[[str, list[list[Any]]], Reply],
        *,
        seconds: float,
        share: float,
        idle_seconds: float | None,
        on_hung: Callable[[Request, int], None],
        on_overdrawn: Callable[[Request], bool],
    ) -> None:
        """Prepare without starting.

        ``seconds`` is the longest that one passage may take, ``share`` the longest that one request may take in all
        before ``on_overdrawn`` is asked whether it goes elsewhere. After ``idle_seconds`` the worker is ended.
        """
        self._name = name
        self._start_worker = start_worker
        self._reply_of = reply_of
        self._seconds = seconds
        self._share = share
        self._idle_seconds = idle_seconds
        self._on_hung = on_hung
        self._on_overdrawn = on_overdrawn
        self._changed = threading.Condition()
        self._requests: deque[Request] = deque()
        self._thread: threading.Thread | None = None
        self._worker: Worker | None = None
        self._closed = False
        self.is_ready = False

    def start(self) -> None:
        """Begin to start the worker, and return at once."""
        with self._changed:
            if not self._closed and self._thread is None:
                self._thread = threading.Thread(target=self._run, name=f"harper-{self._name}", daemon=True)
                self._thread.start()

    def add(self, request: Request) -> None:
        """Queue a request."""
        self.start()
        with self._changed:
            if self._closed:
                request.give_up(Silence.AWAY)
                return
            self._requests.append(request)
            self._changed.notify()

    def close(self) -> None:
        """End the worker; what waits is given up."""
        with self._changed:
            self._closed = True
            waiting, self._requests = tuple(self._requests), deque()
            self._changed.notify()
            worker = self._worker
        for request in waiting:
            request.give_up(Silence.AWAY)
        if worker is not None:
            worker.stop()

    def _run(self) -> None:
        if self._idle_seconds is None:
            self._readied()
        while (request := self._next()) is not None:
            self._take_one(request)

    def _next(self) -> Request | None:
        with self._changed:
            while not self._requests and not self._closed:
                if not self._changed.wait(self._idle_seconds) and not self._requests:
                    self._dismiss()
            return None if self._closed else self._requests.popleft()

    def _dismiss(self) -> None:
        if self._worker is not None and self._idle_seconds is not None:
            self._worker.stop()
            self._worker = None

    def _readied(self) -> Worker | None:
        """Return a worker that stands ready, a new one where the last has ended; None where none can be had."""
        try:
            if self._worker is None:
                self._worker = self._start_worker()
            self._worker.get_ready()
        except (HungError, EndedError):
            self._worker = None
        with self._changed:
            if self._closed and self._worker is not None:
                self._worker.stop()
                self._worker = None
        self.is_ready = self._worker is not None
        return self._worker

    def _take_one(self, request: Request) -> None:
        """Read one passage of the request, and put the rest behind all others that wait."""
        worker = self._readied()
        if worker is None:
            request.give_up(Silence.AWAY)
            return
        if time.monotonic() > request.until:
            request.give_up(Silence.TIMED_OUT)
            return
        number, began = request.waiting.popleft(), time.monotonic()
        try:
            found = worker.read(request.passages[number], seconds=self._seconds)
        except HungError:
            self._worker = None
            self._on_hung(request, number)
            return
        except EndedError:
            self._worker, found = None, None
        passage = request.passages[number]
        request.replies[number] = NoAnswer(Silence.AWAY) if found is None else self._reply_of(passage, found)
        request.worked += time.monotonic() - began
        self._put_back(request)

    def _put_back(self, request: Request) -> None:
        if not request.waiting:
            request.is_done.set()
        elif request.worked <= self._share or not self._on_overdrawn(request):
            self.add(request)
