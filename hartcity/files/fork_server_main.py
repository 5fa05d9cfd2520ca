"""Forks a worker process for each file: ``python -m hartcity.files.fork_server_main IDLE_SECONDS``.

Standard input is a socket. Each request on it (see ``fork_server.HEAD``) brings two sockets: one for the worker's
standard streams, and one that is its line of life. When the app ends that line, the worker is ended if it has not ended
already, and how it ended goes back on the line. This process has one thread and never holds anything of a file.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Collection
from contextlib import suppress
from typing import NamedTuple, NoReturn

from hartcity.files.fork_server import HEAD
from hartcity.files.task import Task
from hartcity.files.worker_main import loaded, work


_FIRST_FREE = 3
"""The first number of an open file that is no standard stream."""


class _Request(NamedTuple):
    task: Task
    wait_seconds: float
    talk: socket.socket
    life: socket.socket


def serve(asking: socket.socket, idle_seconds: float) -> None:
    """Fork for each request, until the app is gone or has asked for nothing for ``idle_seconds``."""
    working: dict[socket.socket, int] = {}
    ready_for: set[Task] = set()
    is_wanted = True
    while is_wanted:
        ready, _, _ = select.select([asking, *working], [], [], None if working else idle_seconds)
        for life in working.keys() & set(ready):
            _end(life, working.pop(life))
        if asking in ready and (request := _received(asking)):
            if request.task.is_kept and request.task not in ready_for:
                _get_ready(request.task)
                ready_for.add(request.task)
            _fork(request, working)
        else:
            is_wanted = asking not in ready and bool(ready)
    for life, pid in working.items():
        _end(life, pid)


def _received(asking: socket.socket) -> _Request | None:
    """Return what is asked, or None when there is nobody left to ask."""
    head, files, _, _ = socket.recv_fds(asking, HEAD.size, 2, socket.MSG_WAITALL)
    if not head:
        return None
    (length,) = HEAD.unpack(head)
    module, arguments, is_kept, wait_seconds = json.loads(asking.recv(length, socket.MSG_WAITALL))
    talk, life = (socket.socket(fileno=file) for file in files)
    return _Request(Task(module, tuple(arguments), is_kept), wait_seconds, talk, life)


def _get_ready(task: Task) -> None:
    """Load what workers of this kind need; they then share it, and their garbage collectors leave it alone."""
    with suppress(Exception):  # the worker meets the same fault, and ends
        loaded(task.module).get_ready(task.arguments)
    gc.collect()
    gc.freeze()


def _fork(request: _Request, working: dict[socket.socket, int]) -> None:
    with request.talk as talk:
        try:
            pid = os.fork()
        except OSError:  # no process is to be had, and the app hears that by the end of the line
            request.life.close()
            return
        if not pid:
            _be_worker(request, [each.fileno() for each in (talk, request.life, *working)])
    working[request.life] = pid


def _be_worker(request: _Request, files: Collection[int]) -> NoReturn:
    """Do the work in this forked process, and end without a word to what the server was doing."""
    code = 1
    try:
        for stream in (0, 1):
            os.dup2(request.talk.fileno(), stream)
        os.closerange(_FIRST_FREE, max(files) + 1)
        signal.setitimer(signal.ITIMER_REAL, request.wait_seconds)  # were the server to go, nobody else would end it
        work(request.task.module, request.task.arguments)
        code = 0
    finally:
        os._exit(code)


def _end(life: socket.socket, pid: int) -> None:
    with life:
        os.kill(pid, signal.SIGKILL)  # which changes nothing for one that has ended
        _, status = os.waitpid(pid, 0)
        with suppress(OSError):
            life.send(str(os.waitstatus_to_exitcode(status)).encode())


if __name__ == "__main__":
    serve(socket.socket(fileno=0), float(sys.argv[1]))
