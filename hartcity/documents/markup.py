"""The words of HTML, in paragraphs, lists and lines as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from hartcity.documents.html_tags import LINES, LISTS, PARAGRAPHS, SILENT
from hartcity.documents.left_out import counted
from hartcity.documents.text import Piece, is_running, joined


_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_DISPLAY = re.compile(r"display\s*:\s*(?:block|table|flex|grid|list-item)", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin\s*:\s*0(?:in|cm|px|pt)?\s*(?:[;!]|$)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_LONGEST_ROW = 200
_LONG_NUMBER = 6
_TINY = frozenset({"0", "1", "2"})


@dataclass(slots=True)
class Found:
    """The words of a page and what was left out of it."""

    text: str = ""
    pictures: int = 0
    addresses: int = 0
    programs: int = 0
    has_hidden: bool = False

    def notices(self) -> tuple[str, ...]:
        """Return what was left out, in sentences."""
        told = []
        if self.pictures:
            told.append(f"{counted(self.pictures, 'picture')} left out: only words come in.")
        if self.addresses:
            told.append(f"{counted(self.addresses, 'web address', 'web addresses')} behind linked words left out.")
        if self.programs:
            told.append(f"{counted(self.programs, 'script')} left out: only words come in.")
        if self.has_hidden:
            told.append("Hidden text was left out, since a reader would not see it.")
        return tuple(told)


def words_of(html: str, *, is_every_quotation_foreign: bool = False) -> Found:
    """Return the words of ``html``, which may be damaged.

    A block quotation that a mail program marks as another person's words begins each line with ``>``; with
    ``is_every_quotation_foreign`` each block quotation does, as in Markdown.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    walk = _Walk(is_every_quotation_foreign)
    flow = _Flow()
    if root is not None:
        walk.element(root, flow)
    walk.found.text = joined(flow.end())
    return walk.found


@dataclass(slots=True)
class _Flow:
    """Pieces that were ended, and the words since."""

    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def end(self, *, gap: bool = False) -> list[Piece]:
        """End a piece; with ``gap`` an empty line stands before what follows."""
        held = "".join(self.words)
        self.words = []
        text = _AROUND_BREAK.sub("\n", held).removesuffix("\n").strip(" ")
        if text.strip():
            self.pieces.append(Piece(text))
        is_blank_line = not text.strip() and ("\n" in held or "\u00a0" in held)
        if (gap or is_blank_line) and self.pieces and self.pieces[-1].text.strip():
            self.pieces.append(Piece(""))
        return self.pieces

    def add_apart(self, text: str) -> None:
        """Add a whole list, table or quotation."""
        self.end(gap=True)
        if text.strip():
            self.pieces += [Piece(text, stands_apart=True), Piece("")]


