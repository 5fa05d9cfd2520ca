"""The list of what was deleted, so that an older copy of the database that is put back can forget it again.

The contents are sealed with keys that come from the students' addresses. No key of ours could be destroyed in place of
a backup, so deletions are written down where they are made, in the same transaction, and repeated after a restore. The
list holds the names of rows, kinds and times, and no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, select, update

from hartcity.storage.tables import (
    CommentRow,
    DraftRow,
    ErasureRow,
    HandedInRow,
    InboxRow,
    ShareCodeRow,
    ShareRow,
    VersionRow,
    WorkspaceRow,
)
from hartcity.storage.versions import OWN_LINE


if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

KEPT_DAYS = 400
"""How long the list remembers; no backup may be kept for longer."""

OPEN_DAYS = 180
"""So long after it was made a class's inbox and all that is in it are deleted."""

_OPEN = timedelta(days=OPEN_DAYS) // timedelta(milliseconds=1)


class What(StrEnum):
    """What was deleted."""

    WORKSPACE = "workspace"
    DRAFT = "draft"
    VERSION = "version"
    COMMENT = "comment"
    SHARE = "share"
    INBOX = "inbox"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Erased:
    """One deletion: the row's name of the workspace, what, its number (0 for what is there once), and when.

    Of an inbox and of a copy in one, ``workspace`` is their own row's name, which leads to no workspace.
    ``at`` is in milliseconds since 1970.
    """

    workspace: str
    what: What
    number: int
    at: int


def note(session: Session, erased: Erased) -> None:
    """Write a deletion down; of several of the same thing the last one counts."""
    place = ErasureRow.workspace_key == erased.workspace, ErasureRow.what == erased.what
    session.execute(delete(ErasureRow).where(*place, ErasureRow.number == erased.number))
    session.add(ErasureRow(workspace_key=erased.workspace, what=erased.what, number=erased.number, at=erased.at))


def listed(session: Session) -> list[Erased]:
    """Return the list, oldest first."""
    rows = session.scalars(select(ErasureRow).order_by(ErasureRow.at, ErasureRow.workspace_key, ErasureRow.number))
    return [Erased(row.workspace_key, What(row.what), row.number, row.at) for row in rows]


def repeat(session: Session, erased: Erased) -> bool:
    """Delete again what came back, and write it down; whether there was anything.

    What was written after the deletion stays: the same address may have been used again.
    """
    came_back = _REPEAT[erased.what](session, erased)
    note(session, erased)
    return came_back


def _workspace(session: Session, erased: Erased) -> bool:
    which = (WorkspaceRow.key == erased.workspace) & (WorkspaceRow.created_at <= erased.at)
    return bool(session.scalars(delete(WorkspaceRow).where(which).returning(WorkspaceRow.key)).all())


def _draft(session: Session, erased: Erased) -> bool:
    which = (DraftRow.workspace_key == erased.workspace) & (DraftRow.saved_at <= erased.at)
    gone = session.scalars(delete(DraftRow).where(which).returning(DraftRow.workspace_key)).all()
    if gone:
        forget_what_quotes(session, erased.workspace)
    return bool(gone)


def forget_what_quotes(session: Session, workspace: str) -> None:
    """Delete what quotes a draft that was deleted: comments, shared states, and what was counted of its words."""
    session.execute(delete(CommentRow).where(CommentRow.workspace_key == workspace))
    session.execute(update(ShareRow).where(ShareRow.workspace_key == workspace).values(snapshot=None))
    session.execute(update(WorkspaceRow).where(WorkspaceRow.key == workspace).values(counted=None))


def _version(session: Session, erased: Erased) -> bool:
    """Delete a version; when the draft of that day stands at it, the draft goes back to the one before."""
    ours = VersionRow.workspace_key == erased.workspace
    which = ours & (VersionRow.number == erased.number) & (VersionRow.started_at <= erased.at)
    gone = session.scalars(select(VersionRow).where(which)).first()
    if gone is None:
        return False
    newest, *older = session.scalars(select(VersionRow).where(ours, OWN_LINE).order_by(VersionRow.number.desc())).all()
    draft = session.get(DraftRow, erased.workspace)
    if newest is gone and draft is not None:
        if not older:
            session.delete(draft)
            return True
        draft.content, draft.revision = older[0].content, draft.revision + 1
    session.delete(gone)
    return True


def _comment(session: Session, erased: Erased) -> bool:
    mine: ColumnElement[bool] = (CommentRow.number == erased.number) | (CommentRow.thread == erased.number)
    which = (CommentRow.workspace_key == erased.workspace) & mine & (CommentRow.created_at <= erased.at)
    return bool(session.scalars(delete(CommentRow).where(which).returning(CommentRow.number)).all())


def _share(session: Session, erased: Erased) -> bool:
    which = (ShareRow.workspace_key == erased.workspace) & (ShareRow.number == erased.number)
    open_then = ShareRow.revoked_at.is_(None) & (ShareRow.created_at <= erased.at)
    ended = update(ShareRow).where(which, open_then).values(revoked_at=erased.at, wrapped=None, snapshot=None)
    keys = session.scalars(ended.returning(ShareRow.key)).all()
    session.execute(delete(ShareCodeRow).where(ShareCodeRow.share_key.in_(keys)))
    return bool(keys)


def _inbox(session: Session, erased: Erased) -> bool:
    which = (InboxRow.key == erased.workspace) & (InboxRow.closes_at <= erased.at + _OPEN)
    return bool(session.scalars(delete(InboxRow).where(which).returning(InboxRow.key)).all())


def _copy(session: Session, erased: Erased) -> bool:
    which = (HandedInRow.key == erased.workspace) & (HandedInRow.at <= erased.at)
    return bool(session.scalars(delete(HandedInRow).where(which).returning(HandedInRow.key)).all())


_REPEAT: dict[What, Callable[[Session, Erased], bool]] = {
    What.WORKSPACE: _workspace,
    What.DRAFT: _draft,
    What.VERSION: _version,
    What.COMMENT: _comment,
    What.SHARE: _share,
    What.INBOX: _inbox,
    What.COPY: _copy,
}
