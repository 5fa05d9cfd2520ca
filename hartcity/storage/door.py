"""The one place where it is decided who may do what: every function of the store goes through ``Door``.

Nobody is asked for a name or a password. What somebody holds says which workspace is meant and what they may do with
it: the address of a workspace makes its holder the owner, the secret of a share lets its holder read, or read and
comment, as long as the share stands.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hartcity.storage.sealing import Seal, SharedSeal, share_key
from hartcity.storage.tables import ShareRow


if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from hartcity.storage.database import Database


class Right(IntEnum):
    """What somebody may do with a workspace; a higher one holds all lower ones."""

    READ = 1
    COMMENT = 2
    OWN = 3


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who holds the secret of a share. ``name`` is what they call themselves in comments and in the record."""

    secret: str
    name: str = ""


Who: TypeAlias = str | Guest | None
"""A principal: the address of a workspace (its owner), a guest with a share, or None for somebody who holds nothing."""


class Refusal(StrEnum):
    """Why somebody was not let in."""

    NOTHING_HELD = "nothing_held"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"
    NOT_YOURS = "not_yours"


class NotAllowedError(Exception):
    """Somebody asked for what they may not have; nothing was read or changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"not allowed: {refusal.value}")
        self.refusal = refusal


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

    Both methods raise ``NotAllowedError`` when ``who`` lacks the right ``needs``, and ``NotStoredError`` like
    ``Database``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

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

    def _admit(self, session: Session, who: Who, needs: Right) -> Inside:
        if not who:
            raise NotAllowedError(Refusal.NOTHING_HELD)
        if isinstance(who, str):
            return Inside(session, Seal(who), None)
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
