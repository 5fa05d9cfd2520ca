"""The versions of a draft: kept by themselves while the student writes, named, restored and deleted by hand."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select

from hartcity.storage.coalescing import is_new_stretch, is_shrinking
from hartcity.storage.database import moment
from hartcity.storage.door import Door, Right, Who
from hartcity.storage.sealing import Seal
from hartcity.storage.tables import DraftRow, VersionRow, WorkspaceRow
from hartcity.storage.values import Origin, Saved, Version, Writing


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from hartcity.storage.database import Database

OWN_LINE: ColumnElement[bool] = VersionRow.origin != Origin.OTHER_TAB
"""Which versions are the draft's own line: all but what another tab left behind."""

_NAME_LENGTH = 80


def close_writing(seal: Seal, writing: Writing) -> bytes:
    """Return the sealed bytes of a draft or version."""
    return seal.close(asdict(writing), place="writing")


def open_writing(seal: Seal, content: bytes) -> Writing:
    """Return the draft or version that ``close_writing`` sealed."""
    return Writing(**seal.open(content, place="writing"))


def version_of(seal: Seal, row: VersionRow) -> Version:
    """Return the version in a row, opened."""
    return Version(
        number=row.number,
        writing=open_writing(seal, row.content),
        started_at=moment(row.started_at),
        saved_at=moment(row.saved_at),
        origin=Origin(row.origin),
        about=row.about,
        name="" if row.name is None else seal.open(row.name, place="name"),
        summary={} if row.summary is None else seal.open(row.summary, place="summary"),
    )


class VersionsOfDraft:
    """The rows of one draft inside one transaction; ``draft`` is its row, already loaded for writing.

    ``last`` are the two newest of its own line, when they were looked up already.
    """

    def __init__(self, session: Session, seal: Seal, draft: DraftRow, last: Sequence[VersionRow] | None = None) -> None:
        self._session = session
        self._seal = seal
        self._draft = draft
        self._found = last

    def _last(self, count: int) -> Sequence[VersionRow]:
        """Return up to ``count`` (1 or 2) rows of the draft's own line, newest first."""
        if self._found is not None:
            return self._found[:count]
        rows = select(VersionRow).where(VersionRow.workspace_key == self._seal.key, OWN_LINE)
        return self._session.scalars(rows.order_by(VersionRow.number.desc()).limit(count)).all()

    def row(self, number: int) -> VersionRow | None:
        """Return the row with this number, if the draft has one."""
        return self._session.get(VersionRow, (self._seal.key, number))

    def left_by(self, writer: str) -> VersionRow | None:
        """Return the row that a tab left when it lost a race, if it did."""
        theirs = (VersionRow.workspace_key == self._seal.key) & (VersionRow.writer == writer)
        return self._session.scalars(select(VersionRow).where(theirs)).first()

    def newest(self) -> VersionRow | None:
        """Return the row that the draft stands at."""
        return next(iter(self._last(1)), None)

    def insert(
        self, writing: Writing, now: int, *, origin: Origin, is_open: bool = False, about: int | None = None
    ) -> VersionRow:
        """Add a version after all others."""
        self._draft.versions_made += 1
        row = VersionRow(
            workspace_key=self._seal.key,
            number=self._draft.versions_made,
            started_at=now,
            saved_at=now,
            is_open=is_open,
            origin=origin,
            writer="",
            about=about,
            content=close_writing(self._seal, writing),
        )
        self._session.add(row)
        return row

    def rewrite(self, row: VersionRow, writing: Writing, now: int) -> None:
        """Put other words into a version; a report on the old ones does not count for them."""
        row.content, row.summary, row.saved_at = close_writing(self._seal, writing), None, now

    def record(self, writing: Writing, now: int, *, goes_on: bool) -> VersionRow:
        """Put an autosave where it belongs: into the version being written, or into a new one.

        ``goes_on`` says that it comes from the tab that saved last; no tab writes into the version of another.
        """
        last = self._last(2)
        if last and not goes_on:
            last[0].is_open, last[0].fullest = False, None
        if not last or not last[0].is_open:
            return self.insert(writing, now, origin=Origin.TYPED, is_open=True)
        row = last[0]
        newest = open_writing(self._seal, row.content)
        fullest = newest if row.fullest is None else open_writing(self._seal, row.fullest)
        before = open_writing(self._seal, last[1].content).text if last[1:] else ""
        if is_shrinking(fullest.text, writing.text):
            if row.fullest is not None:
                row.content, row.fullest, row.summary = row.fullest, None, None
            row.is_open = False
            return self.insert(writing, now, origin=Origin.TYPED, is_open=True)
        if is_new_stretch(before, newest.text, writing.text, rested=moment(now) - moment(row.saved_at)):
            row.is_open, row.fullest = False, None
            return self.insert(writing, now, origin=Origin.TYPED, is_open=True)
        if len(writing.text) >= len(fullest.text):
            row.fullest = None
        elif row.fullest is None:
            row.fullest = row.content
        self.rewrite(row, writing, now)
        return row