@dataclass(slots=True)
class _Walk:
    is_every_quotation_foreign: bool
    found: Found = field(default_factory=Found)
    preformatted: int = 0

    def element(self, element: etree._Element, flow: _Flow) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        about = element.attrib
        is_hidden = "hidden" in about or _HIDDEN.search(about.get("style", "")) is not None
        if is_hidden and "".join(element.itertext()).strip():
            self.found.has_hidden = True
        if is_hidden or tag in SILENT:
            self.found.programs += tag == "script"
            return
        if tag == "br":
            flow.words.append("\n")
        elif tag == "img":
            self.found.pictures += not {about.get("width"), about.get("height")} & _TINY
        elif tag in LISTS:
            flow.add_apart(self._list(element))
        elif tag == "table":
            self._table(element, flow)
        elif tag == "blockquote" and (self.is_every_quotation_foreign or _is_quotation(about)):
            text = joined(self._inside(element))
            flow.add_apart("\n".join(f"> {line}".rstrip() for line in text.split("\n")))
        elif tag in PARAGRAPHS or tag in LINES or _DISPLAY.search(about.get("style", "")):
            self._block(element, tag, flow)
        else:
            self._count_address(element, tag)
            self.children(element, flow)

    def _block(self, element: etree._Element, tag: str, flow: _Flow) -> None:
        about = element.attrib
        is_line = (
            tag in LINES
            or tag not in PARAGRAPHS
            or (tag == "p" and ("msonormal" in about.get("class", "").lower() or _is_close(about)))
        )
        flow.end(gap=not is_line)
        self.children(element, flow)
        flow.end(gap=not is_line)

    def _count_address(self, element: etree._Element, tag: str) -> None:
        """Count a link whose address is not among its words."""
        address = element.get("href", "") if tag == "a" else ""
        if address.lower().startswith(("http:", "https:")):
            shown = "".join(element.itertext()).strip()
            self.found.addresses += bool(shown) and address.split("//", 1)[1].rstrip("/") not in shown

    def children(self, element: etree._Element, flow: _Flow) -> None:
        keeps_lines = element.tag in {"pre", "textarea"} or _KEEPS_LINES.search(element.get("style", "")) is not None
        self.preformatted += keeps_lines
        self._say(element.text, flow)
        for child in element:
            self.element(child, flow)
            self._say(child.tail, flow)
        self.preformatted -= keeps_lines

    def _say(self, words: str | None, flow: _Flow) -> None:
        if words:
            flow.words.append(words if self.preformatted else _SPACE.sub(" ", words))

    def _inside(self, element: etree._Element) -> list[Piece]:
        flow = _Flow()
        self.children(element, flow)
        return flow.end()

    def _list(self, element: etree._Element) -> str:
        lines: list[str] = []
        number = _number(element.get("start", ""), 1)
        for child in element:
            flow = _Flow()
            self.element(child, flow) if child.tag in LISTS else self.children(child, flow)
            inner = [line for piece in flow.end() for line in piece.text.split("\n") if line.strip()]
            if child.tag == "li" and inner:
                number = _number(child.get("value", ""), number)
                mark = f"{number}. " if element.tag == "ol" else "- "
                number += 1
                lines += [mark + inner[0], *(f"  {line}" for line in inner[1:])]
            else:
                lines += inner
        return "\n".join(lines)

    def _table(self, element: etree._Element, flow: _Flow) -> None:
        """Add a table: rows of short cells are lines, the rest of it is layout, cell after cell."""
        flow.end(gap=True)
        self._stray(element, flow)
        lines: list[str] = []
        for row in element.iterchildren("caption", "thead", "tbody", "tfoot", "tr", "colgroup"):
            for line in [row] if row.tag in {"tr", "caption"} else row.iterchildren("tr"):
                cells = [self._inside(line)] if line.tag == "caption" else [self._inside(cell) for cell in line]
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

    def _stray(self, element: etree._Element, flow: _Flow) -> None:
        """Add words that stand in a table beside its cells, where every browser shows them above it."""
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip() and element.tag != "caption":
                self._say(text, flow)
                flow.end(gap=True)


def row_of(cells: list[list[Piece]]) -> str | None:
    """Return a table's row as one line, or None where its cells hold more than a few words each, or running text."""
    filled = [[piece.text for piece in cell if piece.text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) == 1 and (len(filled[0]) > 1 or is_running(filled[0][0])):
        return None
    if any(len(cell) > 1 or "\n" in cell[0] for cell in filled) or sum(len(cell[0]) for cell in filled) > _LONGEST_ROW:
        return None
    line = ""
    for (text,) in filled:
        line += (" " if line.endswith(":") else "\t" if line else "") + text.strip()
    return line


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONG_NUMBER else otherwise


def _is_quotation(about: etree._Attrib) -> bool:
    """Whether a mail program marked a block quotation as what another person wrote."""
    is_named = about.get("type", "") == "cite" or bool(re.search("quote|cite", about.get("class", "").lower()))
    return is_named or "border-left" in about.get("style", "").lower()


def _is_close(about: etree._Attrib) -> bool:
    return _NO_MARGIN.search(about.get("style", "")) is not None
