"""A process that has loaded what reads files and forks itself for each: a file then costs no start of an interpreter.

``multiprocessing`` has such a server too; but Dask's workers may not use it, being its daemons, it runs the app's main
module again in every process, and it leaves a folder behind when the app is killed.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Self

from hartcity.files.own_process import start
from hartcity.files.task import Task


CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
"""Whether this system can fork a process and hand it an open socket."""

HEAD = struct.Struct("!I")
"""How long a request is, before the request itself: JSON, ``[module, [argument], is_kept, seconds]``."""

_IDLE_SECONDS = 60.0
_REAP_SECONDS = 60.0
_LONGEST_CODE = 8


class Forked:
    """A worker process that the server forked for one file.

    ``talk`` leads to it and ``life`` to the server, which ends it when we end that line.
    """

    def __init__(self, server: subprocess.Popen[bytes], talk: socket.socket, life: socket.socket) -> None:
        self._server, self._talk, self._life = server, talk, life
        self._is_killed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._talk.close()
        self._life.close()

    def give(self, data: bytes) -> None:
        """Give it the file."""
        with suppress(OSError):  # it may end before it has read all
            self._talk.sendall(data)
            self._talk.shutdown(socket.SHUT_WR)

    def lines(self) -> Iterator[bytes]:
        """Return what it says, line by line as it does."""
        with suppress(OSError), self._talk.makefile("rb") as stream:
            yield from stream

    def kill(self) -> None:
        """End it, and hear nothing more of it, whatever state the server is in."""
        self._is_killed = True
        for line, way in ((self._life, socket.SHUT_WR), (self._talk, socket.SHUT_RDWR)):
            with suppress(OSError):
                line.shutdown(way)

    def wait(self) -> int | None:
        """Return how it ended, after it has said all: 0, or a code of a fault or a signal; None if the server is gone.

        A server that does not answer is ended, and the next file gets another.
        """
        with suppress(OSError):
            self._life.shutdown(socket.SHUT_WR)
        self._life.settimeout(_REAP_SECONDS)
        code = b""
        try:
            code = self._life.recv(_LONGEST_CODE)
        except TimeoutError:
            self._server.kill()
            self._server.wait()
        except OSError:
            pass
        if code:
            return int(code)
        return -signal.SIGKILL if self._is_killed else None


class ForkServer:
    """The server: started with the first file, started again when it is gone, and ended by itself when it idles.

    It ends with this process, however that ends, since the socket that leads to it does. May be asked by any thread.
    """

    def __init__(self, *, idle_seconds: float = _IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._lock = threading.Lock()
        self._asking: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, task: Task, *, wait_seconds: float) -> Forked | None:
        """Return a process for one file; None where there is no way to have one forked."""
        if not CAN_FORK:
            return None
        (talk, their_talk), (life, their_life) = socket.socketpair(), socket.socketpair()
        request = json.dumps([task.module, task.arguments, task.is_kept, wait_seconds]).encode()
        with their_talk, their_life:
            server = self._send(HEAD.pack(len(request)) + request, [their_talk.fileno(), their_life.fileno()])
        if server is None:
            talk.close()
            life.close()
            return None
        return Forked(server, talk, life)

    def close(self) -> None:
        """End the server, and wait for that."""
        with self._lock:
            self._end()

    def _send(self, message: bytes, files: list[int]) -> subprocess.Popen[bytes] | None:
        with self._lock:
            for _ in range(2):  # the one that there was may have ended
                with suppress(OSError):
                    asking, process = self._running()
                    sent = socket.send_fds(asking, [message], files)
                    asking.sendall(message[sent:])
                    return process
                self._end()
        return None

    def _running(self) -> tuple[socket.socket, subprocess.Popen[bytes]]:
        if self._asking is None or self._process is None:
            self._asking, theirs = socket.socketpair()
            with theirs:
                self._process = start(
                    "hartcity.files.fork_server_main",
                    str(self._idle_seconds),
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                )
                # One that ends when it idles leaves nothing in the system's list of processes.
                threading.Thread(target=self._process.wait, name="fork-server-end", daemon=True).start()
        return self._asking, self._process

    def _end(self) -> None:
        if self._asking is not None:
            self._asking.close()
            self._asking = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
