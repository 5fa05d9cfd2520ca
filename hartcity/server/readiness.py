"""``/ready``: whether a proxy may send people here. Asked by machines, so it answers in JSON and says only states."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from sqlalchemy import select
from starlette.responses import JSONResponse

from hartcity.analysis import engine_status
from hartcity.engines import EngineState
from hartcity.storage import NotStoredError
from hartcity.storage.database import Database
from hartcity.storage.location import database_url


if TYPE_CHECKING:
    from starlette.requests import Request

_FRESH_SECONDS = 2.0
_UNAVAILABLE = 503
_OK = 200


class _Database:
    """Reads the database from time to time, over a connection of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._asked = float("-inf")
        self._state = ""

    def state(self) -> str:
        """Return ``ready``, or in a word why not; what was read a moment ago is not read again."""
        with self._lock:
            if time.monotonic() - self._asked > _FRESH_SECONDS:
                self._state, self._asked = self._read(), time.monotonic()
            return self._state

    def _read(self) -> str:
        try:
            if self._database is None:
                self._database = Database(database_url())
            with self._database.reading() as session:
                session.scalar(select(1))
        except NotStoredError as error:
            return error.reason.value
        return EngineState.READY.value


_database = _Database()


def ready(_request: Request) -> JSONResponse:
    """Answer 200 when the database can be read and drafts can be checked; LanguageTool may join later."""
    states = {"database": _database.state()} | {engine.name: engine.state.value for engine in engine_status().engines}
    is_ready = states["database"] == states["harper"] == EngineState.READY.value
    return JSONResponse({"ready": is_ready, **states}, _OK if is_ready else _UNAVAILABLE, {"Cache-Control": "no-store"})
