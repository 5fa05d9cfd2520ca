"""What belongs to an account, where people sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hartcity.storage.tables import WorkspaceRow


if TYPE_CHECKING:
    from hartcity.identity import Account
    from hartcity.storage.database import Database
    from hartcity.storage.door import Door


class Accounts:
    """The accounts that a database knows of, by the work that belongs to them."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def addresses(self, account: Account | None) -> list[str]:
        """Return the addresses of the work that belongs to an account, the latest first; none where nobody signs in.

        Raises:
            NotAllowedError: nobody has signed in, where people do.

        """
        seal = self._door.expect(account)
        if seal is None:
            return []
        theirs = select(WorkspaceRow.key, WorkspaceRow.address).where(WorkspaceRow.account_key == seal.key)
        with self._database.reading() as session:
            rows = session.execute(theirs.order_by(WorkspaceRow.touched_at.desc(), WorkspaceRow.key)).all()
        return [seal.open(row.address, place=f"address {row.key}") for row in rows if row.address is not None]
