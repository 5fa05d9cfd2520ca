"""A walk through a page: its blocks, lists and tables in order, and what is left out of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hartcity.documents.html.flow import Flow
from hartcity.documents.html.found import ADDRESS, DELETED, EMBEDDED, PICTURE, SCRIPT, Found
from hartcity.documents.html.links import hides_address
from hartcity.documents.html.lists import Marks, depth_of
from hartcity.documents.html.rows import row_of
from hartcity.documents.html.styles import Look, Stylesheet, has_height, is_block, is_close, is_hidden, keeps_lines
from hartcity.documents.html.tags import CONTROLS, EMBEDDED_TAGS, LINES, LISTS, NAVIGATION, PARAGRAPHS, SILENT
from hartcity.documents.text import Piece, joined


if TYPE_CHECKING:
    from lxml import etree

_SPACE = re.compile(r"[ \t\r\n\f]+")
_FOR_HEARING = re.compile(r"(?:^|\s)(?:sr-only|screen-?reader(?:-only|-text)?|visually-?hidden)(?:\s|$)", re.IGNORECASE)
_WHOLE = frozenset({"html", "body"})
_TINY = frozenset({"0", "1", "2"})


@dataclass(slots=True)
class Walk:
    """Goes through a page. ``marks`` stand before paragraphs that are items, ``without`` are passed over."""

    sheet: Stylesheet
    marks: Mapping[etree._Element, str]
    without: frozenset[etree._Element]
    is_every_quotation_foreign: bool = False
    found: Found = field(default_factory=Found)
    preformatted: int = 0

    def flow(self) -> Flow:
        """Return an empty flow for a page, a cell or an item."""
        return Flow(is_own=self.is_every_quotation_foreign)

    def element(self, element: etree._Element, flow: Flow) -> None:
        """Add what an element says to a flow."""
        tag = element.tag if isinstance(element.tag, str) else ""
        about = element.attrib
        look = self.sheet.look(element)
        if element in self.without or self._is_left_out(element, tag, look):
            return
        if tag == "br":
            flow.words.append("\n")
        elif tag == "img":
            self.found.left_out[PICTURE] += not {about.get("width"), about.get("height")} & _TINY
        elif tag in LISTS:
            flow.add_list(self._list(element))
        elif tag == "li":
            flow.add_list(self._item(element, "- "))
        elif tag == "table":
            self._table(element, flow)
        elif tag == "blockquote" and (self.is_every_quotation_foreign or _is_quotation(about)):
            text = joined(self.inside(element))
            flow.add_apart("\n".join(f"> {line}".rstrip() for line in text.split("\n")))
        elif element in self.marks:
            flow.add_list(self._item(element, self.marks[element]))
        elif tag in PARAGRAPHS or tag in LINES or is_block(look):
            self._block(element, tag, look, flow)
        else:
            self.found.left_out[ADDRESS] += tag == "a" and hides_address(element)
            self.children(element, flow)

    def _is_left_out(self, element: etree._Element, tag: str, look: Look) -> bool:
        """Whether an element is no part of the words, and note what it is where a reader would miss it."""
        about = element.attrib
        self.found.left_out[SCRIPT] += tag == "script"
        if tag in SILENT:
            return True
        is_unseen = "hidden" in about or is_hidden(look) or _FOR_HEARING.search(about.get("class", "")) is not None
        is_unseen = is_unseen and tag not in _WHOLE  # which a script shows once the page is there
        beside = self._beside(tag, about)
        if not (is_unseen or beside or tag in EMBEDDED_TAGS or tag == "del"):
            return False
        said = " ".join(" ".join(element.itertext()).split())
        if is_unseen:
            self.found.has_hidden = self.found.has_hidden or bool(said)
        elif tag in EMBEDDED_TAGS:
            self.found.left_out[PICTURE if tag == "svg" else EMBEDDED] += 1
        elif said and tag == "del":
            self.found.left_out[DELETED] += 1
        elif said:
            self.found.aside.setdefault(beside, []).append(said)
        return True

    @staticmethod
    def _beside(tag: str, about: etree._Attrib) -> str:
        """Return what of a page an element is that is none of its words, or nothing where it is not."""
        if tag == "nav" or about.get("role", "").lower() in NAVIGATION:
            return "The page's navigation"
        if tag in CONTROLS:
            return "What can be pressed or chosen on the page"
        # LibreOffice writes the head and foot of its pages so.
        title = about.get("title", "") if tag == "div" else ""
        return f"The page's {title}" if title in {"header", "footer"} else ""

    def _block(self, element: etree._Element, tag: str, look: Look, flow: Flow) -> None:
        is_of_word = tag == "p" and "msonormal" in element.get("class", "").lower()
        is_close_to = tag == "p" and (is_of_word or is_close(look))
        is_line = is_close_to or tag in LINES or tag not in PARAGRAPHS
        flow.end(gap=not is_line)
        if is_close_to and has_height(look) and not "".join(element.itertext()).strip():
            flow.words.append("\n")
        self.children(element, flow)
        flow.end(gap=not is_line)

    def children(self, element: etree._Element, flow: Flow) -> None:
        """Add the words and elements within an element."""
        is_kept = element.tag in {"pre", "textarea"} or keeps_lines(self.sheet.look(element))
        self.preformatted += is_kept
        self._say(element.text, flow)
        for child in element:
            self.element(child, flow)
            self._say(child.tail, flow)
        self.preformatted -= is_kept

    def _say(self, words: str | None, flow: Flow) -> None:
        if words:
            flow.words.append(words if self.preformatted else _SPACE.sub(" ", words))

    def inside(self, element: etree._Element) -> list[Piece]:
        """Return what stands within an element."""
        flow = self.flow()
        self.children(element, flow)
        return flow.end()

    def _item(self, element: etree._Element, mark: str) -> str:
        """Return an item: its first line behind the mark, the others set in below it."""
        lines = [line for piece in self.inside(element) for line in piece.text.split("\n") if line.strip()]
        indent = " " * (len(mark) - len(mark.lstrip()))
        return "\n".join([mark + lines[0], *(f"{indent}  {line}" for line in lines[1:])]) if lines else ""

    def _list(self, element: etree._Element) -> str:
        items: list[str] = []
        marks = Marks.of(element)
        indent = "  " * depth_of(element)
        for child in element:
            if child.tag in LISTS:
                flow = self.flow()
                self.element(child, flow)
                items += [f"  {line}" for piece in flow.end() for line in piece.text.split("\n") if line.strip()]
            elif child.tag != "li":
                items += [line for piece in self.inside(child) for line in piece.text.split("\n") if line.strip()]
            elif child not in self.without and not self._is_left_out(child, "li", self.sheet.look(child)):
                item = self._item(child, marks.mark(child))
                items += marks.counted(item)
        return "\n".join(indent + line for item in items for line in item.split("\n"))

    def _table(self, element: etree._Element, flow: Flow) -> None:
        """Add a table: rows of short cells are lines, the rest of it is layout, cell after cell."""
        flow.end(gap=True)
        self._stray(element, flow)
        lines: list[str] = []
        for row in element.iterchildren("caption", "thead", "tbody", "tfoot", "tr", "colgroup"):
            for line in [row] if row.tag in {"tr", "caption"} else row.iterchildren("tr"):
                if self._is_left_out(line, "tr", self.sheet.look(line)):
                    continue
                cells = [self.inside(line)] if line.tag == "caption" else [self._cell(cell) for cell in line]
                self._stray(line, flow)
                short = row_of(cells)
                if short is not None:
                    lines += filter(None, [short])
                    continue
                flow.add_apart("\n".join(lines))
                lines = []
                for cell in filter(None, cells):
                    flow.pieces += [*cell, Piece("")]
        flow.add_apart("\n".join(lines))

    def _cell(self, element: etree._Element) -> list[Piece]:
        return [] if self._is_left_out(element, "td", self.sheet.look(element)) else self.inside(element)

    def _stray(self, element: etree._Element, flow: Flow) -> None:
        """Add words that stand in a table beside its cells, where every browser shows them above it."""
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip() and element.tag != "caption":
                self._say(text, flow)
                flow.end(gap=True)


def _is_quotation(about: etree._Attrib) -> bool:
    """Whether a mail program marked a block quotation as what another person wrote."""
    is_named = about.get("type", "") == "cite" or bool(re.search("quote|cite", about.get("class", "").lower()))
    return is_named or "border-left" in about.get("style", "").lower()
