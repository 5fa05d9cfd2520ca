"""Lists in which organizations and their services are rows of one kind: each says what it is, or whose part it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.directory.importing.sheets.fields import is_of_parents, spelled


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.raw import RawRow
    from hartcity.directory.importing.sheets.sheet import Sheet

_ORGANIZATIONS = frozenset({"agency", "organization", "organisation", "provider", "org", "parent", "parent agency"})
_SERVICES = frozenset({"program", "programme", "service", "program at site", "programatsite", "service at location"})
_SITES = frozenset({"site", "location", "branch"})
_NUMBERS = frozenset({"id", "num", "number", "no", "key"})
_FRACTION = re.compile(r"(?<=\d)\.0$")
_NOBODY = frozenset({"", "0", "none", "n/a", "-"})


class Levels:
    """What each row of a list is, where a column says it or names the row's parent.

    ``column`` is the one that says it, or empty; ``is_needed`` is false for a list that has neither.
    """

    def __init__(self, sheet: Sheet, columns: Mapping[str, str]) -> None:
        self.column = next((column for column in sheet.columns if _says_levels(sheet, column)), "")
        name, owner = columns.get("service", ""), columns.get("organization", "")
        numbered = [column for column in sheet.columns if _NUMBERS & {*spelled(column).split()}]
        is_of_parent = is_of_parents(owner) and owner != name
        self._pointer = next(filter(is_of_parents, numbered), "") if is_of_parent else ""
        self._parents = _cells(sheet, self._pointer or owner) - _NOBODY if is_of_parent else set()
        self._number = _own_number(sheet, numbered, self._parents) if self._pointer else ""
        self._names = {
            _number(row.cells.get(self._number, "")): row.cells.get(name, "")
            for row in (sheet.rows if self._number else ())
        }
        has_parts = bool(self._number) or not self._parents.isdisjoint(_cells(sheet, name))
        self._is_by_parent = is_of_parent and (bool(self.column) or has_parts)
        self.is_needed = bool(self.column) or self._is_by_parent

    def apply(self, known: dict[str, str], row: RawRow) -> str:
        """Name organization and service of a row by what it is; return why it is neither, or nothing."""
        if not self.is_needed:
            return ""
        level = spelled(row.cells.get(self.column, ""))
        if self.column and known.get("needs") == row.cells.get(self.column):
            known["needs"] = ""
        if level in _SITES:
            return f'it is a place and no service: "{known["service"] or known["organization"]}"'
        own = known["service"]
        if self._is_by_parent:
            known["organization"] = self._parent(known, row)
            if not known["organization"] and _number(row.cells.get(self._pointer, "")) not in _NOBODY:
                return f'its {self._pointer} "{row.cells[self._pointer]}" is not in this list'
        if level in _ORGANIZATIONS or (not level and self._is_by_parent and self._has_parts(own, known, row)):
            named = own if self._is_by_parent else known["organization"]
            known.update(organization=named or own, service="")
        return ""

    def _parent(self, known: Mapping[str, str], row: RawRow) -> str:
        """Return the name of a row's parent, by its number where there is one."""
        named = known["organization"]
        found = self._names.get(_number(row.cells.get(self._pointer, "")), "")
        return found or ("" if named.casefold() in _NOBODY or named == row.cells.get(self._pointer) else named)

    def _has_parts(self, own: str, known: Mapping[str, str], row: RawRow) -> bool:
        """Whether a row that does not say what it is is an organization: nobody's part, or the parent of others."""
        key = row.cells.get(self._number, "") if self._number else own
        return not known["organization"] or _number(key) in self._parents


def _says_levels(sheet: Sheet, column: str) -> bool:
    """Whether a column holds nothing but what its rows are, organizations and services among them."""
    seen = set()
    for row in sheet.rows:
        said = row.cells.get(column, "")
        if said and said not in seen:
            seen.add(said)
            if spelled(said) not in _ORGANIZATIONS | _SERVICES | _SITES:
                return False
    levels = {spelled(said) for said in seen}
    return bool(levels & _ORGANIZATIONS) and bool(levels & _SERVICES)


def _own_number(sheet: Sheet, numbered: list[str], parents: set[str]) -> str:
    """Return the column of numbers to which most numbers of parents point."""
    many = {column: len(parents & _cells(sheet, column)) for column in numbered if not is_of_parents(column)}
    best = max(many, key=lambda column: many[column], default="")
    return best if best and many[best] else ""


def _cells(sheet: Sheet, column: str) -> set[str]:
    return {_number(row.cells.get(column, "")) for row in sheet.rows}


def _number(cell: str) -> str:
    """Return a number, or a name, in one spelling: ``7.0`` is ``7``."""
    return _FRACTION.sub("", cell.strip().casefold())
