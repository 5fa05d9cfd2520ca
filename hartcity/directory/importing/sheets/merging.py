"""Several lists under one header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.directory.importing.outcome import LeftOut
from hartcity.directory.importing.raw import RawRow
from hartcity.directory.importing.sheets.fields import suggested_columns


if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hartcity.directory.importing.raw import RawLine, RawTable

SHEET_COLUMN = "Sheet"
"""The column that holds the name of a row's sheet where the name says what its services are for."""

_OWNER = "Organization"
_PLAIN_TITLE = re.compile(
    r"(?:(?:the )?(?:all|full|whole|complete|master|main|combined)\b)?\s?"
    r"(?:(?:resource|service|program|agency|provider)s?)?\s?"
    r"(?:sheet|table|tabelle|hoja|feuil|data|export|list|page|directory|everything|agencies|rows)?\s?\d*",
    re.IGNORECASE,
)
_LONGEST_SHOWN = 80


class Merged:
    """The rows of one or more sheets under the columns of the first."""

    def __init__(self, file: str, *, is_many: bool, is_owner_the_title: bool) -> None:
        self.columns: dict[str, None] = {}
        self.rows: list[RawRow] = []
        self.places: list[str] = []
        self.across: list[bool] = []
        self.by_title: set[str] = set()
        self.unreadable: list[LeftOut] = []
        self.notices: list[str] = []
        self._file, self._is_many, self._is_owner_the_title = file, is_many, is_owner_the_title
        self._fields: dict[str, str] = {}

    def add(self, table: RawTable, above: Sequence[RawLine]) -> None:
        """Add a sheet: a column that means what one of the first sheet means goes by its name."""
        own = suggested_columns(table.columns)
        names = {column: self._fields[field] for field, column in own.items() if field in self._fields}
        self._fields = {**own, **self._fields}
        for column in filter(None, table.columns):
            self.columns.setdefault(names.get(column, column))
        by_title = self._said_by_title(table.file, own)
        for column in by_title:
            self.columns.setdefault(column)
        self.by_title.update(by_title)
        for line, cells in table.rows:
            renamed = {names.get(column, column): cell for column, cell in cells.items()}
            self.rows.append(RawRow(line, {**renamed, **by_title}))
            self.places.append(table.file)
            self.across.append(line in table.across)
        place = table.file if self._is_many else self._file
        self.unreadable += [LeftOut(place, line, reason) for line, reason in table.unreadable]
        if above:
            said = "; ".join(" ".join(filter(None, row.cells))[:_LONGEST_SHOWN] for row in above)
            where = f" of {table.file}" if self._is_many else ""
            self.notices.append(f"Left out above the header{where}: \u201c{said}\u201d.")

    def _said_by_title(self, title: str, own: Collection[str]) -> dict[str, str]:
        """Return what a sheet's title says of each of its rows: whose service it is, or what it is for."""
        if self._is_owner_the_title:
            return {_OWNER: title}
        is_topic = self._is_many and "needs" not in own and not _PLAIN_TITLE.fullmatch(title)
        return {SHEET_COLUMN: title} if is_topic else {}
