"""Deleting for good: at the student's word, or when a workspace's days are over."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ColumnElement, cast, delete, literal_column, update

from hartcity.storage.errors import NotStoredError
from hartcity.storage.sealing import Seal
from hartcity.storage.tables import DraftRow, VersionRow, WorkspaceRow
from hartcity.storage.versions import VersionsOfDraft


if TYPE_CHECKING:
    from hartcity.storage.database import Database

LONGEST_RETENTION_DAYS = 3650
"""Ten years; a workspace without a number of days is kept until it is deleted."""

_DAY = timedelta(days=1) // timedelta(milliseconds=1)


class Erasure:
    """Takes rows away and then scrubs the places where their bytes would stay behind (see ``Database.scrub``).

    Every method raises ``NotStoredError`` when the database did not do what was asked.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unscrubbed = True

    def _delete(self, table: type[WorkspaceRow | DraftRow | VersionRow], which: ColumnElement[bool]) -> int:
        with self._database.writing() as session:
            gone = len(session.execute(delete(table).where(which).returning(literal_column("1"))).all())
        if gone:
            self._unscrubbed = True
        self._scrub()
        return gone

    def _scrub(self) -> None:
        """Scrub after a deletion; when that fails, the rows are gone, and the next call tries again."""
        if self._unscrubbed:
            with suppress(NotStoredError):
                self._unscrubbed = not self._database.scrub()

    def delete_workspace(self, workspace_id: str) -> bool:
        """Delete the plan, the draft, all versions and preferences; whether there was anything."""
        return bool(self._delete(WorkspaceRow, WorkspaceRow.key == Seal(workspace_id).key))

    def delete_draft(self, workspace_id: str) -> bool:
        """Delete the draft with all its versions, and leave the plan; whether there was one."""
        return bool(self._delete(DraftRow, DraftRow.workspace_key == Seal(workspace_id).key))

    def delete_version(self, workspace_id: str, number: int) -> bool:
        """Delete one version; False when there is none of this number, or when it is the draft as it stands."""
        seal = Seal(workspace_id)
        with self._database.reading() as session:
            draft = session.get(DraftRow, seal.key)
            newest = None if draft is None else VersionsOfDraft(session, seal, draft).newest()
            if newest is None or newest.number == number:
                return False
        return bool(self._delete(VersionRow, (VersionRow.workspace_key == seal.key) & (VersionRow.number == number)))

    def set_retention(self, workspace_id: str, days: int | None) -> bool:
        """Let a workspace delete itself after ``days`` (1-3650) without a change, or keep it (None); whether it exists.

        Raises:
            ValueError: the number of days is out of range.

        """
        if days is not None and not 1 <= days <= LONGEST_RETENTION_DAYS:
            raise ValueError(f"retention is 1 to {LONGEST_RETENTION_DAYS} days, not {days}")
        with self._database.writing() as session:
            chosen = update(WorkspaceRow).where(WorkspaceRow.key == Seal(workspace_id).key)
            return bool(session.scalars(chosen.values(retention_days=days).returning(WorkspaceRow.key)).all())

    def purge(self) -> int:
        """Delete the workspaces whose days are over; return how many there were."""
        kept_for = cast(WorkspaceRow.retention_days, BigInteger) * _DAY
        over = WorkspaceRow.touched_at + kept_for <= self._database.now()
        return self._delete(WorkspaceRow, WorkspaceRow.retention_days.is_not(None) & over)
