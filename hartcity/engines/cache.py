"""What the engines said of each passage, so that only what changed is asked again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from hartcity.engines.base import Answer, Engine, EngineStatus, Reply
from hartcity.engines.monitoring import count, timed


class RememberingEngine:
    """An engine in front of which the answers for the last passages are kept.

    Answers are kept by engine version and passage text; silences are not kept. Safe from several threads. The words
    stay in memory only, and at most ``entries`` passages of them.
    """

    def __init__(self, engine: Engine, *, entries: int = 4096) -> None:
        """Wrap ``engine``, whose settings must not change while it lives."""
        self.engine = engine
        self._entries = entries
        self._answers: OrderedDict[tuple[str | None, str], Answer] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The name of the engine behind."""
        return self.engine.name

    @property
    def version(self) -> str | None:
        """The version of the engine behind."""
        return self.engine.version

    def status(self) -> EngineStatus:
        """Return a snapshot of the engine behind."""
        return self.engine.status()

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Return one reply for each passage, asking the engine once for each text that is not remembered."""
        version = self.engine.version
        replies: dict[str, Reply] = {}
        with self._lock:
            for passage in passages:
                known = self._answers.get((version, passage))
                if known is not None:
                    self._answers.move_to_end((version, passage))
                    replies[passage] = known
        unknown = tuple(dict.fromkeys(passage for passage in passages if passage not in replies))
        said: Sequence[Reply] = ()
        if unknown:
            with timed(self.name):
                said = self.engine.find(unknown)
            replies.update(zip(unknown, said, strict=True))
            self._remember(version, unknown, replies)
        count(self.name, said, remembered=len(passages) - len(unknown))
        return tuple(replies[passage] for passage in passages)

    def forget(self) -> None:
        """Forget every passage."""
        with self._lock:
            self._answers.clear()

    def _remember(self, version: str | None, unknown: Sequence[str], replies: dict[str, Reply]) -> None:
        with self._lock:
            for passage in unknown:
                reply = replies[passage]
                if isinstance(reply, Answer):
                    self._answers[version, passage] = reply
                    self._answers.move_to_end((version, passage))
            while len(self._answers) > self._entries:
                self._answers.popitem(last=False)
