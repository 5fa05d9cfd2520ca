"""What drafts of a class carry that can hurt someone: private matter, words about a person, blame, pressure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hartcity.classes.small_counts import hide
from hartcity.model import Family


HURTING = (Family.IDENTIFIER, Family.SENSITIVE, Family.STIGMATIZING, Family.BLAME, Family.DEMAND)


@dataclass(frozen=True, slots=True)
class Carried:
    """A family of findings that stands in ``count`` of the class's drafts that were read, told as words."""

    family: Family
    count: str


def carried(rows: Sequence[Mapping[str, str]], *, for_others: bool = False) -> list[Carried]:
    """Return the families that some draft carries, what most drafts carry first.

    With ``for_others`` small groups are hidden, those with and those without, and the order tells nothing of them.
    """
    read = [row for row in rows if row["draft"] == "read"]
    counts = {family: sum(float(row.get(f"findings_{family}") or 0) > 0 for row in read) for family in HURTING}
    found = [family for family in HURTING if counts[family]]
    if for_others:
        both = {family: hide({"with": counts[family], "without": len(read) - counts[family]}) for family in found}
        return [Carried(family, both[family]["with"]) for family in found]
    return [Carried(family, str(counts[family])) for family in sorted(found, key=lambda family: -counts[family])]
