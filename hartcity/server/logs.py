"""Logs that hold no word of a draft and cannot fill a disk: one JSON object a line, and few lines of a kind."""

from __future__ import annotations

import json
import logging
import threading
import time
import traceback
from collections import OrderedDict
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import Counter


LINES_A_MINUTE = 10
"""How many lines of one place in the code are written in a minute; the next one tells how many were left out."""

_LONGEST_MESSAGE = 500
_FRAMES_TOLD = 6
_KINDS_REMEMBERED = 1_000
_WINDOW_SECONDS = 60.0
_OF_A_STREAM = '"WebSocket %s"'
_ERRORS = Counter("hartcity_errors", "Errors that were caught and logged, by the part of the program", ["logger"])


class Discreet(logging.Formatter):
    """Writes a record as JSON. Of an exception it tells the kind and the place, never its text or any value."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._message(record),
        }
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            frames = traceback.extract_tb(error.__traceback__)[-_FRAMES_TOLD:]
            line["error"] = type(error).__name__
            line["at"] = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        left_out = getattr(record, "left_out", 0)
        if left_out:
            line["left_out"] = left_out
        return json.dumps(line, ensure_ascii=False)

    @staticmethod
    def _message(record: logging.LogRecord) -> str:
        """Return the message, or only its template where an exception's text may stand in it."""
        if record.exc_info or any(isinstance(value, BaseException) for value in _values(record)):
            words = record.msg if isinstance(record.msg, str) and "%" in record.msg else "An error was caught."
        else:
            words = record.getMessage()
        return words[:_LONGEST_MESSAGE]


def _values(record: logging.LogRecord) -> tuple[object, ...]:
    arguments = record.args.values() if isinstance(record.args, dict) else record.args or ()
    return (record.msg, *arguments)


class Sparing(logging.Filter):
    """Lets few records of one place in the code through in a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._seen: OrderedDict[tuple[str, int], tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        kind, now = (record.pathname, record.lineno), time.monotonic()
        with self._lock:
            began, count = self._seen.pop(kind, (now, 0))
            if now - began > _WINDOW_SECONDS:
                record.left_out = max(0, count - LINES_A_MINUTE)
                began, count = now, 0
            self._seen[kind] = began, count + 1
            while len(self._seen) > _KINDS_REMEMBERED:
                self._seen.popitem(last=False)
        return count < LINES_A_MINUTE


class Counted(logging.Filter):
    """Counts errors, also those that are not written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything through."""
        if record.levelno >= logging.ERROR:
            _ERRORS.labels(record.name).inc()
        return True


class Unaddressed(logging.Filter):
    """Leaves out the line that uvicorn writes for each stream that is opened, with the visitor's address in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        return not (record.name.startswith("uvicorn") and _OF_A_STREAM in str(record.msg))


_counted = Counted()
_unaddressed = Unaddressed()
_sparing = Sparing()
_discreet = Discreet()


def adopt() -> None:
    """Let every logger of this process that writes somewhere write so. May be called again for loggers made since."""
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    for handler in {handler for logger in loggers for handler in logger.handlers}:
        if type(handler) is logging.StreamHandler:
            _make_ours(handler)
    if not logging.getLogger().handlers:
        own = logging.StreamHandler()
        _make_ours(own)
        logging.getLogger().addHandler(own)


def _make_ours(handler: logging.Handler) -> None:
    handler.setFormatter(_discreet)
    for one in (_counted, _unaddressed, _sparing):
        if one not in handler.filters:
            handler.addFilter(one)
