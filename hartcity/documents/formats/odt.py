"""OpenDocument text (.odt): the words of the body, in order; what of the package is no part of them is named.

Read by the same means as Word's format, in the same worker: a library for writing such files would open more of them
than is needed here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from hartcity.documents.markup import counted, quotes
from hartcity.documents.office import DEEPEST, refuse_too_deep, table_of
from hartcity.documents.text import DocumentText, Piece, joined
from hartcity.files import RefusedFileError, check_xml, is_archive, read_members


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

NAME = "OpenDocument"

_BODY = "content.xml"
_MIME = b"application/vnd.oasis.opendocument.text"
_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _DRAW, _STYLE, _SVG = (
    f"{_NS}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style", "svg-compatible")
)
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SILENT = {
    f"{_SVG}desc",
    f"{_SVG}title",
    f"{_TEXT}ruby-text",
    f"{_TEXT}tracked-changes",
    f"{_OFFICE}forms",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}variable-decls",
}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_COUNTED = {
    f"{_TEXT}note": "footnote",
    f"{_OFFICE}annotation": "comment",
    f"{_DRAW}image": "picture",
    f"{_DRAW}object": "embedded object",
    f"{_DRAW}object-ole": "embedded object",
    f"{_TEXT}hidden-text": "hidden",
    f"{_TEXT}hidden-paragraph": "hidden",
}
_HEAD = 5_000
_MOST_SPACES = 200
_LONG_FIGURE = 6


def sureness(data: bytes, name: str) -> int:
    """Return 3 when the archive says so in its first member, or a file of one part does, and 1 for the ending alone."""
    if data.lstrip(b"\xef\xbb\xbf \r\n")[:5] == b"<?xml" and _MIME in data[:_HEAD] and b":document" in data[:_HEAD]:
        return 3
    return 3 * (is_archive(data) and _MIME in data[:120]) or (2 + is_archive(data)) * name.lower().endswith(".odt")


def read(data: bytes) -> DocumentText:
    """Return the text that the document shows: what was deleted with tracking stays out."""
    if not is_archive(data):
        check_xml(data)
        whole = fromstring(data, forbid_dtd=True)
        return _read(whole, whole)
    members = read_members(data, lambda name: name in {_BODY, "styles.xml", "META-INF/manifest.xml"})
    if _BODY not in members:
        raise RefusedFileError("This is not an OpenDocument text. Could you save your text as .odt or .docx?")
    for content in members.values():
        check_xml(content)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise RefusedFileError("This document is protected by a password. Could you save a copy without one?")
    styles = fromstring(members["styles.xml"], forbid_dtd=True) if "styles.xml" in members else None
    return _read(fromstring(members[_BODY], forbid_dtd=True), styles)


def _read(root: Element, styles: Element | None) -> DocumentText:
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise RefusedFileError("This is an OpenDocument file, but no text document. Could you save your text as .odt?")
    walk = _Walk(_hidden_styles(root), _list_levels([root, *([styles] if styles is not None else [])]))
    text = joined(walk.blocks(body))
    return DocumentText(text, NAME, notices=(*walk.notices(), *_beside(styles)))


def _hidden_styles(root: Element) -> frozenset[str]:
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_TEXT}display") == "none"
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of a list are marked at one depth: counted from a number on, by a sign, or not at all."""

    is_counted: bool = False
    is_marked: bool = True
    start: int = 1


def _list_levels(roots: list[Element]) -> Mapping[tuple[str, int], _Level]:
    levels = {}
    for root in roots:
        for style in root.iter(f"{_TEXT}list-style"):
            for each in style:
                is_counted = each.tag == f"{_TEXT}list-level-style-number"
                is_marked = not is_counted or bool(each.get(f"{_STYLE}num-format", "1"))
                own = (style.get(f"{_STYLE}name", ""), _figure(each.get(f"{_TEXT}level", ""), 1))
                levels[own] = _Level(is_counted, is_marked, _figure(each.get(f"{_TEXT}start-value", ""), 1))
    return levels


