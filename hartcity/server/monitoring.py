"""``/metrics``: figures for those who run the server, in Prometheus' text format. No words, no ids, no addresses."""

from __future__ import annotations

import os
import secrets
import threading
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Gauge, generate_latest
from prometheus_client.registry import Collector
from sqlalchemy import event
from sqlalchemy.engine import Engine
from starlette.responses import PlainTextResponse, Response

from hartcity.analysis import engine_status
from hartcity.server import garbage
from hartcity.server.load_limits import LoadLimits, capacity


if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.metrics_core import Metric
    from starlette.requests import Request

_HERE = frozenset({"127.0.0.1", "::1"})
_NOT_FOUND = 404
_COMMITS = Counter("hartcity_commits", "Transactions that the database has kept")
_ROLLBACKS = Counter("hartcity_rollbacks", "Transactions that the database has not kept")


class _State(Collector):
    """What is so just now, asked for when it is read."""

    def collect(self) -> Iterator[Metric]:
        """Yield the figures."""
        running = sum(thread.name == garbage.RUNS for thread in threading.enumerate())
        for name, about, value in (
            ("sessions", "Open sessions", LoadLimits.taken),
            ("sessions_most", "How many sessions may be open", capacity()),
            ("reruns_running", "Pages that are being drawn", running),
        ):
            gauge = Gauge(f"hartcity_{name}", about, registry=None)
            gauge.set(value)
            yield from gauge.collect()
        for name, about, count in (
            ("refused", "Visitors who found no place", LoadLimits.refused),
            ("reruns", "Messages from browsers, each of which draws a page or a part of it", LoadLimits.messages),
        ):
            counter = Counter(f"hartcity_{name}", about, registry=None)
            counter.inc(count)
            yield from counter.collect()
        states = Gauge("hartcity_engine_ready", "Whether an engine answers", ["engine"], registry=None)
        for engine in engine_status().engines:
            states.labels(engine.name).set(engine.state.value == "ready")
        yield from states.collect()


@event.listens_for(Engine, "commit")
def _committed(_connection: object) -> None:
    _COMMITS.inc()


@event.listens_for(Engine, "rollback")
def _rolled_back(_connection: object) -> None:
    _ROLLBACKS.inc()


REGISTRY.register(_State())


def may_read(request: Request) -> bool:
    """Whether the figures are for whoever asks: with the token ``HARTCITY_METRICS_TOKEN``, else from this machine.

    A request that a proxy passed on comes from elsewhere, whatever its address.
    """
    token = os.environ.get("HARTCITY_METRICS_TOKEN", "")
    if token:
        return secrets.compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {token}".encode())
    passed_on = any(name in request.headers for name in ("x-forwarded-for", "forwarded", "x-real-ip"))
    return not passed_on and request.client is not None and request.client.host in _HERE


def metrics(request: Request) -> Response:
    """Answer with all figures, or as if there were none."""
    if not may_read(request):
        return PlainTextResponse("Not Found", _NOT_FOUND)
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)
