"""What a row leaves to the rows above it: cells that say the same, and an organization that is named once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.directory.importing.outcome import LeftOut

_CARRIED = ("organization", "mission", "phone", "email", "website", "address", "funding", "needs")
"""What a row below the first of its group says of the same organization by leaving it blank."""

_DITTO = frozenset(
    ['"', "''", *"\u3003\u2033\u201d\u201c\u2191^", "ditto", "do.", "same", "same as above", "see above"]
)
"""What people write in a cell that says the same as the one above."""


@dataclass(slots=True)
class Group:
    """The organization whose services stand in the rows below it, and how many of these do not name it."""

    above: Mapping[str, str] | None = None
    place: str = ""
    heading: LeftOut | None = None
    carried: int = 0
    last: Mapping[str, str] = field(default_factory=dict)
    last_place: str = ""

    def repeat(self, known: dict[str, str], place: str) -> None:
        """Put the words of the cell above where a cell only says that they are the same."""
        for name, cell in known.items():
            if cell.casefold() in _DITTO:
                known[name] = self.last.get(name, "") if place == self.last_place else ""
        self.last, self.last_place = dict(known), place

    def complete(self, known: dict[str, str], place: str, left_out: list[LeftOut]) -> None:
        """Fill the cells that were merged, or left blank below the first row of a group."""
        if not known["organization"] and known["service"] and self.above and place == self.place:
            above = self.above
            known.update({name: above[name] for name in _CARRIED if not known.get(name) and above.get(name)})
            self.carried += 1
            if self.heading is not None:  # a line with the organization alone was the head of its services
                left_out.remove(self.heading)
        elif known["organization"]:
            self.above, self.place = known, place
        self.heading = None
