"""How long the engines take and how often they are silent, as figures that hold no word of a text."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from prometheus_client import Counter, Histogram

from hartcity.engines.base import NoAnswer, Reply


_SECONDS = Histogram(
    "hartcity_engine_seconds",
    "Seconds until an engine had replied to the passages that it was asked for together",
    ["engine"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
_PASSAGES = Counter("hartcity_engine_passages", "Passages that an engine was asked for", ["engine"])
_SILENCES = Counter("hartcity_engine_silences", "Passages without an answer, by reason", ["engine", "reason"])
_REMEMBERED = Counter("hartcity_engine_remembered", "Passages that were answered from memory", ["engine"])


@contextmanager
def timed(engine: str) -> Iterator[None]:
    """Measure how long the block takes."""
    began = time.monotonic()
    yield
    _SECONDS.labels(engine).observe(time.monotonic() - began)


def count(engine: str, replies: Sequence[Reply], *, remembered: int) -> None:
    """Count what an engine said, and how many passages it did not have to be asked for."""
    _PASSAGES.labels(engine).inc(len(replies))
    _REMEMBERED.labels(engine).inc(remembered)
    for reply in replies:
        if isinstance(reply, NoAnswer):
            _SILENCES.labels(engine, reply.silence.value).inc()
