"""Deleting for good: at the student's word, or when a workspace's days are over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ColumnElement, cast, delete, func, literal_column, select, update

from hartcity.storage.door import Door, Right, Who
from hartcity.storage.doubt import Doubt
from hartcity.storage.erased import KEPT_DAYS, Erased, What, forget_what_quotes, listed, note, repeat
from hartcity.storage.tables import (
    Base,
    CommentRow,
    DraftRow,
    ErasureRow,
    InboxRow,
    ShareCodeRow,
    ShareRow,
    VersionRow,
    WorkspaceRow,
)
from hartcity.storage.versions import VersionsOfDraft


if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from hartcity.storage.database import Database
    from hartcity.storage.scrubbing import Scrubbing

LONGEST_RETENTION_DAYS = 3650
"""Ten years; a workspace without a number of days is kept until it is deleted."""

_DAY = timedelta(days=1) // timedelta(milliseconds=1)


class Erasure:
    """Takes rows away and then scrubs the places where their bytes would stay behind (see ``Scrubbing``).

    Every method raises ``NotStoredError`` when the database did not do what was asked.
    """

    def __init__(self, database: Database, door: Door, scrubbing: Scrubbing) -> None:
        self._database = database
        self._door = door
        self._scrubbed = scrubbing.after
        self._doubt = Doubt()

    @staticmethod
    def _gone(session: Session, table: type[Base], which: ColumnElement[bool]) -> int:
        return len(session.execute(delete(table).where(which).returning(literal_column("1"))).all())

    def _note(self, session: Session, gone: int, workspace: str, what: What, number: int = 0) -> None:
        """Write down what was deleted; ``gone`` is how many rows that were."""
        if gone:
            note(session, Erased(workspace, what, number, self._database.now()))

    def delete_workspace(self, who: Who) -> bool:
        """Delete plan, draft, versions, preferences, shares, comments and the record; whether there was anything."""
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            gone = self._gone(session, WorkspaceRow, WorkspaceRow.key == seal.key)
            self._note(session, gone, seal.key, What.WORKSPACE)
        return bool(self._scrubbed(gone))

    def delete_draft(self, who: Who) -> bool:
        """Delete the draft with its versions and what quotes it, comments and shared states; whether there was one."""
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            gone = self._gone(session, DraftRow, DraftRow.workspace_key == seal.key)
            forget_what_quotes(session, seal.key)
            self._note(session, gone, seal.key, What.DRAFT)
        return bool(self._scrubbed(gone))

    def delete_version(self, who: Who, number: int) -> bool:
        """Delete one version; False when there is none of this number, or when it is the draft as it stands."""
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            draft = session.get(DraftRow, seal.key)
            newest = None if draft is None else VersionsOfDraft(session, seal, draft).newest()
            if newest is None or newest.number == number:
                return False
            which = (VersionRow.workspace_key == seal.key) & (VersionRow.number == number)
            gone = self._gone(session, VersionRow, which)
            self._note(session, gone, seal.key, What.VERSION, number)
        return bool(self._scrubbed(gone))

    def delete_comment(self, who: Who, number: int) -> bool:
        """Delete a comment with its answers; False when there is none, or when a guest asks for another's."""
        with self._door.writing(who, Right.COMMENT) as (session, seal, share):
            row = session.get(CommentRow, (seal.key, number))
            if row is None or (share is not None and row.share_key != share.key):
                return False
            ours = CommentRow.workspace_key == seal.key
            gone = self._gone(
                session, CommentRow, ours & ((CommentRow.number == number) | (CommentRow.thread == number))
            )
            self._note(session, gone, seal.key, What.COMMENT, number)
        return bool(self._scrubbed(gone))

    def set_retention(self, who: Who, days: int | None) -> bool:
        """Let a workspace delete itself after ``days`` (1-3650) without a change, or keep it (None); whether it exists.

        Raises:
            ValueError: the number of days is out of range.

        """
        if days is not None and not 1 <= days <= LONGEST_RETENTION_DAYS:
            raise ValueError(f"retention is 1 to {LONGEST_RETENTION_DAYS} days, not {days}")
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            chosen = update(WorkspaceRow).where(WorkspaceRow.key == seal.key)
            return bool(session.scalars(chosen.values(retention_days=days).returning(WorkspaceRow.key)).all())

    def delete_inbox(self, name: str) -> bool:
        """Delete the inbox that ``inbox_name`` gives a class, with all copies in it; whether there was one.

        No role is asked for: the program itself deletes the inboxes of classes whose days are over.
        """
        with self._database.writing() as session:
            gone = self._gone(session, InboxRow, InboxRow.key == name)
            self._note(session, gone, name, What.INBOX)
        return bool(self._scrubbed(gone))

    def trusts_the_clock(self) -> bool:
        """Whether to purge: not on the word of a clock that has leapt ahead, until it says the same a day later."""
        with self._database.reading() as session:
            newest = session.scalar(select(func.max(WorkspaceRow.touched_at)))
        return not self._doubt.holds(self._database.now(), newest)

    def purge(self) -> int:
        """Delete workspaces and inboxes whose days are over, and keys of shares and codes that ended; count the first.

        What a share that ended leaves behind is who was let in, for its owner to see.
        """
        now = self._database.now()
        kept_for = cast(WorkspaceRow.retention_days, BigInteger) * _DAY
        over = WorkspaceRow.retention_days.is_not(None) & (WorkspaceRow.touched_at + kept_for <= now)
        ended = (ShareRow.expires_at <= now) & ShareRow.wrapped.is_not(None)
        with self._database.writing() as session:
            keys_gone = session.scalars(delete(WorkspaceRow).where(over).returning(WorkspaceRow.key)).all()
            for key in keys_gone:
                self._note(session, 1, key, What.WORKSPACE)
            self._gone(session, ErasureRow, ErasureRow.at <= now - KEPT_DAYS * _DAY)
            codes = self._gone(session, ShareCodeRow, ShareCodeRow.expires_at <= now)
            inboxes = self._gone(session, InboxRow, InboxRow.closes_at <= now)
            closed = update(ShareRow).where(ended).values(wrapped=None, snapshot=None).returning(ShareRow.number)
            keys = len(session.scalars(closed).all())
        self._scrubbed(len(keys_gone) + codes + inboxes + keys)
        return len(keys_gone)

    def listed(self) -> list[Erased]:
        """Return what was deleted within the last four hundred days, oldest first (see ``erased``)."""
        with self._database.reading() as session:
            return listed(session)

    def repeat(self, erased: Iterable[Erased]) -> int:
        """Delete again what came back with an older copy of the database; return how many things that were."""
        with self._database.writing() as session:
            again = sum(repeat(session, one) for one in erased)
        return self._scrubbed(again)
