"""The one place where work is loaded and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import delete, func, select

from hartcity.storage.accounts import Accounts
from hartcity.storage.archive import Archive
from hartcity.storage.comments import Comments
from hartcity.storage.database import Database, moment, utc_now
from hartcity.storage.door import Door, Right, Who
from hartcity.storage.erasure import Erasure
from hartcity.storage.figures import Figures
from hartcity.storage.inboxes import Inboxes
from hartcity.storage.ledger import Ledger
from hartcity.storage.location import database_url
from hartcity.storage.marks import Marks
from hartcity.storage.schema import bring_up
from hartcity.storage.scrubbing import Scrubbing
from hartcity.storage.sealing import Seal
from hartcity.storage.shares import Shares
from hartcity.storage.tables import DraftRow, PlanEditRow, VersionRow, WorkspaceRow, WriterRow
from hartcity.storage.values import (
    DraftConflict,
    Mark,
    Origin,
    Outdated,
    PlanConflict,
    Saved,
    StoredDraft,
    Workspace,
    Writing,
)
from hartcity.storage.versions import OWN_LINE, Versions, VersionsOfDraft, close_writing, open_writing


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import URL
    from sqlalchemy.orm import Session

SHOWN_TO_GUESTS = frozenset(
    "privacy ignored_once ignored_rules own_words set_aside_because guess practice asked directory".split()
)
"""The preferences that say something about the draft or the plan and not about their writer or their browser."""

PLAN_EDITS_KEPT = 100
"""How many states of a plan can be undone."""


class Store:
    """Workspaces in a database. Safe to share between threads; a change is one transaction, acknowledged after commit.

    Every method raises ``NotStoredError`` when the database did not do what was asked, and has then changed nothing.
    ``who`` is who asks, by what they hold (see ``door``); who may not have what they ask for gets ``NotAllowedError``.
    A ``writer`` is a name that whatever writes makes up for itself; a ``base`` is the revision its work started from.
    """

    def __init__(self, url: URL, *, clock: Callable[[], datetime] = utc_now, account_secret: str = "") -> None:
        """Open the database at ``url`` and bring it to the current schema.

        With an ``account_secret`` nothing of anybody opens unless they have signed in (see ``door``).
        """
        self._database = Database(url, clock)
        bring_up(self._database)
        self._door = Door(self._database, account_secret)
        self.versions = Versions(self._database, self._door)
        scrubbing = Scrubbing(self._database)
        self.erasure = Erasure(self._database, self._door, scrubbing)
        self.archive = Archive(self._database, self._door)
        self.shares = Shares(self._database, self._door)
        self.comments = Comments(self._database, self._door)
        self.accounts = Accounts(self._database, self._door)
        self.ledger = Ledger(self._database, self._door)
        self.figures = Figures(self._database, self._door)
        self.inboxes = Inboxes(self._database, self._door, scrubbing, self.erasure)

    @classmethod
    def open(cls, *, account_secret: str = "") -> Self:
        """Open the database in use (see ``location``)."""
        return cls(database_url(), account_secret=account_secret)

    def check(self) -> None:
        """Make sure that what was stored is still where it was (see ``Database.check``)."""
        self._database.check()

    def copy_to(self, target: Path) -> None:
        """Write a copy of an SQLite database into a new file (see ``Database.copy_to``)."""
        self._database.copy_to(target)

    def close(self) -> None:
        """Let go of all connections."""
        self._database.close()

    def load(self, who: Who) -> Workspace | None:
        """Return a workspace, or None when there is none under this id; a guest sees ``SHOWN_TO_GUESTS`` alone."""
        with self._door.reading(who, Right.READ) as (session, seal, share):
            row = session.get(WorkspaceRow, seal.key)
            if row is None:
                return None
            draft = session.get(DraftRow, seal.key)
            return Workspace(
                plan=self._plan(session, seal, row),
                plan_revision=row.plan_revision,
                draft=None if draft is None else self._stored(seal, draft, VersionsOfDraft(session, seal, draft)),
                preferences=self._preferences(seal, row, None if share is None else SHOWN_TO_GUESTS),
                touched_at=moment(row.touched_at),
                retention_days=row.retention_days,
            )

    @staticmethod
    def _preferences(seal: Seal, row: WorkspaceRow, shown: frozenset[str] | None = None) -> dict[str, Any]:
        kept = {} if row.preferences is None else seal.open(row.preferences, place="preferences")
        return {name: value for name, value in kept.items() if shown is None or name in shown}

    @staticmethod
    def _plan(session: Session, seal: Seal, row: WorkspaceRow) -> dict[str, Any]:
        edit = session.get(PlanEditRow, (seal.key, row.plan_number))
        plan: dict[str, Any] = {} if edit is None else seal.open(edit.content, place="plan")
        return plan

    @staticmethod
    def _stored(seal: Seal, draft: DraftRow, versions: VersionsOfDraft) -> StoredDraft:
        newest = versions.newest()
        return StoredDraft(
            writing=open_writing(seal, draft.content),
            revision=draft.revision,
            saved_at=moment(draft.saved_at),
            version=0 if newest is None else newest.number,
        )

    def save_draft(  # noqa: PLR0913 - the parts of a mark
        self,
        who: Who,
        writing: Writing,
        *,
        base: int,
        writer: str,
        number: int | None = None,
        after: Mapping[str, int] | None = None,
    ) -> Saved | DraftConflict | Outdated:
        """Save the draft, unless somebody else saved since; then both are kept. The arguments are those of a ``Mark``.

        A text that is older than one of the same writer that was stored, or that a stored one went on from, is never
        stored. Without a ``number`` the text is the writer's next one.
        """
        at = self._database.now()
        with self._door.saving(who, at) as (session, seal, _):
            draft, last, known = self._what_stands(session, seal.key, writer)
            marks = Marks(session, seal.key, {writer: known})
            mark = Mark(writer, marks.known(writer) + 1 if number is None else number, base, after or {})
            rows = None if draft is None else VersionsOfDraft(session, seal, draft, last)
            standing = None if draft is None or rows is None else self._stored(seal, draft, rows)
            if mark.number <= marks.known(writer):
                return self._as_it_stands(standing, writing) or Outdated(standing)
            if draft is None or rows is None or standing is None:
                content = close_writing(seal, writing)
                draft = DraftRow(
                    workspace_key=seal.key, revision=0, writer=writer, saved_at=at, versions_made=0, content=content
                )
                session.add(draft)
                session.flush()
                rows = VersionsOfDraft(session, seal, draft, ())
            elif not marks.goes_on(draft, mark):
                return self._as_it_stands(standing, writing) or DraftConflict(
                    standing, self._keep_beside(rows, writing, f"{writer}@{base}", at)
                )
            version = rows.record(writing, at, goes_on=draft.writer == writer)
            draft.content, draft.writer, draft.saved_at = version.content, writer, at
            draft.revision += 1
            marks.note(mark, at)
            return Saved(draft.revision, moment(at), version.number)

    @staticmethod
    def _what_stands(
        session: Session, key: str, writer: str
    ) -> tuple[DraftRow | None, list[VersionRow], WriterRow | None]:
        """Return the draft, its two newest versions, and how far ``writer`` has come, all by one question."""
        found = session.execute(
            select(DraftRow, VersionRow, WriterRow)
            .select_from(WorkspaceRow)
            .outerjoin(DraftRow, DraftRow.workspace_key == WorkspaceRow.key)
            .outerjoin(VersionRow, (VersionRow.workspace_key == WorkspaceRow.key) & OWN_LINE)
            .outerjoin(WriterRow, (WriterRow.workspace_key == WorkspaceRow.key) & (WriterRow.name == writer))
            .where(WorkspaceRow.key == key)
            .order_by(VersionRow.number.desc())
            .limit(2)
        ).all()
        (draft, _, known), *_ = found
        return draft, [version for _, version, _ in found if version is not None], known

    @staticmethod
    def _as_it_stands(standing: StoredDraft | None, writing: Writing) -> Saved | None:
        """Return the acknowledgement of words that are stored already, whoever stored them."""
        if standing is None or standing.writing != writing:
            return None
        return Saved(standing.revision, standing.saved_at, standing.version)

    @staticmethod
    def _keep_beside(rows: VersionsOfDraft, writing: Writing, left: str, at: int) -> int:
        """Keep what lost the race as one version, however often it is saved; return its number."""
        kept = rows.left_by(left)
        if kept is None:
            kept = rows.insert(writing, at, origin=Origin.OTHER_TAB)
            kept.writer = left
        rows.rewrite(kept, writing, at)
        return kept.number

    def save_plan(self, who: Who, plan: Mapping[str, Any], *, base: int, writer: str) -> Saved | PlanConflict:
        """Save the plan and keep the one before it for undo, unless another tab saved since revision ``base``."""
        at = self._database.now()
        with self._door.saving(who, at) as (session, seal, row):
            standing = self._plan(session, seal, row)
            if row.plan_revision != base and row.plan_writer != writer and standing != dict(plan):
                return PlanConflict(standing, row.plan_revision, moment(row.touched_at))
            if standing != dict(plan):
                undone = PlanEditRow.number > row.plan_number
                outdated = PlanEditRow.number <= row.plan_number - PLAN_EDITS_KEPT
                session.execute(delete(PlanEditRow).where(PlanEditRow.workspace_key == seal.key, undone | outdated))
                row.plan_number += 1
                content = seal.close(dict(plan), place="plan")
                session.add(PlanEditRow(workspace_key=seal.key, number=row.plan_number, saved_at=at, content=content))
            row.plan_revision, row.plan_writer = row.plan_revision + 1, writer
            return Saved(row.plan_revision, moment(at))

    def step_plan(self, who: Who, by: int, *, writer: str) -> tuple[dict[str, Any], Saved] | None:
        """Undo (``by`` -1) or redo (1) one edit of the plan; None when there is nothing to undo or redo."""
        at = self._database.now()
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            row = session.get(WorkspaceRow, seal.key, with_for_update=True)
            edits = select(func.min(PlanEditRow.number), func.max(PlanEditRow.number))
            if row is None:
                return None
            first, last = session.execute(edits.where(PlanEditRow.workspace_key == seal.key)).one()
            if last is None or not (0 if first == 1 else first) <= row.plan_number + by <= last:
                return None
            row.plan_number += by
            row.plan_revision, row.plan_writer, row.touched_at = row.plan_revision + 1, writer, at
            return self._plan(session, seal, row), Saved(row.plan_revision, moment(at))

    def save_preferences(self, who: Who, changed: Mapping[str, Any], removed: frozenset[str]) -> Saved:
        """Set the preferences in ``changed`` and drop those in ``removed``; what another tab set beside them stays."""
        at = self._database.now()
        with self._door.saving(who, at) as (_, seal, row):
            standing = self._preferences(seal, row)
            merged = {name: value for name, value in (standing | dict(changed)).items() if name not in removed}
            row.preferences = seal.close(merged, place="preferences")
            return Saved(row.plan_revision, moment(at))
