"""An organization and its service in one cell: ``Lakeshore Outreach - Winter Coats``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.directory.importing.sheets.fields import names_of_both


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.sheets.sheet import Sheet

_BETWEEN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\n",
        r" [-\u2013\u2014] ",
        r" ?\u2014 ?",
        r" / ",
        r" ?\| ?",
        r" ?> ?",
        r": ",
        r"/",
        r"; ?",
        r" ?\((?=[^()]+\)$)",
    )
)
"""What stands between two names; a hyphen within a word does not."""


class JoinedNames:
    """Parts the names in a column that holds both, by what stands between them in most of its cells."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, str]) -> None:
        column = columns.get("organization", "")
        self.is_needed = bool(column) and column == columns.get("service")
        self._order = names_of_both(column) or ("organization", "service")
        cells = [row.cells.get(column, "") for row in sheet.rows] if self.is_needed else []
        self._between = max(
            _BETWEEN,
            key=lambda between: (sum(map(bool, map(between.search, cells))), bool(between.search(column))),
        )
        self._whole = 0

    def apply(self, known: dict[str, str]) -> None:
        """Part the cell of a row; one that holds no two names stands for both."""
        whole = known["organization"]
        if not self.is_needed or not whole:
            return
        parts = [part.strip() for part in self._between.split(whole, maxsplit=1)]
        if len(parts) > 1 and "(" not in parts[-1]:
            parts[-1] = parts[-1].removesuffix(")")
        if len(parts) == len(self._order) and all(parts):
            known.update(zip(self._order, parts, strict=True))
        else:
            self._whole += 1

    def notices(self) -> list[str]:
        """Say how many cells could not be parted."""
        told = f"{self._whole} cells name no organization and service apart; each came in as both."
        one = "1 cell names no organization and service apart; it came in as both."
        return [one if self._whole == 1 else told] if self._whole else []
