"""What styles say: which hides words, and which makes a paragraph a list item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hartcity.documents.formats.word.elements import W, find, is_on, tag_of, value


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids."""

    styles: Mapping[str, Element]

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Return the styles of the part that holds them, where a file has one."""
        styles = root if root is not None else ()
        return cls({value(style, "styleId"): style for style in styles if tag_of(style) == f"{W}style"})

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        for _ in range(_DEEPEST_STYLE):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            name = value(find(style, "basedOn"))

    def hides(self, run: Element) -> bool:
        """Whether a run's words are hidden, by themselves or by their style."""
        own = find(run, "rPr", "vanish")
        if own is not None:
            return is_on(own)
        return any(is_on(find(style, "rPr", "vanish")) for style in self._chain(value(find(run, "rPr", "rStyle"))))

    def hides_paragraph(self, paragraph: Element) -> bool:
        """Whether a paragraph's style hides its words."""
        chain = self._chain(value(find(paragraph, "pPr", "pStyle")))
        return any(is_on(find(style, "rPr", "vanish")) for style in chain)

    def numbering(self, paragraph: Element) -> tuple[str, str] | None:
        """Return the number and level of a list item, or None for a paragraph that is none; a heading is none."""
        style = value(find(paragraph, "pPr", "pStyle"))
        if any(find(each, "pPr", "outlineLvl") is not None for each in self._chain(style)):
            return None
        own = find(paragraph, "pPr", "numPr")
        for holder in (own, *(find(each, "pPr", "numPr") for each in self._chain(style))):
            number = find(holder, "numId")
            if holder is None or (number is None and (holder is not own or len(own))):
                continue
            if value(number) == "0":
                return None
            return value(number), value(find(own, "ilvl")) or value(find(holder, "ilvl")) or "0"
        return None
