"""The rows of a list, each with what it says of an organization, of a service, or why it says nothing of either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.directory.importing.sheets.asides import Asides
from hartcity.directory.importing.sheets.fields import NEEDED, spelled
from hartcity.directory.importing.sheets.joined_names import JoinedNames
from hartcity.directory.importing.sheets.levels import Levels
from hartcity.directory.importing.sheets.merging import SHEET_COLUMN
from hartcity.directory.importing.sheets.openness import Openness
from hartcity.directory.importing.sheets.row_groups import Group


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hartcity.directory.importing.raw import RawRow
    from hartcity.directory.importing.sheets.sheet import Sheet

_PARTS_OF_ADDRESS = ("address", "address_more", "city")


@dataclass(slots=True)
class Entry:
    """A row: where it stands, what its cells say by the names of fields, and why it brings no service, or nothing."""

    place: str
    line: int
    known: dict[str, str]
    reason: str = ""
    is_closed: bool = False
    is_head: bool = False
    """Whether rows below took their organization from it, or its list says that it is one."""

    @property
    def is_organization(self) -> bool:
        """Whether the row tells of an organization and of no service."""
        return bool(self.known["organization"]) and not self.known["service"]


class Entries:
    """Reads the rows of a sheet whose columns are named."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._openness = Openness(sheet, columns)
        others = {*self._openness.columns, *_counts(sheet, columns)}
        kept = {*NEEDED, "status"}
        self.columns = {name: held for name, held in columns.items() if name in kept or held not in others}
        self._asides = Asides(sheet, self.columns)
        self._levels = Levels(sheet, self.columns)
        self._joined = JoinedNames(sheet, self.columns)
        self._group = Group()

    def read(self) -> Iterator[Entry]:
        """Yield the rows in their order, lines above others that say what these are about left out."""
        topic = at_place = ""
        for at, row in enumerate(self._sheet.rows):
            place = self._sheet.places[at] if self._sheet.places else self._sheet.file
            if self._asides.topic(at):
                topic, at_place = self._asides.topic(at), place
                continue
            entry = self._entry(row, place)
            if topic and place == at_place:
                entry.known["needs"] = "; ".join(filter(None, (entry.known.get("needs", ""), topic)))
            yield entry

    def _entry(self, row: RawRow, place: str) -> Entry:
        known = {name: row.cells.get(column, "").strip() for name, column in self.columns.items()}
        entry = Entry(place, row.line, known, self._asides.why_not(row))
        if entry.reason:
            return entry
        self._group.repeat(known, place)
        self._joined.apply(known)
        known |= _put_together(known, row)
        entry.reason = self._levels.apply(known, row)
        if entry.reason:
            return entry
        entry.is_head = self._levels.is_needed and entry.is_organization
        self._group.complete(entry)
        closed = self._openness.why_closed(known, row)
        if closed:
            entry.is_closed = True
            where = f" at {known['address']}" if known["address"] else ""
            entry.reason = f'"{known["service"] or known["organization"]}"{where} is closed: {closed}'
        return entry

    @property
    def used_columns(self) -> set[str]:
        """The columns whose cells were looked at."""
        return {*self.columns.values(), *self._openness.columns, self._levels.column, SHEET_COLUMN}

    def notices(self) -> list[str]:
        """Say what was taken for something that no cell says in so many words."""
        told = [f"{self._group.carried} rows name no organization; they came in under the one above them."]
        topics = "; ".join(self._asides.topics)
        return [
            *(told if self._group.carried else ()),
            *([f"Lines taken for what the services below them are about: {topics}."] if topics else ()),
            *self._joined.notices(),
            *self._openness.notices(),
        ]


def _counts(sheet: Sheet, columns: Mapping[str, str]) -> Iterator[str]:
    """Yield the column of whom a service serves when it only counts them: numbers alone that are no ages."""
    column = columns.get("served", "")
    if {"age", "ages"} & {*spelled(column).split()}:
        return
    cells = [row.cells[column] for row in sheet.rows if row.cells.get(column)]
    if cells and all(cell.replace(",", "").isdecimal() for cell in cells):
        yield column


def _put_together(known: Mapping[str, str], row: RawRow) -> dict[str, str]:
    """Return what a row says in several cells, in several lines of one, or by the sheet that it stands in."""
    whole = {name: " ".join(known.get(name, "").split()) for name in NEEDED}
    whole["address"] = _whole_address(known)
    if known.get("phone"):
        whole["phone"] = _in_one_line(known["phone"], "; ")
    if not known.get("needs") and SHEET_COLUMN in row.cells:
        whole["needs"] = row.cells[SHEET_COLUMN]
    return whole


def _in_one_line(text: str, between: str) -> str:
    """Return the lines of a cell as one, with a comma or semicolon between them."""
    lines = (line.strip().rstrip(",;") for line in text.split("\n"))
    return between.join(filter(None, lines))


def _whole_address(known: Mapping[str, str]) -> str:
    """Return an address with what stands of it in columns of its own."""
    region = " ".join(filter(None, (known.get("state", ""), known.get("postal_code", ""))))
    whole = ""
    for part in (*(known.get(name, "") for name in _PARTS_OF_ADDRESS), region):
        if part and part.casefold() not in whole.casefold():
            whole += f", {part}" if whole else part
    return _in_one_line(whole, ", ")
