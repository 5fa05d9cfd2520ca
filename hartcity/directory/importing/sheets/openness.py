"""Which services of a list are closed, by a column for it or by cells that say nothing else."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hartcity.directory.assembly import NOT_OFFERED
from hartcity.directory.importing.sheets.fields import FIELDS, NEEDED, spelled
from hartcity.directory.importing.statuses import answer, is_called_closed, is_plain, says_closed, status_of


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.raw import RawRow
    from hartcity.directory.importing.sheets.sheet import Sheet

_STATUS = next(field for field in FIELDS if field.name == "status")
_CLOSING = frozenset({"closed", "inactive", "discontinued", "archived", "closing"})
_OPENING = frozenset({"open", "active", "offered", "available"})
_NOTHING = frozenset({"", "-", "n/a", "na", "none", "\u2013", "\u2014"})
_MARKS = frozenset({"x", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}", "\N{BALLOT BOX WITH CHECK}"})
_LETTERS = {"a": "active", "i": "inactive", "o": "active", "c": "inactive"}
"""Codes for active, inactive, open and closed, where a column holds nothing else."""

_REMARKS = frozenset({"note", "notes", "comment", "comments", "remarks", "remark", "alert", "update", "updates"})
_OF_A_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend", re.IGNORECASE)
"""A header of one day's hours: who is closed then is not closed."""

_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
_WAITING = re.compile(
    r"\b(?:wait\w*|full|capacity|new (?:clients?|patients?|people|families|applicants?)|accepting|taking|intakes?|"
    r"enroll?\w*|limited|appointments?|referrals?)\b",
    re.IGNORECASE,
)
_WORDS_SHOWN = 3
_LONGEST_SHOWN = 60


class Openness:
    """What each row says of whether its service is offered."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, str]) -> None:
        taken = self._taken = columns.get("status", "")
        free = [column for column in sheet.columns if column not in columns.values()]
        # Under "Open" may stand hours, and then nothing is asked of the column here.
        asked = [column for column in (*free, columns.get("hours", "")) if spelled(column) == "open"]
        self._columns = [taken] if taken else []
        self._columns += [column for column in free if taken and spelled(column) in _STATUS.headers]
        self._columns += [column for column in asked if _are_answers(sheet, column)]
        held = [columns[name] for name in ("hours", "description") if name in columns]
        held += [column for column in free if _REMARKS & {*spelled(column).split()}]
        self._remarks = [column for column in held if not _OF_A_DAY.search(column)]
        self._marked = [column for column in self._columns if not sheet.places and _is_marked(sheet, column)]
        self._lettered = [column for column in self._columns if _values(sheet, column) <= {*_LETTERS}]
        self._unclear: Counter[tuple[str, str]] = Counter()
        self._blank: Counter[str] = Counter()
        self._said: set[str] = set()

    @property
    def columns(self) -> list[str]:
        """The columns that say whether a service is offered."""
        return self._columns

    def why_closed(self, known: dict[str, str], row: RawRow) -> str:
        """Return what says that the service of a row is closed, or nothing; a status that tells of a wait is kept."""
        for column in self._columns:
            cell = known.get("status", "") if column == self._taken else row.cells.get(column, "").strip()
            status = _LETTERS.get(cell.casefold(), "") if column in self._lettered else _status(column, cell)
            if not cell and column in self._marked and known["service"]:
                return f"{column} is not marked"
            if status in NOT_OFFERED:
                return f'{column} says "{cell[:_LONGEST_SHOWN]}"'
            if known["service"]:
                self._count(column, cell, status)
            if _WAITING.search(cell) and cell not in known.get("wait", ""):
                known["wait"] = "; ".join(filter(None, (known.get("wait", ""), cell)))
        if any(is_called_closed(known[name]) for name in NEEDED):
            return "its name says so"
        said = ((column, row.cells.get(column, "")) for column in self._remarks)
        return next((f'{column} says "{cell}"' for column, cell in said if says_closed(cell)), "")

    def _count(self, column: str, cell: str, status: str) -> None:
        if status:
            self._said.add(column)
        elif cell:
            self._unclear[column, cell] += 1
        else:
            self._blank[column] += 1

    def notices(self) -> list[str]:
        """Say which rows came in as open though no cell says that they are."""
        told = []
        for column in self._columns:
            unclear = {cell: many for (other, cell), many in self._unclear.items() if other == column}
            shown = ", ".join(f'"{cell[:_LONGEST_SHOWN]}"' for cell in list(unclear)[:_WORDS_SHOWN])
            if unclear:
                told.append(
                    f"{column} says {shown}, which means neither open nor closed; {_rows(sum(unclear.values()))}."
                )
            if self._blank[column] and column in self._said:
                told.append(f"{column} is empty in places; {_rows(self._blank[column])}.")
        return told


def _rows(many: int) -> str:
    return "1 row came in as open" if many == 1 else f"{many:,} rows came in as open"


def _is_closing(column: str) -> bool:
    """Whether a header asks for what is closed: ``Closed?`` does, ``Open/Closed`` does not."""
    words = {*spelled(column).split()}
    return bool(words & _CLOSING) and not words & _OPENING


def _status(column: str, cell: str) -> str:
    """Return the status that a cell means under its header: a yes under ``Closed?`` is none under ``Open?``."""
    if not _is_closing(column):
        return status_of(cell)
    said = answer(cell)
    if said is not None or cell.casefold() in _NOTHING:
        return "inactive" if said else "active"
    return "inactive" if _DATE.search(cell) else status_of(cell)


def _is_marked(sheet: Sheet, column: str) -> bool:
    """Whether a column is ticked for what is open, so that an empty cell says no."""
    cells = _values(sheet, column)
    return bool(cells) and cells <= _MARKS and not _is_closing(column)


def _are_answers(sheet: Sheet, column: str) -> bool:
    cells = _values(sheet, column)
    return bool(cells) and all(map(is_plain, cells))


def _values(sheet: Sheet, column: str) -> set[str]:
    return {row.cells.get(column, "").strip().casefold() for row in sheet.rows} - {""}
