"""How the items of lists are marked and counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.documents.formats.word.elements import W, find, tag_of, value


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element


_LETTERS = 8
"""Items that are known by their letters: from a to h."""

_LONG_NUMBER = 5
_BULLETS = {"bullet", "none", ""}


@dataclass(slots=True)
class Numberings:
    """How the items of each list are marked, by the list's number and their level, and how far they are counted."""

    formats: Mapping[tuple[str, str], str]
    starts: Mapping[tuple[str, str], int]
    counters: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Numberings:
        """Return the numberings of the part that holds them, where a file has one."""
        formats: dict[tuple[str, str], str] = {}
        starts: dict[tuple[str, str], int] = {}
        numberings = root if root is not None else ()
        kinds = _kinds(numberings)
        for each in numberings:
            if tag_of(each) == f"{W}num":
                number = value(each, "numId")
                anew = {value(over, "ilvl"): value(find(over, "startOverride")) for over in each}
                for level, (name, start) in kinds.get(value(find(each, "abstractNumId")), {}).items():
                    formats[number, level] = name
                    starts[number, level] = _start(anew.get(level) or start)
        return cls(formats, starts)

    def mark(self, numbering: tuple[str, str]) -> str:
        """Count an item and return what stands before it."""
        number, level = numbering
        indent = "  " * min(int(level), 8) if level.isdecimal() else ""
        for other in list(self.counters):  # what stands deeper is counted anew below each item
            if other[0] == number and other[1] > level:
                del self.counters[other]
        if self.formats.get(numbering, "") in _BULLETS:
            return f"{indent}- "
        self.counters[numbering] = self.counters.get(numbering, self.starts.get(numbering, 1) - 1) + 1
        return f"{indent}{_counted_as(self.counters[numbering], self.formats[numbering])}. "


def _kinds(numberings: Iterable[Element]) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return the kinds of list by their ids: how the items of each level are counted, and from what number on."""
    return {
        value(kind, "abstractNumId"): {
            value(level, "ilvl"): (value(find(level, "numFmt")), value(find(level, "start")))
            for level in kind
            if tag_of(level) == f"{W}lvl"
        }
        for kind in numberings
        if tag_of(kind) == f"{W}abstractNum"
    }


def _start(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < _LONG_NUMBER else 1


def _counted_as(number: int, kind: str) -> str:
    """Return the number of an item, as a letter where letters count and it is one by which items are known."""
    return chr(ord("a") + number - 1) if kind == "lowerLetter" and 0 < number <= _LETTERS else str(number)