class Versions:
    """The versions of every draft in a database. An unknown workspace has none; an unknown number changes nothing."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def list(self, who: Who) -> list[Version]:
        """Return all versions, oldest first."""
        with self._door.reading(who, Right.READ) as (session, seal, _):
            rows = select(VersionRow).where(VersionRow.workspace_key == seal.key).order_by(VersionRow.number)
            return [version_of(seal, row) for row in session.scalars(rows)]

    def attach_report(self, who: Who, number: int, writing: Writing, summary: Mapping[str, Any]) -> bool:
        """Keep ``summary`` (JSON, say scores by criterion) with a version, if that still holds what was checked.

        A report that comes late, when the student has typed on, is not attached; returns whether it was.
        """
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            row = session.get(VersionRow, (seal.key, number))
            if row is None or open_writing(seal, row.content) != writing:
                return False
            row.summary = seal.close(dict(summary), place="summary")
            return True

    def name(self, who: Who, number: int, name: str) -> bool:
        """Give a version a name of at most 80 characters, or none with an empty one; what is named stays as it is."""
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            row = session.get(VersionRow, (seal.key, number))
            if row is None:
                return False
            named = name.strip()[:_NAME_LENGTH]
            row.name = seal.close(named, place="name") if named else None
            row.is_open, row.fullest = False, None
            return True

    def restore(self, who: Who, number: int, *, writer: str) -> Saved | None:
        """Make the draft read as it did in a version. What it read before stays as the version before this one."""
        return self._go_to(who, number, Origin.RESTORED, writer)

    def undo_restore(self, who: Who, *, writer: str) -> Saved | None:
        """Make the draft read as it did before the last restore; None when nothing was restored or writing went on."""
        with self._door.reading(who, Right.OWN) as (session, seal, _):
            ours = (VersionRow.workspace_key == seal.key) & OWN_LINE
            last = list(session.scalars(select(VersionRow).where(ours).order_by(VersionRow.number.desc()).limit(2)))
            if len(last) < 2 or last[0].origin != Origin.RESTORED:  # noqa: PLR2004 - the restored one and its forerunner
                return None
            number = last[1].number
        return self._go_to(who, number, Origin.UNDONE, writer)

    def _go_to(self, who: Who, number: int, origin: Origin, writer: str) -> Saved | None:
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            draft = session.get(DraftRow, seal.key, with_for_update=True)
            workspace = session.get(WorkspaceRow, seal.key)
            if draft is None or workspace is None:
                return None
            rows = VersionsOfDraft(session, seal, draft)
            wanted, newest = rows.row(number), rows.newest()
            if wanted is None:
                return None
            if newest is not None:
                newest.is_open, newest.fullest = False, None
            at = self._database.now()
            made = rows.insert(open_writing(seal, wanted.content), at, origin=origin, about=number)
            made.summary = wanted.summary
            draft.content, draft.writer, draft.saved_at = made.content, writer, at
            draft.revision += 1
            workspace.touched_at = at
            return Saved(draft.revision, moment(at), made.number)
