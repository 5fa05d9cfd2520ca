"""What can keep work from being stored, in words of ours instead of the database's."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError


if TYPE_CHECKING:
    from collections.abc import Iterator


class Reason(StrEnum):
    """Why the database did not do what was asked."""

    FULL = "full"
    BUSY = "busy"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable"
    GONE = "gone"
    DAMAGED = "damaged"
    NEWER = "newer"
    REFUSED = "refused"


class NotStoredError(Exception):
    """Nothing was stored, not even in part. ``reason`` says why; the text of the work is never part of the message."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"the database did not store anything: {reason.value}")
        self.reason = reason


_SQLITE_REASONS = (
    ("SQLITE_FULL", Reason.FULL),
    ("SQLITE_BUSY", Reason.BUSY),
    ("SQLITE_LOCKED", Reason.BUSY),
    ("SQLITE_READONLY", Reason.READ_ONLY),
    ("SQLITE_CANTOPEN", Reason.UNREACHABLE),
    ("SQLITE_PERM", Reason.UNREACHABLE),
    ("SQLITE_IOERR", Reason.UNREACHABLE),
    ("SQLITE_CORRUPT", Reason.DAMAGED),
    ("SQLITE_NOTADB", Reason.DAMAGED),
)
"""Beginnings of SQLite's result codes (https://www.sqlite.org/rescode.html)."""

_SQLSTATE_REASONS = (
    ("53100", Reason.FULL),
    ("53", Reason.BUSY),
    ("55P03", Reason.BUSY),
    ("40", Reason.BUSY),
    ("57014", Reason.BUSY),
    ("25006", Reason.READ_ONLY),
    ("42501", Reason.READ_ONLY),
    ("08", Reason.UNREACHABLE),
    ("28", Reason.UNREACHABLE),
    ("3D", Reason.UNREACHABLE),
    ("57P", Reason.UNREACHABLE),
    ("XX", Reason.DAMAGED),
)
"""Beginnings of PostgreSQL's SQLSTATE codes (PostgreSQL manual, appendix A)."""


_CROWDED = ("too many clients", "too many connections", "remaining connection slots")
"""What PostgreSQL says for 53300 where it takes no connection; the driver tells no code of an error so early."""


def _reason(error: SQLAlchemyError) -> Reason:
    if isinstance(error, PoolTimeoutError):
        return Reason.BUSY
    if not isinstance(error, DBAPIError) or error.connection_invalidated:
        return Reason.UNREACHABLE
    name, state = getattr(error.orig, "sqlite_errorname", None), getattr(error.orig, "sqlstate", None)
    for told, reasons in ((name, _SQLITE_REASONS), (state, _SQLSTATE_REASONS)):
        if told is not None:
            return next((reason for start, reason in reasons if told.startswith(start)), Reason.REFUSED)
    return Reason.BUSY if any(words in str(error.orig) for words in _CROWDED) else Reason.UNREACHABLE


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the database driver raises into ``NotStoredError``; the original, which may quote data, is dropped.

    Raises:
        NotStoredError: the database did not do what was asked.

    """
    try:
        yield
    except SQLAlchemyError as error:
        raise NotStoredError(_reason(error)) from None
    except OSError:
        raise NotStoredError(Reason.UNREACHABLE) from None
