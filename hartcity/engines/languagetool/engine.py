"""LanguageTool as a grammar engine: passages go out together, findings come back each to its own passage."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hartcity.engines.base import SUGGESTIONS_KEPT, Answer, EngineStatus, NoAnswer, Reply, Silence
from hartcity.engines.languagetool.board import NAME
from hartcity.engines.languagetool.client import Client, Endpoint, SilentServerError
from hartcity.engines.languagetool.process import CHECKS_AT_ONCE, LONGEST_CHECK_SECONDS
from hartcity.model import Family, Finding, Severity, Span


if TYPE_CHECKING:
    from language_tool_python.match import Match

    from hartcity.engines.languagetool.server import Server


_BATCH = 3_000
"""Code points of passages that travel in one request."""

_BETWEEN = "\n\n"
_LAST_OF_ONE_UNIT = 0xFFFF
_ANSWER_SECONDS = LONGEST_CHECK_SECONDS + 1.0
_PATIENCE_SECONDS = 15.0
_OVERLOAD_PAUSES_SECONDS = (0.2, 0.6)
# What cannot travel in a form or means something to the server, each replaced by one unit so that offsets stay true.
_STAND_INS = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


class LanguageToolEngine:
    """The engine on top of a server that may come and go. Safe from several threads."""

    def __init__(
        self,
        server: Server,
        rules_off: frozenset[str] = frozenset(),
        kinds_off: frozenset[str] = frozenset(),
    ) -> None:
        """Take LanguageTool's own names of rules, and of categories of rules, that are not to run."""
        self._server = server
        self._version: str | None = None
        self._clients = _Clients(rules_off, kinds_off)

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

        A batch that took the server too long is sent again in halves, as long as patience lasts.
        """
        replies: list[Reply] = []
        patient_until = time.monotonic() + _PATIENCE_SECONDS
        waiting = deque(_batches(passages))
        silence: Silence | None = None
        while waiting:
            batch = waiting.popleft()
            answer = silence or self._ask(batch)
            if not isinstance(answer, Silence):
                replies.extend(answer)
            elif answer is Silence.TIMED_OUT and len(batch) > 1 and time.monotonic() < patient_until:
                waiting.extendleft((batch[len(batch) // 2 :], batch[: len(batch) // 2]))
            else:
                silence = answer
                replies.extend(NoAnswer(answer) for _ in batch)
        return tuple(replies)

    def _ask(self, batch: Sequence[str]) -> Sequence[Reply] | Silence:
        sent = _BETWEEN.join(batch).translate(_STAND_INS)
        for pause in (*_OVERLOAD_PAUSES_SECONDS, None):
            endpoint = self._server.endpoint()
            if endpoint is None:
                return Silence.AWAY
            try:
                with self._clients.borrowed(endpoint, self._server) as client:
                    matches = client.check(sent)
            except SilentServerError as error:
                if not error.was_reached and error.silence is not Silence.OVERLOADED:
                    self._server.fell_silent(endpoint)
                if error.silence is not Silence.OVERLOADED or pause is None:
                    return error.silence
                time.sleep(pause)
            else:
                return _sorted_out(matches, batch)
        return Silence.OVERLOADED


class _Clients:
    """The clients of the present endpoint: at most as many as the server checks at once."""

    def __init__(self, rules_off: frozenset[str], kinds_off: frozenset[str]) -> None:
        self._rules_off = rules_off
        self._kinds_off = kinds_off
        self._slots = threading.BoundedSemaphore(CHECKS_AT_ONCE)
        self._lock = threading.Lock()
        self._idle: deque[tuple[Endpoint, Client]] = deque()

    @contextmanager
    def borrowed(self, endpoint: Endpoint, server: Server) -> Iterator[Client]:
        """Lend a client of ``endpoint``, waiting for one to be free.

        Raises SilentServerError: overloaded when none is free in time, away when the endpoint is gone by then.
        """
        if not self._slots.acquire(timeout=_PATIENCE_SECONDS):
            raise SilentServerError(Silence.OVERLOADED)
        try:
            if server.endpoint() is not endpoint:
                raise SilentServerError(Silence.AWAY, was_reached=True)
            client = self._idle_of(endpoint) or self._fresh(endpoint)
            yield client
            with self._lock:
                self._idle.append((endpoint, client))
        finally:
            self._slots.release()

    def _idle_of(self, endpoint: Endpoint) -> Client | None:
        with self._lock:
            while self._idle:
                owner, client = self._idle.pop()
                if owner is endpoint:
                    return client
                client.close()
        return None

    def _fresh(self, endpoint: Endpoint) -> Client:
        client = Client(endpoint, seconds=_ANSWER_SECONDS)
        client.disabled_rules = set(self._rules_off)
        client.disabled_categories = set(self._kinds_off)
        return client


def _batches(passages: Sequence[str]) -> Iterator[Sequence[str]]:
    batch: list[str] = []
    size = 0
    for passage in passages:
        if batch and size + len(passage) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(passage)
        size += len(passage) + len(_BETWEEN)
    if batch:
        yield batch


def _sorted_out(matches: Sequence[Match], batch: Sequence[str]) -> Sequence[Reply]:
    """Give each passage its own findings; one that reaches over the end of a passage is left out."""
    found: list[list[Finding]] = [[] for _ in batch]
    places: list[Span] = []
    start = 0
    for passage in batch:
        places.append(Span(start, start + len(passage)))
        start += len(passage) + len(_BETWEEN)
    number = 0
    for match in sorted(matches, key=lambda match: (match.offset, match.rule_id)):
        while number < len(places) - 1 and match.offset >= places[number].end:
            number += 1
        begin = match.offset - places[number].start
        passage = batch[number]
        end = begin + _code_points(passage, begin, match.error_length)
        if 0 <= begin < end <= len(passage):
            found[number].append(_finding(match, Span(begin, end), passage))
    return [Answer(tuple(findings)) for findings in found]


def _code_points(passage: str, begin: int, utf16_units: int) -> int:
    """Return how many code points from ``begin`` on take up so many UTF-16 units, counting on past the end."""
    taken = 0
    while utf16_units > 0:
        place = begin + taken
        utf16_units -= 2 if 0 <= place < len(passage) and ord(passage[place]) > _LAST_OF_ONE_UNIT else 1
        taken += 1
    return taken


def _finding(match: Match, span: Span, passage: str) -> Finding:
    return Finding(
        check=f"{NAME}.{match.rule_id}",
        family=Family.GRAMMAR,
        span=span,
        text=span.of(passage),
        message=match.message,
        severity=Severity.ADVICE,
        suggestions=tuple(dict.fromkeys(match.replacements))[:SUGGESTIONS_KEPT],
        engines=(NAME,),
    )
