"""Letting somebody else in: links, short codes, and their end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from hartcity.identity import Role
from hartcity.storage import erased, record
from hartcity.storage.database import moment
from hartcity.storage.door import Door, Guest, Inside, NotAllowedError, Refusal, Right, Who, address_of, terms
from hartcity.storage.erased import Erased, What
from hartcity.storage.record import Event
from hartcity.storage.sealing import Seal, new_id, share_key
from hartcity.storage.spoken import LIFETIME, CodeError, CodeRefusal, Guesses, SpokenCode, letters_of, new_code
from hartcity.storage.tables import DraftRow, ShareCodeRow, ShareRow, WorkspaceRow
from hartcity.storage.values import Code, Share, Shared, Writing
from hartcity.storage.versions import VersionsOfDraft


if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hartcity.identity import Account
    from hartcity.storage.database import Database

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=365)
MOST_SHARES = 200
LABEL_LENGTH = 80
_MILLISECOND = timedelta(milliseconds=1)


class Shares:
    """The shares of every workspace in a database."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door
        self._guesses = Guesses()

    def create(self, who: Who, may: Right, *, lasts: timedelta, label: str = "") -> Share | None:
        """Share a workspace for reading, or for reading and comments; None when nothing is stored in it yet.

        Raises:
            ValueError: the share would last less than an hour or more than a year, or give the workspace away.

        """
        if may is Right.OWN or not SHORTEST <= lasts <= LONGEST:
            raise ValueError("a share gives reading or comments for an hour to a year")
        secret, now = new_id(), self._database.now()
        named, expires_at = label.strip()[:LABEL_LENGTH], now + lasts // _MILLISECOND
        with self._door.writing(who, Right.OWN) as inside:
            session, seal, _ = inside
            if session.get(WorkspaceRow, seal.key, with_for_update=True) is None:
                return None
            number = self._next_number(session, seal)
            row = ShareRow(
                key=share_key(secret),
                workspace_key=seal.key,
                number=number,
                may=may.name,
                created_at=now,
                expires_at=expires_at,
                revoked_at=None,
                wrapped=seal.wrapped_for(secret, terms=terms(may.name, expires_at)),
                about=_owners_seal(who).close({"secret": secret, "label": named}, place="share"),
                snapshot=self._snapshot(session, seal),
            )
            session.add(row)
            record.note(inside, now, Event.SHARED, number)
            return self._share(who, row)

    @staticmethod
    def _next_number(session: Session, seal: Seal) -> int:
        """Return the number of the next share; the oldest that have ended make room."""
        made = session.scalar(select(func.max(ShareRow.number)).where(ShareRow.workspace_key == seal.key)) or 0
        outdated = (ShareRow.workspace_key == seal.key) & (ShareRow.number <= made + 1 - MOST_SHARES)
        session.execute(delete(ShareRow).where(outdated))
        return made + 1

    @staticmethod
    def _snapshot(session: Session, seal: Seal) -> bytes | None:
        draft = session.get(DraftRow, seal.key)
        if draft is None:
            return None
        newest = VersionsOfDraft(session, seal, draft).newest()
        writing = seal.open(draft.content, place="writing")
        version = 0 if newest is None else newest.number
        return seal.close({"writing": writing, "version": version}, place="snapshot")

    @staticmethod
    def _share(who: Who, row: ShareRow) -> Share:
        about = _owners_seal(who).open(row.about, place="share")
        return Share(
            number=row.number,
            may=Right[row.may],
            label=about["label"],
            secret="" if row.wrapped is None else about["secret"],
            created_at=moment(row.created_at),
            expires_at=moment(row.expires_at),
            revoked_at=None if row.revoked_at is None else moment(row.revoked_at),
        )

    def list(self, who: Who) -> list[Share]:
        """Return all shares, newest first, with those that have ended."""
        with self._door.reading(who, Right.OWN) as (session, seal, _):
            rows = select(ShareRow).where(ShareRow.workspace_key == seal.key).order_by(ShareRow.number.desc())
            return [self._share(who, row) for row in session.scalars(rows)]

    def revoke(self, who: Who, number: int) -> bool:
        """End a share: its link and codes open nothing from now on; whether there was one to end."""
        now = self._database.now()
        with self._door.writing(who, Right.OWN) as inside:
            session, seal, _ = inside
            session.get(WorkspaceRow, seal.key, with_for_update=True)
            row = self._row(session, seal, number)
            if row is None or row.revoked_at is not None:
                return False
            row.revoked_at, row.wrapped, row.snapshot = now, None, None
            session.execute(delete(ShareCodeRow).where(ShareCodeRow.share_key == row.key))
            record.note(inside, now, Event.REVOKED, number)
            erased.note(session, Erased(seal.key, What.SHARE, number, now))
            return True

    @staticmethod
    def _row(session: Session, seal: Seal, number: int) -> ShareRow | None:
        ours = (ShareRow.workspace_key == seal.key) & (ShareRow.number == number)
        return session.scalars(select(ShareRow).where(ours).with_for_update()).first()

    def make_code(self, who: Who, number: int) -> Code | None:
        """Return a code for a share that can be read out; the one before it no longer works. None without a share."""
        words, now = new_code(), self._database.now()
        expires_at = now + LIFETIME // _MILLISECOND
        code = SpokenCode(words)
        with self._door.writing(who, Right.OWN) as inside:
            session, seal, _ = inside
            session.get(WorkspaceRow, seal.key, with_for_update=True)
            row = self._row(session, seal, number)
            share = None if row is None else self._share(who, row)
            if row is None or share is None or not share.secret or row.expires_at <= now:
                return None
            session.execute(delete(ShareCodeRow).where(ShareCodeRow.share_key == row.key))
            wrapped = code.close(share.secret)
            session.add(ShareCodeRow(key=code.key, share_key=row.key, expires_at=expires_at, wrapped=wrapped))
            record.note(inside, now, Event.CODE_MADE, number)
            return Code(words, moment(expires_at))

    def redeem(self, typed: str, *, page: str, address: str = "", account: Account | None = None) -> Guest:
        """Return what a code stands for, once.

        ``page`` names one opening of the screen and ``address`` the machine that it is open on, as far as that is
        known, so that nobody can try for ever; neither is stored.

        Raises:
            CodeError: the code is not one, is not known (any more), or too many were tried.
            NotAllowedError: people sign in here, and ``account`` is no tutor's.

        """
        self._door.expect(account, role=Role.TUTOR)
        letters_of(typed)
        self._guesses.count(page, address, self._database.now())
        with self._guesses.one_at_a_time:
            code = SpokenCode(typed)
        now = self._database.now()
        with self._database.writing() as session:
            spent = delete(ShareCodeRow).where(ShareCodeRow.key == code.key)
            used = session.execute(spent.returning(ShareCodeRow.wrapped, ShareCodeRow.expires_at)).first()
        if used is None or used.expires_at <= now:
            raise CodeError(CodeRefusal.WRONG)
        self._guesses.forgive(page, address)
        guest = Guest(code.open(used.wrapped), account=account)
        self._enter(guest, Event.CODE_USED)
        return guest

    def enter(self, who: Who) -> Shared:
        """Let a guest in: what they are told, and a line in the record.

        Raises:
            NotAllowedError: the share has ended, or there is none, or its owner asks, who needs no way in.

        """
        return self._enter(who, Event.OPENED)

    def _enter(self, who: Who, event: Event) -> Shared:
        now = self._database.now()
        with self._door.writing(who, Right.READ) as inside:
            shared = self._shared(inside)
            session, seal, share = inside
            session.get(WorkspaceRow, seal.key, with_for_update=True)
            if isinstance(who, Guest) and share is not None:
                record.note(inside, now, event, share.number, who.called.strip()[:LABEL_LENGTH])
            return shared

    def look(self, who: Who) -> Shared:
        """Return what ``enter`` does, without a line in the record: whether the share still stands."""
        with self._door.reading(who, Right.READ) as inside:
            return self._shared(inside)

    @staticmethod
    def _shared(inside: Inside) -> Shared:
        _, seal, share = inside
        if share is None:
            raise NotAllowedError(Refusal.UNKNOWN)
        then = {} if share.snapshot is None else seal.open(share.snapshot, place="snapshot")
        return Shared(
            may=Right[share.may],
            shared_at=moment(share.created_at),
            expires_at=moment(share.expires_at),
            then=Writing(**then["writing"]) if then else None,
            version=then.get("version", 0),
        )

    def record(self, who: Who) -> tuple[record.Entry, ...]:
        """Return who shared and opened what and when, newest first."""
        with self._door.reading(who, Right.OWN) as (session, seal, _):
            return tuple(record.entries(session, seal))


def _owners_seal(who: Who) -> Seal:
    """Return the seal for what only the owner reads; the door has made sure that ``who`` is one."""
    return Seal(address_of(who), for_owner_alone=True)
