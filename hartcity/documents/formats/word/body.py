"""A walk through the body of a document: its paragraphs, lists, tables and text boxes, in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.documents.formats.word.elements import DRAWING, MC, W, find, is_on, tag_of, value
from hartcity.documents.formats.word.numbering import Numberings
from hartcity.documents.formats.word.styles import Styles
from hartcity.documents.formats.word.words import LEFT_OUT, SIGNS, WORDS, alternative, sign_of
from hartcity.documents.office import refuse_too_deep, table_of
from hartcity.documents.text import Piece


if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


_NOT_SHOWN = {
    f"{DRAWING}picture}}pic": "picture",
    f"{DRAWING}chart}}chart": "chart",
    f"{DRAWING}diagram}}relIds": "diagram",
    f"{W}altChunk": "embedded document",
    f"{W}object": "embedded object",
    f"{W}pict": "picture",
}


@dataclass(slots=True)
class Walk:
    """A walk through the body; ``left_out`` counts what is no word."""

    styles: Styles
    numberings: Numberings
    left_out: Counter[str] = field(default_factory=Counter)

    def blocks(self, container: Element, depth: int = 0) -> list[Piece]:
        """Return the paragraphs, lists and tables of the body, a cell or a box."""
        refuse_too_deep(depth)
        found: list[Piece] = []
        items: list[str] = []
        open_end = ""
        for element in self._block_elements(container):
            if tag_of(element) == f"{W}tbl":
                found += self._take_items(items)
                found += self._table(element, depth)
                continue
            words, boxes = self._words(element, depth)
            numbering = self.styles.numbering(element)
            words, open_end = open_end + words, ""
            if _runs_on(element):
                open_end = words
            elif numbering is not None and words.strip():
                items.append(self.numberings.mark(numbering) + words.strip("\n"))
            else:
                found += self._take_items(items)
                found += [Piece(part.strip("\n")) for part in words.split("\f")]
            if boxes:
                found += [*self._take_items(items), *boxes]
        if open_end:
            found.append(Piece(open_end))
        return [*found, *self._take_items(items)]

    @staticmethod
    def _take_items(items: list[str]) -> list[Piece]:
        taken = [Piece("\n".join(items), stands_apart=True)] if items else []
        items.clear()
        return taken

    def _block_elements(self, container: Element) -> Iterator[Element]:
        """Yield paragraphs and tables, through content controls and what was inserted with tracking."""
        stack = [(child, 0) for child in reversed(container)]
        while stack:
            element, depth = stack.pop()
            tag = tag_of(element)
            refuse_too_deep(depth)
            if tag in {f"{W}p", f"{W}tbl"}:
                yield element
            elif tag in _NOT_SHOWN:
                self.left_out[_NOT_SHOWN[tag]] += 1
            elif tag == f"{W}sdt" and self._is_placeholder(element):
                continue
            elif tag not in LEFT_OUT:
                stack.extend((child, depth + 1) for child in reversed(element))

    def _is_placeholder(self, control: Element) -> bool:
        is_empty = is_on(find(control, "sdtPr", "showingPlcHdr"))
        self.left_out["empty field of the template"] += is_empty
        return is_empty

    def _words(self, paragraph: Element, deep: int) -> tuple[str, list[Piece]]:
        """Return a paragraph's words and, after them, those of the text boxes that hang on it.

        There is no recursion, since the depth is the writer's choice. A form feed stands for a page break.
        """
        if self.styles.hides_paragraph(paragraph):
            self.left_out["hidden"] += 1
            return "", []
        said: list[str] = []
        boxes: list[Piece] = []
        stack = [(child, 0) for child in reversed(paragraph)]
        while stack:
            element, depth = stack.pop()
            tag = tag_of(element)
            refuse_too_deep(depth)
            if tag == f"{MC}AlternateContent":
                stack.extend((child, depth + 1) for child in reversed(alternative(element)))
                continue
            if tag in LEFT_OUT or self._is_not_shown(element, tag):
                continue
            if tag == f"{W}txbxContent":
                boxes += self.blocks(element, deep + 1)
            elif tag in WORDS:
                said.append(element.text or "")
            elif tag in SIGNS:
                said.append(sign_of(element, tag))
            else:
                stack.extend((child, depth + 1) for child in reversed(element))
        return "".join(said), boxes

    def _is_not_shown(self, element: Element, tag: str) -> bool:
        """Whether a part of a paragraph is not seen or holds no words; what it is gets counted."""
        if tag == f"{W}sdt":
            return self._is_placeholder(element)
        if tag == f"{W}r" and self.styles.hides(element):
            self.left_out["hidden"] += 1
            return True
        if tag in _NOT_SHOWN and next(element.iter(f"{W}txbxContent"), None) is None:
            self.left_out[_NOT_SHOWN[tag]] += 1
        return False

    def _table(self, table: Element, depth: int) -> list[Piece]:
        return table_of([self.blocks(cell, depth + 1) for cell in _within(row, f"{W}tc")] for row in self._rows(table))

    @staticmethod
    def _rows(table: Element) -> Iterator[Element]:
        return (row for row in _within(table, f"{W}tr") if find(row, "trPr", "del") is None)


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through content controls and not into tables within."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        tag = tag_of(child)
        if tag == wanted:
            yield child
        elif tag not in LEFT_OUT and tag != f"{W}tbl":
            stack.extend(reversed(child))


def _runs_on(paragraph: Element) -> bool:
    """Whether the next paragraph goes on with this one: its end was deleted with tracking, or it is a drop cap."""
    mark = find(paragraph, "pPr", "rPr")
    frame = find(paragraph, "pPr", "framePr")
    is_deleted = find(mark, "del") is not None or find(mark, "moveFrom") is not None
    return is_deleted or value(frame, "dropCap") in {"drop", "margin"}
