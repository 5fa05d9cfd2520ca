"""A wire between the browser and the app that a test can cut and mend."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Self, TypeVar


if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import Coroutine

T = TypeVar("T")


class Wire:
    """Passes bytes between a free loopback port and the app at ``target``, another port, as long as it is whole."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self._is_whole = True
        self._open: set[StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        self._server = self._wait(asyncio.start_server(self._pass_on, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up and stop listening."""
        self.cut()
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _wait(self, work: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    @property
    def url(self) -> str:
        """The address that the browser is given."""
        return f"http://localhost:{self.port}"

    def cut(self) -> None:
        """Break every connection, and take none until the wire is mended."""

        async def hang_up() -> None:
            self._is_whole = False
            for end in list(self._open):
                end.transport.abort()

        self._wait(hang_up())

    def mend(self, target: int | None = None) -> None:
        """Take connections again; they go to ``target`` when another replica has taken over."""
        self.target = target or self.target
        self._is_whole = True

    async def _pass_on(self, reader: StreamReader, writer: StreamWriter) -> None:
        if not self._is_whole:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, far_writer}
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        self._open -= {writer, far_writer}

    @staticmethod
    async def _pump(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.transport.abort()
