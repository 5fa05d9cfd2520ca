"""How much is kept in a database, for whoever runs it: numbers alone, no word, no name, no address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hartcity.identity import Role
from hartcity.storage.tables import DraftRow, ShareRow, VersionRow, WorkspaceRow


if TYPE_CHECKING:
    from hartcity.identity import Account
    from hartcity.storage.database import Database
    from hartcity.storage.door import Door


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers of what is kept.

    ``shares`` are those that stand, ``counting`` the workspaces whose writers let cases be counted, ``days`` the
    workspaces by the days after which they are deleted (None: only when their writer says so).
    """

    workspaces: int
    drafts: int
    versions: int
    shares: int
    accounts: int
    counting: int
    days: Mapping[int | None, int]


class Figures:
    """The numbers of a database."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def kept(self, account: Account | None) -> Kept:
        """Return how much is kept now.

        Raises:
            NotAllowedError: people sign in here, and ``account`` is no administrator's.

        """
        self._door.expect(account, role=Role.ADMINISTRATOR)
        row, stands = WorkspaceRow, (ShareRow.expires_at > self._database.now()) & ShareRow.wrapped.is_not(None)
        by_days = select(row.retention_days, func.count()).group_by(row.retention_days)
        with self._database.reading() as session:
            days = {number: count for number, count in session.execute(by_days)}  # noqa: C416 - rows are no pairs
            accounts, counting = session.execute(
                select(func.count(row.account_key.distinct()), func.count(row.counted))
            ).one()
            drafts, versions, shares = (
                session.scalar(asked) or 0
                for asked in (
                    select(func.count()).select_from(DraftRow),
                    select(func.count()).select_from(VersionRow),
                    select(func.count()).select_from(ShareRow).where(stands),
                )
            )
        return Kept(sum(days.values()), drafts, versions, shares, accounts, counting, days)
