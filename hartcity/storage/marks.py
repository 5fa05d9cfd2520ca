"""Which texts are older than what is stored: for each writer the highest number that counts, which only rises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from hartcity.storage.tables import DraftRow, WriterRow


if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from hartcity.storage.values import Mark

WRITERS_KEPT = 200
"""How many writers of a workspace are remembered, the latest ones."""


class Marks:
    """The writers of one workspace inside one transaction that has the workspace's row locked.

    ``found`` holds what was looked up already, None for a name that is not there.
    """

    def __init__(self, session: Session, key: str, found: Mapping[str, WriterRow | None]) -> None:
        self._session = session
        self._key = key
        self._rows = dict(found)

    def _row(self, writer: str) -> WriterRow | None:
        if writer not in self._rows:
            self._rows[writer] = self._session.get(WriterRow, (self._key, writer))
        return self._rows[writer]

    def known(self, writer: str) -> int:
        """Return the highest number of ``writer`` that was stored or gone on from; 0 for an unknown one."""
        row = self._row(writer)
        return 0 if row is None else row.number

    def goes_on(self, draft: DraftRow, mark: Mark) -> bool:
        """Whether a newer text of its writer may take the place of the stored ``draft``: it has seen what stands."""
        if mark.base == draft.revision or mark.writer == draft.writer:
            return True
        return draft.writer in mark.after and self.known(draft.writer) <= mark.after[draft.writer]

    def note(self, mark: Mark, at: int) -> None:
        """Remember a text that was stored, and that all it goes on from is older."""
        for writer, number in {**mark.after, mark.writer: mark.number}.items():
            row = self._row(writer)
            if row is None:
                row = self._rows[writer] = WriterRow(workspace_key=self._key, name=writer, number=number, saved_at=at)
                self._session.add(row)
                self._session.flush()
                self._forget_the_oldest()
            else:
                row.number, row.saved_at = max(row.number, number), at

    def _forget_the_oldest(self) -> None:
        ours = WriterRow.workspace_key == self._key
        latest = select(WriterRow.name).where(ours).order_by(WriterRow.saved_at.desc(), WriterRow.name)
        names = list(self._session.scalars(latest.limit(WRITERS_KEPT)))
        if len(names) == WRITERS_KEPT:
            self._session.execute(delete(WriterRow).where(ours, WriterRow.name.not_in(names)))
