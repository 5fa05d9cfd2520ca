"""What a row leaves to other rows: cells that say the same, and an organization that is told of once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.directory.importing.sheets.fields import FIELDS


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hartcity.directory.importing.sheets.entries import Entry

_OF_ORGANIZATION = ("mission", "phone", "email", "website", "address", "funding")
"""What holds for an organization wherever it is said."""

_CARRIED = ("organization", *_OF_ORGANIZATION, "needs")
"""What a row below the first of its group says of the same organization by leaving it blank."""

_OF_ITS_SERVICES = ("needs", "hours", "languages", "accessibility", "contact")
"""What is said in the row of an organization holds for each of its services that says nothing of its own."""

_PARTS = frozenset({"address_more", "city", "state", "postal_code", "status", "description"})

_DITTO = frozenset(
    ['"', "''", *"\u3003\u2033\u201d\u201c\u2191^", "ditto", "do.", "same", "same as above", "see above"]
)
"""What people write in a cell that says the same as the one above."""


@dataclass(slots=True)
class Group:
    """The row whose organization holds for the rows below it, and how many of these do not name it."""

    above: Entry | None = None
    carried: int = 0
    last: Mapping[str, str] = field(default_factory=dict)
    last_place: str = ""

    def repeat(self, known: dict[str, str], place: str) -> None:
        """Put the words of the cell above where a cell only says that they are the same."""
        for name, cell in known.items():
            if cell.casefold() in _DITTO:
                known[name] = self.last.get(name, "") if place == self.last_place else ""
        self.last, self.last_place = dict(known), place

    def complete(self, entry: Entry) -> None:
        """Fill the cells that were merged, or left blank below the first row of a group."""
        known = entry.known
        if known["organization"]:
            self.above = entry
        elif known["service"] and self.above is not None and entry.place == self.above.place:
            above = self.above.known
            known.update({name: above[name] for name in _CARRIED if not known.get(name) and above.get(name)})
            self.above.is_head = True
            self.carried += 1


class Heads:
    """The rows that tell of an organization alone, for whichever rows name its services."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        alone: list[Entry] = []
        self._served: set[str] = set()
        for entry in entries:
            if entry.reason and not entry.is_closed:
                continue
            if entry.is_organization:
                alone.append(entry)
            elif entry.known["organization"]:
                self._served.add(entry.known["organization"].casefold())
        self._closed = {entry.known["organization"].casefold() for entry in alone if entry.is_closed}
        self._known: dict[str, Mapping[str, str]] = {}
        for entry in alone:
            told = {**entry.known, "mission": entry.known.get("mission") or entry.known.get("description", "")}
            self._known.setdefault(entry.known["organization"].casefold(), told)

    def of(self, known: Mapping[str, str]) -> Mapping[str, str]:
        """Return what the row of its own says of a row's organization."""
        return {} if not self._known else self._known.get(known["organization"].casefold(), {})

    def is_closed(self, known: Mapping[str, str]) -> bool:
        """Whether the row of its own says that a row's organization is closed."""
        return bool(self._closed) and known["organization"].casefold() in self._closed

    def complete(self, known: dict[str, str]) -> None:
        """Give a service what is said of all of its organization's."""
        told = self.of(known)
        if told:
            known.update({name: told[name] for name in _OF_ITS_SERVICES if told.get(name) and not known.get(name)})

    def why_left(self, entry: Entry) -> str:
        """Return what could not be taken of the row of an organization, or nothing."""
        known, own = entry.known, self.of(entry.known)
        said = [name.name for name in FIELDS if known.get(name.name) and name.name not in {"organization", *_PARTS}]
        is_served = known["organization"].casefold() in self._served
        if not is_served or not (said or entry.is_head or entry.known.get("description")):
            return "it has no service"
        taken = {*_OF_ORGANIZATION, *_OF_ITS_SERVICES}
        lost = [name for name in said if name not in taken or known[name] != own.get(name)]
        labels = ", ".join(each.label for each in FIELDS if each.name in lost)
        return f"only what it says of the organization was taken, without {labels}" if lost else ""
