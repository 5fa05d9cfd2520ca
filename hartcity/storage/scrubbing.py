"""Clearing away the bytes that deleted rows leave behind."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hartcity.storage.errors import NotStoredError


if TYPE_CHECKING:
    from hartcity.storage.database import Database


class Scrubbing:
    """Scrubs a database after deletions (see ``Database.scrub``), and remembers when that is still to be done."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unscrubbed = True

    def after(self, gone: int) -> int:
        """Clear away the bytes of ``gone`` deleted rows, and return their number.

        When that fails, the rows are gone, and the next call tries again, also one after which no row is gone.
        """
        if gone:
            self._unscrubbed = True
        if self._unscrubbed:
            with suppress(NotStoredError):
                self._unscrubbed = not self._database.scrub()
        return gone
