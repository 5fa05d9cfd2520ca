"""The processes that check a class: made for one run, or those of the Dask scheduler that ``DASK_SCHEDULER`` names.

On this machine they share one LanguageTool server and keep their other engines warm. They yield to everything else.
"""

from __future__ import annotations

import logging
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

import dask
import psutil
from distributed import Client, LocalCluster
from distributed.comm.addressing import parse_host_port

from hartcity.classes.scheduler import SCHEDULER, scheduler
from hartcity.engines.languagetool.local_server import LocalServer


_THREADS_EACH = 2
"""While one draft waits for the grammar server, the other is read."""

_MEMORY_BYTES = 1_500_000_000
"""Memory of one worker, after which it is started again: several times what its engines need."""

_LOWER = 10
_CONNECT_SECONDS = 30
_SETTINGS = {
    "distributed.worker.multiprocessing-method": "spawn",
    "distributed.comm.timeouts.connect": _CONNECT_SECONDS,
    "distributed.scheduler.http.routes": [],  # no pages about the run
    "distributed.worker.http.routes": [],
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.admin.tick.limit": "1h",
}


class NoWorkersError(RuntimeError):
    """The processes that should check the class cannot be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Workers:
    """What a run works with. ``language_tool`` gives the address of the shared grammar server, or None without one."""

    client: Client
    slots: int
    language_tool: Callable[[], str | None]


@contextmanager
def workers(engines: tuple[str, ...] | None, *, processes: int | None = None) -> Iterator[Workers]:
    """Give workers for the time of a run, and end what was started for them.

    ``processes`` is their number on this machine, one a core by default. Raises NoWorkersError.
    """
    address = scheduler()
    with dask.config.set(_SETTINGS), ExitStack() as stack:
        if address:
            yield _of_scheduler(stack, address)
        else:
            yield _of_this_machine(stack, engines, processes or os.cpu_count() or 1)


def _of_scheduler(stack: ExitStack, address: str) -> Workers:
    away = f"The Dask scheduler that {SCHEDULER} names has no workers or does not answer."
    try:
        host, port = parse_host_port(address)
        socket.create_connection((host, port), timeout=_CONNECT_SECONDS).close()  # told at once, and only here
        client = stack.enter_context(Client(address, timeout=_CONNECT_SECONDS, set_as_default=False))
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise NoWorkersError(away) from error
    return Workers(client, sum(client.nthreads().values()), lambda: None)


def _of_this_machine(stack: ExitStack, engines: tuple[str, ...] | None, processes: int) -> Workers:
    yield_to_others()
    settings = {"HARTCITY_INSTALL_LANGUAGETOOL": "0"}
    server = None
    if (engines is None or "languagetool" in engines) and not _has_server():
        server = LocalServer(may_install=os.environ.get("HARTCITY_INSTALL_LANGUAGETOOL", "1") != "0")
        stack.callback(server.close)
        server.start()
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hartcity-class-", ignore_cleanup_errors=True))
    cluster = stack.enter_context(
        LocalCluster(
            n_workers=processes,
            threads_per_worker=_THREADS_EACH,
            processes=True,
            host="127.0.0.1",
            protocol="tls://",
            security=True,
            dashboard_address="127.0.0.1:0",
            memory_limit=_MEMORY_BYTES,
            local_directory=folder,
            silence_logs=logging.CRITICAL,
            env=settings,
        )
    )
    client = stack.enter_context(Client(cluster, set_as_default=False))
    if server is None:
        return Workers(client, processes * _THREADS_EACH, lambda: None)
    server.wait_until_settled()
    return Workers(client, processes * _THREADS_EACH, lambda: _address(server))


def _address(server: LocalServer) -> str | None:
    endpoint = server.endpoint()
    return endpoint.url if endpoint else None


def _has_server() -> bool:
    return any(os.environ.get(name, "").strip() for name in ("LANGUAGETOOL_URL", "LANGUAGETOOL_URLS"))


def yield_to_others() -> None:
    """Let every other program on this machine go first, for this process and those that it starts."""
    with suppress(psutil.Error, OSError):
        me = psutil.Process()
        if psutil.WINDOWS:
            me.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        elif me.nice() < _LOWER:
            me.nice(_LOWER)
