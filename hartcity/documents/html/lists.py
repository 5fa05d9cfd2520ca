"""What stands before the items of a list, and how deep they stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from lxml import etree

_LEVEL = re.compile(r"\b(?:lst-[\w.-]{1,40}|ql-indent)-(\d)\b")
_LONG_NUMBER = 6
_DEEPEST = 9
_LETTERS = 8
"""Items that are known by their letters: from a to h."""


def depth_of(element: etree._Element) -> int:
    """Return how deep a list or an item stands where it says so itself, as Google Docs and editors do."""
    found = _LEVEL.search(element.get("class", ""))
    told = _number(element.get("data-aria-level", ""), 1) - 1
    return int(found[1]) if found else min(max(told, 0), _DEEPEST)


@dataclass(slots=True)
class Marks:
    """Counts the items of a list at each depth."""

    is_counted: bool
    letter: str
    start: int
    numbers: dict[int, int] = field(default_factory=dict)
    depth: int = 0

    @classmethod
    def of(cls, element: etree._Element) -> Marks:
        """Return the marks of a list."""
        letter = element.get("type", "") if element.get("type", "") in {"a", "A"} else ""
        return cls(element.tag == "ol", letter, _number(element.get("start", ""), 1))

    def mark(self, item: etree._Element) -> str:
        """Return what stands before an item."""
        self.depth = depth_of(item)
        indent = "  " * self.depth
        if not self.is_counted or item.get("data-list") == "bullet":
            return f"{indent}- "
        number = self.numbers.get(self.depth, self.start if self.depth == 0 else 1)
        self.numbers[self.depth] = _number(item.get("value", ""), number)
        return f"{indent}{self._counted_as(self.numbers[self.depth])}. "

    def counted(self, item: str) -> list[str]:
        """Return an item, and count it unless it holds no words."""
        if not item:
            return []
        if self.depth in self.numbers:
            self.numbers[self.depth] += 1
        for deeper in [depth for depth in self.numbers if depth > self.depth]:
            del self.numbers[deeper]
        return [item]

    def _counted_as(self, number: int) -> str:
        return chr(ord(self.letter) + number - 1) if self.letter and 0 < number <= _LETTERS else str(number)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONG_NUMBER else otherwise
