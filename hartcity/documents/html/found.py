"""What was found in a page: its words, and what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.documents.left_out import counted, quotes


if TYPE_CHECKING:
    from collections.abc import Iterator

PICTURE, EMBEDDED, SCRIPT = "picture", "embedded part", "script"
ADDRESS, DELETED = "web address behind linked words", "deleted passage"
COMMENT, FOOTNOTE = "comment", "footnote"
_TOLD = {
    PICTURE: ("", ": only words come in"),
    EMBEDDED: ("", ": only words come in"),
    ADDRESS: ("web addresses behind linked words", ""),
    SCRIPT: ("", ": only words come in"),
    DELETED: ("", ""),
}


@dataclass(slots=True)
class Found:
    """The words of a page and what was left out: counted, or in the words of comments, footnotes and what is aside."""

    text: str = ""
    left_out: Counter[str] = field(default_factory=Counter)
    notes: dict[str, list[str]] = field(default_factory=dict)
    aside: dict[str, list[str]] = field(default_factory=dict)
    has_hidden: bool = False

    def notices(self) -> tuple[str, ...]:
        """Return what was left out, in sentences."""
        return tuple(self._told())

    def _told(self) -> Iterator[str]:
        for name, (many, why) in _TOLD.items():
            if self.left_out[name]:
                yield f"{counted(self.left_out[name], name, many)} left out{why}."
        for name, texts in self.notes.items():
            yield f"{counted(len(texts), name)} left out. Do these words belong to your text? {quotes(texts)}"
        for name, texts in self.aside.items():
            yield f"{name} was left out: {quotes(texts)}"
        if self.has_hidden:
            yield "Hidden text was left out, since a reader would not see it."
