"""A class's inbox: students put a copy of their work into it by a code, and the class's address alone opens it.

The code names the inbox and gives no more than the right to put something in. What is put in is sealed for the tutor:
its writer cannot read it there, and neither can another student, who has the same code, nor whoever copies the
database. A second copy from the same workspace takes the place of the first.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hartcity.identity import Role
from hartcity.storage import box
from hartcity.storage.database import moment
from hartcity.storage.door import Door, Right, Who, address_of
from hartcity.storage.erased import OPEN_DAYS, Erased, What, note
from hartcity.storage.sealing import Seal, derived
from hartcity.storage.spoken import CodeError, CodeRefusal, Guesses, letters_of, new_code
from hartcity.storage.tables import DraftRow, HandedInRow, InboxRow, PlanEditRow, VersionRow, WorkspaceRow
from hartcity.storage.versions import open_writing


if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from hartcity.identity import Account
    from hartcity.storage.database import Database
    from hartcity.storage.erasure import Erasure
    from hartcity.storage.scrubbing import Scrubbing

MOST_COPIES = 2000
NAME_LENGTH = 80
_LENGTH = 12
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Received:
    """A copy that a student handed in; ``draft`` and ``plan`` are as in the contract, ``draft`` without the plan.

    ``key`` is the same for a second copy from the same workspace, and leads nowhere.
    """

    key: str
    name: str
    handed_at: datetime
    version: int
    draft: dict[str, str]
    plan: dict[str, Any]


class Inboxes:
    """The inboxes of all classes in a database."""

    def __init__(self, database: Database, door: Door, scrubbing: Scrubbing, erasure: Erasure) -> None:
        self._database = database
        self._door = door
        self._scrubbed = scrubbing.after
        self._erasure = erasure
        self._guesses = Guesses()

    def open(self, class_id: str, name: str, *, account: Account | None = None) -> str:
        """Make a class's inbox and return its code; one that is there stays. Students are shown ``name``.

        Raises:
            NotAllowedError: people sign in here, and ``account`` is no tutor's.

        """
        known = self.code(class_id, account=account)
        if known:
            return known
        code, now = new_code(_LENGTH, _GROUP), self._database.now()
        letters = letters_of(code, _LENGTH)
        row = InboxRow(
            key=inbox_name(class_id),
            code_key=_code_key(letters),
            public=_box(class_id).public,
            code=Seal(class_id).close(code, place="code"),
            name=Seal(letters).close(name.strip()[:NAME_LENGTH], place="name"),
            closes_at=now + timedelta(days=OPEN_DAYS) // timedelta(milliseconds=1),
        )
        with self._database.writing() as session:
            session.add(row)
        return code

    def code(self, class_id: str, *, account: Account | None = None) -> str:
        """Return the code of a class's inbox, empty when it has none."""
        self._door.expect(account, role=Role.TUTOR)
        with self._database.reading() as session:
            row = session.get(InboxRow, inbox_name(class_id))
            return "" if row is None else str(Seal(class_id).open(row.code, place="code"))

    def close(self, class_id: str, *, account: Account | None = None) -> bool:
        """Delete a class's inbox with all copies in it; whether there was one."""
        self._door.expect(account, role=Role.TUTOR)
        return self._erasure.delete_inbox(inbox_name(class_id))

    def received(self, class_id: str, *, account: Account | None = None) -> list[Received]:
        """Return the copies, by name and time."""
        self._door.expect(account, role=Role.TUTOR)
        inbox = inbox_name(class_id)
        with self._database.reading() as session:
            rows = list(session.scalars(select(HandedInRow).where(HandedInRow.inbox_key == inbox)))
        ours = _box(class_id)
        found = [(row, ours.open(row.content, place=f"{inbox} {row.key}")) for row in rows]
        copies = [
            Received(row.key, one["name"], moment(row.at), one["version"], one["draft"], one["plan"])
            for row, one in found
        ]
        return sorted(copies, key=lambda copy: (copy.name.casefold(), copy.handed_at))

    def named(self, typed: str, *, page: str, address: str = "", account: Account | None = None) -> str:
        """Return the name of the class whose code this is; ``page`` and ``address`` as in ``Shares.redeem``.

        Raises:
            CodeError: it is no code, no class has it, or too many were tried.
            NotAllowedError: people sign in here, and nobody has.

        """
        self._door.expect(account)
        letters = letters_of(typed, _LENGTH)
        self._guesses.count(page, address, self._database.now())
        with self._database.reading() as session:
            row = _inbox(session, typed)
            if row is None or row.closes_at <= self._database.now():
                raise CodeError(CodeRefusal.WRONG)
            name = Seal(letters).open(row.name, place="name")
        self._guesses.forgive(page, address)
        return str(name)

    def hand_in(self, who: Who, typed: str, *, name: str, version: int = 0) -> datetime | None:
        """Put a copy of a version (0: the draft as it stands) and of the plan into the class of a code.

        Returns when that was; None when no class has the code, there is no such version, or the inbox is full.
        """
        now = self._database.now()
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            inbox = _inbox(session, typed)
            content = self._copy(session, seal, version)
            if inbox is None or inbox.closes_at <= now or content is None:
                return None
            key = _copy_key(who, inbox)
            count = session.scalar(select(func.count()).where(HandedInRow.inbox_key == inbox.key)) or 0
            row = session.get(HandedInRow, key)
            if row is None and count >= MOST_COPIES:
                return None
            told = {"name": name.strip()[:NAME_LENGTH], **content}
            sealed = box.close(inbox.public, told, place=f"{inbox.key} {key}")
            session.merge(HandedInRow(key=key, inbox_key=inbox.key, at=now, content=sealed))
            return moment(now)

    @staticmethod
    def _copy(session: Session, seal: Seal, version: int) -> dict[str, Any] | None:
        workspace = session.get(WorkspaceRow, seal.key)
        row = session.get(VersionRow, (seal.key, version)) if version else session.get(DraftRow, seal.key)
        if workspace is None or row is None:
            return None
        edit = session.get(PlanEditRow, (seal.key, workspace.plan_number))
        plan = {} if edit is None else seal.open(edit.content, place="plan")
        return {"version": version, "draft": asdict(open_writing(seal, row.content)), "plan": plan}

    def handed(self, who: Who, typed: str) -> datetime | None:
        """Return when a copy of this workspace was put into the class of a code; None when there is none."""
        with self._door.reading(who, Right.OWN) as (session, _, _share):
            inbox = _inbox(session, typed)
            row = None if inbox is None else session.get(HandedInRow, _copy_key(who, inbox))
            return None if row is None else moment(row.at)

    def take_back(self, who: Who, typed: str) -> bool:
        """Delete the copy of this workspace in the class of a code; whether there was one."""
        with self._door.writing(who, Right.OWN) as (session, _, _share):
            inbox = _inbox(session, typed)
            row = None if inbox is None else session.get(HandedInRow, _copy_key(who, inbox))
            if row is None:
                return False
            session.delete(row)
            note(session, Erased(row.key, What.COPY, 0, self._database.now()))
        return bool(self._scrubbed(1))


def _inbox(session: Session, typed: str) -> InboxRow | None:
    """Return the inbox of a code as it was typed; None when there is none."""
    try:
        letters = letters_of(typed, _LENGTH)
    except CodeError:
        return None
    return session.scalars(select(InboxRow).where(InboxRow.code_key == _code_key(letters))).first()


def inbox_name(class_id: str) -> str:
    """Return the name of a class's inbox in the database; it opens nothing and leads back to no id."""
    return derived(class_id, b"class lookup").hex()


def _code_key(letters: str) -> str:
    return derived(letters, b"class code").hex()


def _box(class_id: str) -> box.Box:
    return box.Box(derived(class_id, b"class box"))


def _copy_key(who: Who, inbox: InboxRow) -> str:
    """Return the name of a workspace's copy in an inbox; it leads neither to the workspace nor to its other copies."""
    return derived(f"{address_of(who)} {inbox.key}", b"copy").hex()
