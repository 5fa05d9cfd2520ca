"""LanguageTool as a grammar engine: passages go out together, findings come back each to its own passage."""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hartcity.engines.base import EngineStatus, NoAnswer, Reply, Silence
from hartcity.engines.languagetool.client import NOTHING_MUTED, Client, Endpoint, Muted, SilentServerError
from hartcity.engines.languagetool.java_process import CHECKS_AT_ONCE, LONGEST_CHECK_SECONDS
from hartcity.engines.languagetool.passages import as_sent, batches, sorted_out
from hartcity.engines.languagetool.status_board import NAME


if TYPE_CHECKING:
    from hartcity.engines.languagetool.server import Server


_ANSWER_SECONDS = LONGEST_CHECK_SECONDS + 1.0
_PATIENCE_SECONDS = 15.0
_OVERLOAD_PAUSES_SECONDS = (0.2, 0.6)


class LanguageToolEngine:
    """The engine on top of a server that may come and go. Safe from several threads."""

    def __init__(self, server: Server, muted: Muted = NOTHING_MUTED) -> None:
        """Take the server, and what is not to run there."""
        self._server = server
        self._version: str | None = None
        self._clients = _Clients(muted)
        self._pool = ThreadPoolExecutor(CHECKS_AT_ONCE, thread_name_prefix="languagetool-part")

    @property
    def name(self) -> str:
        """The engine's name in reports."""
        return NAME

    @property
    def version(self) -> str | None:
        """The version that answers, or that answered last; None while nothing has answered yet."""
        self._version = self._server.status().version or self._version
        return self._version

    def status(self) -> EngineStatus:
        """Return a snapshot."""
        return self._server.status()

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Return one reply for each passage; once the server falls silent, the rest is not sent.

        Parts of the text are asked for side by side, as many as the server checks at once. A part that took the server
        too long is sent again in halves, as long as patience lasts.
        """
        asking = _Asking(self._ask, passages)
        if len(asking.waiting) > 1:
            beside = [self._pool.submit(asking.work) for _ in range(CHECKS_AT_ONCE - 1)]
            asking.work()
            for task in beside:
                if not task.cancel():
                    task.result()
        else:
            asking.work()
        return asking.replies()

    def _ask(self, batch: Sequence[str]) -> Sequence[Reply] | Silence:
        sent = as_sent(batch)
        for pause in (*_OVERLOAD_PAUSES_SECONDS, None):
            endpoint: Endpoint | None = None
            try:
                with self._clients.borrowed(self._server) as (endpoint, client):
                    matches = client.check(sent)
            except SilentServerError as error:
                if endpoint and not error.was_reached and error.silence is not Silence.OVERLOADED:
                    self._server.fell_silent(endpoint)
                    if self._server.endpoints():  # another one of the pool stands in
                        continue
                if error.silence is not Silence.OVERLOADED or pause is None:
                    return error.silence
                time.sleep(pause)
            else:
                return sorted_out(matches, batch)
        return Silence.OVERLOADED


class _Asking:
    """One text's batches, taken by one or more threads until none waits."""

    def __init__(self, ask: Callable[[Sequence[str]], Sequence[Reply] | Silence], passages: Sequence[str]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._patient_until = time.monotonic() + _PATIENCE_SECONDS
        self._silence: Silence | None = None
        self._said: dict[int, Sequence[Reply]] = {}
        self.waiting: deque[tuple[int, Sequence[str]]] = deque()
        start = 0
        for batch in batches(passages):
            self.waiting.append((start, batch))
            start += len(batch)

    def work(self) -> None:
        """Ask for what waits."""
        while True:
            with self._lock:
                if not self.waiting:
                    return
                start, batch = self.waiting.popleft()
                silence = self._silence
            self._take_in(start, batch, silence or self._ask(batch))

    def _take_in(self, start: int, batch: Sequence[str], answer: Sequence[Reply] | Silence) -> None:
        with self._lock:
            if not isinstance(answer, Silence):
                self._said[start] = answer
            elif answer is Silence.TIMED_OUT and len(batch) > 1 and time.monotonic() < self._patient_until:
                half = len(batch) // 2
                self.waiting.extendleft(((start + half, batch[half:]), (start, batch[:half])))
            else:
                self._silence = answer
                self._said[start] = [NoAnswer(answer) for _ in batch]

    def replies(self) -> tuple[Reply, ...]:
        """Return the replies in the order of the passages."""
        return tuple(reply for _, said in sorted(self._said.items()) for reply in said)


class _Clients:
    """The clients of all endpoints: at most as many of each as a server checks at once, the least busy one first."""

    def __init__(self, muted: Muted) -> None:
        self._muted = muted
        self._changed = threading.Condition()
        self._busy: Counter[Endpoint] = Counter()
        self._idle: dict[Endpoint, list[Client]] = {}

    @contextmanager
    def borrowed(self, server: Server) -> Iterator[tuple[Endpoint, Client]]:
        """Lend a client of the least busy endpoint, waiting for one to be free.

        Raises SilentServerError: overloaded when none is free in time, away when there is no endpoint by then.
        """
        endpoint = self._taken(server)
        try:
            client = self._idle_of(endpoint) or Client(endpoint, seconds=_ANSWER_SECONDS, muted=self._muted)
            yield endpoint, client
            with self._changed:
                self._idle.setdefault(endpoint, []).append(client)
        finally:
            with self._changed:
                self._busy[endpoint] -= 1
                self._changed.notify()

    def _taken(self, server: Server) -> Endpoint:
        """Take a place at an endpoint."""
        patient_until = time.monotonic() + _PATIENCE_SECONDS
        with self._changed:
            while True:
                endpoints = server.endpoints()
                self._forget_all_but(endpoints)
                if not endpoints:
                    raise SilentServerError(Silence.AWAY)
                least = min(endpoints, key=lambda endpoint: self._busy[endpoint])
                if self._busy[least] < CHECKS_AT_ONCE:
                    self._busy[least] += 1
                    return least
                if not self._changed.wait(patient_until - time.monotonic()):
                    raise SilentServerError(Silence.OVERLOADED)

    def _forget_all_but(self, endpoints: Sequence[Endpoint]) -> None:
        for gone in [endpoint for endpoint in self._idle if endpoint not in endpoints]:
            for client in self._idle.pop(gone):
                client.close()

    def _idle_of(self, endpoint: Endpoint) -> Client | None:
        with self._changed:
            idle = self._idle.get(endpoint)
            return idle.pop() if idle else None
