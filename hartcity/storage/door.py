"""The one place where it is decided who may do what: every function of the store goes through ``Door``.

What somebody holds says which workspace is meant and what they may do with it: the address of a workspace makes its
holder the owner, the secret of a share lets its holder read, or read and comment, as long as the share stands. Where
people sign in, that is not enough: a workspace belongs to the account that first saved it and opens for no other, and a
share opens for tutors alone.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from hartcity.identity import Role
from hartcity.storage.sealing import AccountSeal, Seal, SharedSeal, share_key
from hartcity.storage.tables import ShareRow, WorkspaceRow


if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from hartcity.identity import Account
    from hartcity.storage.database import Database


class Right(IntEnum):
    """What somebody may do with a workspace; a higher one holds all lower ones."""

    READ = 1
    COMMENT = 2
    OWN = 3


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who signed in and holds the address of a workspace."""

    address: str = field(repr=False)
    account: Account


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who holds the secret of a share.

    ``name`` is what they call themselves in comments and in the record; who signed in is called as the account says.
    """

    secret: str = field(repr=False)
    name: str = ""
    account: Account | None = None

    @property
    def called(self) -> str:
        """The name that others see."""
        return self.name if self.account is None else self.account.name or self.account.subject


Who: TypeAlias = str | Owner | Guest | None
"""A principal: the address of a workspace alone, the same with an account, a guest with a share, or None for nobody.

An address alone makes an owner where nobody signs in.
"""


def address_of(who: Who) -> str:
    """Return the address that an owner holds.

    Raises:
        NotAllowedError: ``who`` is no owner.

    """
    if isinstance(who, Guest) or not who:
        raise NotAllowedError(Refusal.NOT_YOURS)
    return who.address if isinstance(who, Owner) else who


class Refusal(StrEnum):
    """Why somebody was not let in."""

    NOTHING_HELD = "nothing_held"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"
    NOT_YOURS = "not_yours"
    SIGNED_OUT = "signed_out"
    NO_TUTOR = "no_tutor"


class NotAllowedError(Exception):
    """Somebody asked for what they may not have; nothing was read or changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"not allowed: {refusal.value}")
        self.refusal = refusal


class OwnWork(NamedTuple):
    """What an owner who saves works with: the transaction, the workspace's seal, and its row, which is locked."""

    session: Session
    seal: Seal
    row: WorkspaceRow


class Inside(NamedTuple):
    """What an admitted principal works with: the transaction, the workspace's seal, and the share that let them in."""

    session: Session
    seal: Seal
    share: ShareRow | None


def terms(may: str, expires_at: int) -> str:
    """Return what a share's wrapped key is bound to, so that a changed right or date opens nothing."""
    return f"{may} {expires_at}"


class Door:
    """Opens transactions for those who may have them.

    ``account_secret`` is the server's own secret, from which it knows whose work is whose; without one nobody signs in.

    All context managers raise ``NotAllowedError`` when ``who`` lacks the right ``needs``, and ``NotStoredError`` like
    ``Database``.
    """

    def __init__(self, database: Database, account_secret: str = "") -> None:
        self._database = database
        self._account_secret = account_secret

    def expect(self, account: Account | None, *, role: Role = Role.STUDENT) -> AccountSeal | None:
        """Make sure that ``account`` has a role, and return its seal; None where nobody signs in.

        Raises:
            NotAllowedError: nobody has signed in, or not in this role.

        """
        if not self._account_secret:
            return None
        if account is None:
            raise NotAllowedError(Refusal.SIGNED_OUT)
        if role not in account.roles:
            raise NotAllowedError(Refusal.NO_TUTOR if role is Role.TUTOR else Refusal.NOT_YOURS)
        return AccountSeal(self._account_secret, account.issuer, account.subject)

    @contextmanager
    def reading(self, who: Who, needs: Right) -> Iterator[Inside]:
        """Give one reading transaction on the workspace of ``who``."""
        with self._database.reading() as session:
            yield self._admit(session, who, needs)

    @contextmanager
    def writing(self, who: Who, needs: Right) -> Iterator[Inside]:
        """Give one transaction on the workspace of ``who`` that is stored as a whole or not at all."""
        with self._database.writing() as session:
            yield self._admit(session, who, needs)

    @contextmanager
    def saving(self, who: Who, at: int) -> Iterator[OwnWork]:
        """Give one transaction on the own workspace of ``who``, changed at ``at`` (see ``Database.now``).

        One statement makes the workspace when it is not there yet, locks it, and lets it belong to the account that
        saves it: whoever waits in it sees afterwards what those before have stored.
        """
        with self._database.writing() as session:
            if not who or isinstance(who, Guest):
                self._admit(session, who, Right.OWN)
            account = self.expect(who.account if isinstance(who, Owner) else None)
            seal = Seal(address_of(who))
            row = self._own_row(session, seal, at, account, address_of(who))
            if row.account_key != (None if account is None else account.key):
                raise NotAllowedError(Refusal.NOT_YOURS)
            yield OwnWork(session, seal, row)

    def _own_row(
        self, session: Session, seal: Seal, at: int, account: AccountSeal | None, address: str
    ) -> WorkspaceRow:
        row: dict[str, Any] = {"key": seal.key, "created_at": at, "touched_at": at}
        row |= {"plan_revision": 0, "plan_writer": "", "plan_number": 0}
        if account is not None:
            row |= {"account_key": account.key, "address": account.close(address, place=f"address {seal.key}")}
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(WorkspaceRow).values(row)
        claimed = {
            name: func.coalesce(getattr(WorkspaceRow, name), insert.excluded[name])
            for name in ("account_key", "address")
        }
        saved = insert.on_conflict_do_update(
            index_elements=[WorkspaceRow.key], set_={"touched_at": at, **(claimed if account else {})}
        )
        locked: WorkspaceRow = session.scalars(saved.returning(WorkspaceRow)).one()
        return locked

    def _admit(self, session: Session, who: Who, needs: Right) -> Inside:
        if not who:
            raise NotAllowedError(Refusal.NOTHING_HELD)
        if not isinstance(who, Guest):
            return self._admit_owner(session, who)
        self.expect(who.account, role=Role.TUTOR)
        share = session.get(ShareRow, share_key(who.secret))
        if share is None:
            raise NotAllowedError(Refusal.UNKNOWN)
        if share.revoked_at is not None:
            raise NotAllowedError(Refusal.REVOKED)
        if share.expires_at <= self._database.now() or share.wrapped is None:
            raise NotAllowedError(Refusal.EXPIRED)
        if Right[share.may] < needs:
            raise NotAllowedError(Refusal.NOT_YOURS)
        bound = terms(share.may, share.expires_at)
        return Inside(session, SharedSeal(share.workspace_key, share.wrapped, who.secret, terms=bound), share)

    def _admit_owner(self, session: Session, who: str | Owner) -> Inside:
        account = who.account if isinstance(who, Owner) else None
        account_seal, seal = self.expect(account), Seal(address_of(who))
        owner = session.scalar(select(WorkspaceRow.account_key).where(WorkspaceRow.key == seal.key))
        if owner is not None and (account_seal is None or account_seal.key != owner):
            raise NotAllowedError(Refusal.NOT_YOURS)
        return Inside(session, seal, None)
