"""What a tutor and a student say to each other about a draft, word by word or criterion by criterion."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hartcity.storage.database import moment
from hartcity.storage.door import Door, Guest, Right, Who
from hartcity.storage.tables import CommentRow, WorkspaceRow


if TYPE_CHECKING:
    from datetime import datetime

    from hartcity.storage.database import Database
    from hartcity.storage.sealing import Seal
    from hartcity.storage.tables import ShareRow

MOST_COMMENTS = 1000
"""So many comments fit into one workspace."""

LONGEST_TEXT = 4000
"""Characters of one comment."""

LONGEST_QUOTE = 2000
_NAME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said, and about what.

    ``quote`` with the words ``before`` and ``after`` it and its ``start`` (code points) say which words of the draft
    are meant; ``criterion`` or ``check`` which line of the report. ``overrides`` says that the check or finding does
    not hold here, with ``text`` as the reason.
    """

    text: str
    quote: str = ""
    before: str = ""
    after: str = ""
    start: int = 0
    criterion: str = ""
    check: str = ""
    overrides: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A stored remark. ``thread`` is the number of the comment that it answers; ``by_guest``: a tutor wrote it."""

    number: int
    thread: int | None
    remark: Remark
    name: str
    by_guest: bool
    is_mine: bool
    created_at: datetime
    resolved_at: datetime | None = None


class Comments:
    """The comments on every workspace in a database. Deleting one is ``Erasure``'s."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def list(self, who: Who) -> list[Comment]:
        """Return all comments and answers, oldest first."""
        with self._door.reading(who, Right.READ) as (session, seal, share):
            rows = select(CommentRow).where(CommentRow.workspace_key == seal.key).order_by(CommentRow.number)
            return [self._comment(seal, row, share) for row in session.scalars(rows)]

    @staticmethod
    def _comment(seal: Seal, row: CommentRow, share: ShareRow | None) -> Comment:
        value = seal.open(row.content, place="comment")
        name = value.pop("name")
        return Comment(
            number=row.number,
            thread=row.thread,
            remark=Remark(**value),
            name=name,
            by_guest=bool(row.share_key),
            is_mine=row.share_key == ("" if share is None else share.key),
            created_at=moment(row.created_at),
            resolved_at=None if row.resolved_at is None else moment(row.resolved_at),
        )

    def add(self, who: Who, remark: Remark, *, thread: int | None = None) -> int | None:
        """Keep a remark, as an answer in ``thread`` when that is given, and return its number.

        None when the workspace or the thread is not there (any more), or holds a thousand comments already.

        Raises:
            ValueError: the remark says nothing or is too long, or a student overrides a check.

        """
        too_long = len(remark.text) > LONGEST_TEXT or len(remark.quote) > LONGEST_QUOTE
        if not remark.text.strip() or too_long or (remark.overrides and not isinstance(who, Guest)):
            raise ValueError(f"a remark has up to {LONGEST_TEXT} characters, and only a tutor overrides a check")
        with self._door.writing(who, Right.COMMENT) as (session, seal, share):
            if session.get(WorkspaceRow, seal.key, with_for_update=True) is None:
                return None
            ours = CommentRow.workspace_key == seal.key
            count, last = session.execute(select(func.count(), func.max(CommentRow.number)).where(ours)).one()
            root = None if thread is None else session.get(CommentRow, (seal.key, thread))
            if count >= MOST_COMMENTS or (thread is not None and (root is None or root.thread is not None)):
                return None
            if root is not None:
                root.resolved_at = None
            name = who.called.strip()[:_NAME_LENGTH] if isinstance(who, Guest) else ""
            row = CommentRow(
                workspace_key=seal.key,
                number=(last or 0) + 1,
                thread=thread,
                share_key="" if share is None else share.key,
                created_at=self._database.now(),
                content=seal.close({**asdict(remark), "name": name}, place="comment"),
            )
            session.add(row)
            return row.number

    def resolve(self, who: Who, number: int, *, is_done: bool = True) -> bool:
        """Say that a thread is settled, or open it again; whether there is one."""
        with self._door.writing(who, Right.COMMENT) as (session, seal, _):
            row = session.get(CommentRow, (seal.key, number))
            if row is None or row.thread is not None:
                return False
            row.resolved_at = self._database.now() if is_done else None
            return True