def _figure(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONG_FIGURE else otherwise


def _beside(styles: Element | None) -> Iterator[str]:
    """Yield what stands at the head and foot of each page."""
    for name in ("header", "footer"):
        parts = styles.iter(f"{_STYLE}{name}") if styles is not None else ()
        texts = (" ".join("".join(part.itertext()).split()) for part in parts)
        shown = [text for text in dict.fromkeys(texts) if any(map(str.isalpha, text))]
        if shown:
            yield f"The page's {name} was left out: {quotes(shown)}"


def _rows(table: Element) -> Iterator[Element]:
    """Yield a table's own rows, and not those of tables within its cells."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in {f"{_TABLE}table-{part}" for part in ("rows", "header-rows", "row-group")}:
            yield from child.iter(f"{_TABLE}table-row")


@dataclass(slots=True)
class _Walk:
    hidden: frozenset[str]
    levels: Mapping[tuple[str, int], _Level]
    counts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    boxes: list[Piece] = field(default_factory=list)

    def notices(self) -> Iterator[str]:
        """Yield what was left out, in sentences."""
        for name, many in self.left_out.items():
            if name == "hidden":
                yield "Hidden text was left out, since a reader would not see it."
            elif self.notes.get(name):
                words = quotes(self.notes[name])
                yield f"{counted(many, name)} left out. Do these words belong to your text? {words}"
            else:
                yield f"{counted(many, name)} left out."

    def blocks(self, container: Element, depth: int = 0) -> list[Piece]:
        """Return the paragraphs, lists and tables of the body, a cell or a box."""
        refuse_too_deep(depth)
        found: list[Piece] = []
        for child in container:
            if child.tag in _PARAGRAPHS:
                found.append(Piece(self._words(child, depth).strip("\n")))
                found += self.boxes
                self.boxes = []
            elif child.tag == f"{_TEXT}list":
                if self._is_plain(child):
                    found += [each for item in child for each in self.blocks(item, depth + 1)]
                else:
                    found.append(Piece("\n".join(self._items(child, depth, "")), stands_apart=True))
            elif child.tag == f"{_TABLE}table":
                found += self._table(child, depth)
            elif child.tag == f"{_TEXT}section" and child.get(f"{_TEXT}display") == "none":
                self.left_out["hidden"] += 1
            elif child.tag not in _SILENT:
                found += self.blocks(child, depth + 1)
        return found

    def _is_plain(self, element: Element) -> bool:
        """Whether a list only numbers headings, or marks nothing."""
        level = self.levels.get((element.get(f"{_TEXT}style-name", ""), 1), _Level())
        return not level.is_marked or all(
            child.tag == f"{_TEXT}h" for item in element if item.tag == f"{_TEXT}list-item" for child in item
        )

    def _items(self, element: Element, depth: int, style: str, level: int = 1) -> list[str]:
        style = element.get(f"{_TEXT}style-name", style)
        how = self.levels.get((style, level), _Level())
        lines: list[str] = []
        goes_on = level == 1 and element.get(f"{_TEXT}continue-numbering") == "true"
        number = self.counts.get(style, how.start - 1) if goes_on else how.start - 1
        for item in element:
            if item.tag not in {f"{_TEXT}list-item", f"{_TEXT}list-header"}:
                continue
            inner: list[str] = []
            for child in item:
                if child.tag == f"{_TEXT}list":
                    inner += self._items(child, depth + 1, style, level + 1) if depth < DEEPEST else []
                elif child.tag in _PARAGRAPHS:
                    inner += filter(str.strip, self._words(child, depth).split("\n"))
            if inner and item.tag == f"{_TEXT}list-header":
                lines += inner
            elif inner:
                number = _figure(item.get(f"{_TEXT}start-value", ""), number + 1)
                self.counts[style] = number if level == 1 else self.counts.get(style, 0)
                mark = f"{number}. " if how.is_counted else "- " if how.is_marked else ""
                lines += [mark + inner[0], *(f"  {line}" for line in inner[1:])]
        return lines

    def _table(self, table: Element, depth: int) -> list[Piece]:
        return table_of(
            [self.blocks(cell, depth + 1) for cell in row if cell.tag == f"{_TABLE}table-cell"] for row in _rows(table)
        )

    def _words(self, element: Element, depth: int) -> str:
        refuse_too_deep(depth)
        if element.get(f"{_TEXT}style-name", "") in self.hidden:
            self.left_out["hidden"] += 1
            return ""
        said = [_collapsed(element.text)]
        for child in element:
            said += [self._piece(child, depth), _collapsed(child.tail)]
        return "".join(said)

    def _piece(self, child: Element, depth: int) -> str:
        """Return what an element within a paragraph says, and count what says nothing here."""
        tag = child.tag
        if tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag in _COUNTED:
            self.left_out[_COUNTED[tag]] += 1
            said = [" ".join("".join(each.itertext()).split()) for each in child.iter(f"{_TEXT}p")]
            if any(said) and _COUNTED[tag] in {"footnote", "comment"}:
                self.notes.setdefault(_COUNTED[tag], []).append(" ".join(said))
        elif tag == f"{_DRAW}text-box":
            self.boxes += self.blocks(child, depth + 1)
        elif tag not in _SILENT:
            return self._words(child, depth + 1)
        return ""


def _collapsed(text: str | None) -> str:
    """Return text with its white space as one space, as the standard reads it (ODF 1.3, part 3, 6.1.2)."""
    if not text:
        return ""
    words = " ".join(text.split())
    return (" " if text[0].isspace() else "") + words + (" " if words and text[-1].isspace() else "")
