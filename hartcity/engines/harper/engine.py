"""Harper as a grammar engine: an English checker that needs no Java and no network."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from hartcity.engines.base import SUGGESTIONS_KEPT, Answer, EngineState, EngineStatus, NoAnswer, Reply, Silence
from hartcity.engines.harper.fair_queue import FairQueue, Request
from hartcity.engines.harper.worker import Worker
from hartcity.model import Family, Finding, Severity, Span


VERSION = "2.13.0"
"""The release of Harper inside the pinned ``harper-py`` 0.2.0, as its bill of materials states."""

PASSAGE_SECONDS = 2.0
"""How long a passage may take before it goes to the slow queue; most take a hundredth of that."""

SLOW_PASSAGE_SECONDS = 10.0
"""How long a passage may take there before it is left unread."""

_NAME = "harper"
_SHARE_SECONDS = 2.0
_IDLE_SECONDS = 30.0
_PATIENCE_SECONDS = 30.0
_PATIENCE_PER_PASSAGE_SECONDS = 0.5
_HUNG_REMEMBERED = 1_000


class Harper:
    """Harper behind a process of its own, shared by all callers.

    Two threads in one process are slower than one (measured: 10.5 drafts a second against 21.5), so there is one
    worker, which takes one passage of each caller in turn. A passage that takes long, and the rest of a text that does,
    go to a second worker, started for that and ended when it has nothing to do; so no text holds up the others.
    """

    def __init__(self, rules_off: frozenset[str] = frozenset(), kinds_off: frozenset[str] = frozenset()) -> None:
        """Take Harper's names of rules (or patterns) that are not to run, and of kinds that are not to be heard."""

        def start_worker() -> Worker:
            return Worker(sorted(rules_off), sorted(kinds_off))

        self._hung: OrderedDict[bytes, None] = OrderedDict()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._slow = FairQueue(
            "slow",
            start_worker,
            _reply,
            seconds=SLOW_PASSAGE_SECONDS,
            share=float("inf"),
            idle_seconds=_IDLE_SECONDS,
            on_hung=self._leave_unread,
            on_overdrawn=lambda _: False,
        )
        self._queue = FairQueue(
            "fast",
            start_worker,
            _reply,
            seconds=PASSAGE_SECONDS,
            share=_SHARE_SECONDS,
            idle_seconds=None,
            on_hung=self._slow_down,
            on_overdrawn=self._move,
        )

    @property
    def name(self) -> str:
        """The engine's name in reports."""
        return _NAME

    @property
    def version(self) -> str | None:
        """The release of Harper that is built in."""
        return VERSION

    def start(self) -> None:
        """Begin to build the dictionary and return at once."""
        self._queue.start()

    def close(self) -> None:
        """End the workers; later calls are answered with "away"."""
        self._closed.set()
        self._queue.close()
        self._slow.close()

    def status(self) -> EngineStatus:
        """Return a snapshot; Harper is ready once its dictionary stands."""
        if self._closed.is_set():
            return EngineStatus(_NAME, EngineState.AWAY, VERSION, message="Harper has been closed.")
        return EngineStatus(_NAME, EngineState.READY if self._queue.is_ready else EngineState.STARTING, VERSION)

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Return one reply for each passage, waiting for its turn.

        A passage that took too long before is not tried again, and is answered with "timed out".
        """
        with self._lock:
            known = [_digest(passage) in self._hung for passage in passages]
        asked = [passage for passage, is_known in zip(passages, known, strict=True) if not is_known]
        request = Request(asked, patience=_PATIENCE_SECONDS + _PATIENCE_PER_PASSAGE_SECONDS * len(asked))
        if asked:
            self._queue.add(request)
            request.is_done.wait()
        replies = iter(request.replies)
        unread = NoAnswer(Silence.TIMED_OUT)
        return tuple(unread if is_known else next(replies) or unread for is_known in known)

    def _slow_down(self, request: Request, number: int) -> None:
        """Let the slow queue try a passage, and all that come after it."""
        request.waiting.appendleft(number)
        self._slow.add(request)

    def _move(self, request: Request) -> bool:
        self._slow.add(request)
        return True

    def _leave_unread(self, request: Request, number: int) -> None:
        """Remember a passage by its digest as one that takes too long, and leave it and the rest unread."""
        with self._lock:
            self._hung[_digest(request.passages[number])] = None
            while len(self._hung) > _HUNG_REMEMBERED:
                self._hung.popitem(last=False)
        request.give_up(Silence.TIMED_OUT)


def _digest(passage: str) -> bytes:
    return hashlib.sha256(passage.encode("utf-8", "surrogatepass")).digest()


def _reply(passage: str, found: list[list[Any]]) -> Answer:
    findings = []
    for rule, start, end, message, replacements in found:
        span = Span(start, end)
        findings.append(
            Finding(
                check=f"{_NAME}.{rule}",
                family=Family.GRAMMAR,
                span=span,
                text=span.of(passage),
                message=message,
                severity=Severity.ADVICE,
                suggestions=tuple(dict.fromkeys(replacements))[:SUGGESTIONS_KEPT],
                engines=(_NAME,),
            )
        )
    findings.sort(key=lambda finding: (finding.span, finding.check))
    return Answer(tuple(findings))
