"""Word documents (.docx): the words of the body, in order; what of the package is no part of them is named."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from hartcity.documents.markup import counted, quotes, row_of
from hartcity.documents.text import DocumentText, Piece, joined
from hartcity.files import RefusedFileError, check_xml, is_archive, read_members


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

NAME = "Word"

_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same words under the name that "Strict Open XML" gives them (ISO/IEC 29500, part 1)."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"}
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}cr": "\n",
    f"{_W}br": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}sym": "\u2022",
}
_WORDS = {f"{_W}t", f"{_MATH}t"}
_NOT_SHOWN = {
    f"{_DRAWING}picture}}pic": "picture",
    f"{_DRAWING}chart}}chart": "chart",
    f"{_DRAWING}diagram}}relIds": "diagram",
    f"{_W}altChunk": "embedded document",
    f"{_W}object": "embedded object",
    f"{_W}pict": "picture",
}
_NOTES = (
    ("footnote", "footnote"),
    ("endnote", "endnote"),
    ("comment", "comment"),
)
_BESIDE = (("hdr", "header"), ("ftr", "footer"))
_DEEPEST = 200
_DEEPEST_STYLE = 20
_LETTERS, _LONG_NUMBER = 8, 5
_BULLETS = {"bullet", "none", ""}


def sureness(data: bytes, name: str) -> int:
    """Return 2 for a zip archive, as every .docx is, and 1 for its ending alone."""
    return 2 * is_archive(data) or int(name.lower().endswith(".docx"))


def read(data: bytes) -> DocumentText:
    """Return the text that the document shows: tracked insertions yes, deletions no."""
    members = read_members(data, lambda name: name.endswith((".xml", ".rels")) or "vbaProject" in name)
    if any("vbaProject" in name for name in members):
        raise RefusedFileError("This document holds macros, so it was not opened. Could you save it as .docx?")
    main = _main_part(members)
    if main not in members:
        raise RefusedFileError("This is not a Word document. Could you save your text as .docx?")
    for content in members.values():
        check_xml(content)
    roots = {name: _root(content) for name, content in members.items() if _is_read(name, main)}
    document = _Document(_Styles.of(roots))
    body = joined(document.blocks(roots[main]))
    return DocumentText(body, NAME, notices=tuple(_notices(document.left_out, roots)))


def _is_read(name: str, main: str) -> bool:
    if name == main:
        return True
    stem = posixpath.basename(name).rstrip("0123456789.xml")
    known = {"styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"}
    return name.startswith("word/") and name.count("/") == 1 and any(stem == each.rstrip("xml.") for each in known)


def _main_part(members: Mapping[str, bytes]) -> str:
    """Return the name of the part with the words: the package says so, and nearly always it is the usual one."""
    relations = members.get("_rels/.rels")
    if relations is not None:
        check_xml(relations)
        for relation in _root(relations):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in members:
                return target
    return _BODY


def _root(content: bytes) -> Element:
    root: Element = fromstring(content, forbid_dtd=True)
    return root


def _find(element: Element | None, *path: str) -> Element | None:
    """Return the element at ``path`` below an element, in either of the two name spaces."""
    if element is None:
        return None
    for space in (_W, _STRICT):
        found = element.find("/".join(f"{space}{step}" for step in path))
        if found is not None:
            return found
    return None


def _value(element: Element | None, name: str = "val") -> str:
    if element is None:
        return ""
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}") or ""


def _is_on(element: Element | None) -> bool:
    """Whether a property that is either on or off is there and on."""
    return element is not None and _value(element) not in {"0", "false", "off"}


def _tag(element: Element) -> str:
    return element.tag.replace(_STRICT, _W)


@dataclass(frozen=True, slots=True)
class _Styles:
    """What styles and numberings say: which style hides words, which makes a list item, how items are counted."""

    styles: Mapping[str, Element] = field(default_factory=dict)
    formats: Mapping[tuple[str, str], str] = field(default_factory=dict)
    starts: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Mapping[str, Element]) -> _Styles:
        styles = {}
        formats: dict[tuple[str, str], str] = {}
        starts: dict[tuple[str, str], int] = {}
        if (root := roots.get("word/styles.xml")) is not None:
            styles = {_value(style, "styleId"): style for style in root if _tag(style) == f"{_W}style"}
        if (root := roots.get("word/numbering.xml")) is not None:
            abstract = {
                _value(each, "abstractNumId"): {
                    _value(level, "ilvl"): _value(_find(level, "numFmt")) for level in each if _tag(level) == f"{_W}lvl"
                }
                for each in root
                if _tag(each) == f"{_W}abstractNum"
            }
            begins = {
                (_value(each, "abstractNumId"), _value(level, "ilvl")): _value(_find(level, "start"))
                for each in root
                if _tag(each) == f"{_W}abstractNum"
                for level in each
                if _tag(level) == f"{_W}lvl"
            }
            for each in root:
                if _tag(each) == f"{_W}num":
                    key, own = _value(each, "numId"), _value(_find(each, "abstractNumId"))
                    levels = abstract.get(own, {})
                    formats |= {(key, level): name for level, name in levels.items()}
                    anew = {_value(over, "ilvl"): _value(_find(over, "startOverride")) for over in each}
                    for level in levels:
                        start = anew.get(level) or begins.get((own, level), "")
                        starts[key, level] = int(start) if start.isdecimal() and len(start) < _LONG_NUMBER else 1
        return cls(styles, formats, starts)

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        for _ in range(_DEEPEST_STYLE):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            name = _value(_find(style, "basedOn"))

    def hides(self, run: Element) -> bool:
        """Whether a run's words are hidden, by themselves or by their style."""
        own = _find(run, "rPr", "vanish")
        if own is not None:
            return _is_on(own)
        return any(_is_on(_find(style, "rPr", "vanish")) for style in self._chain(_value(_find(run, "rPr", "rStyle"))))

    def hides_paragraph(self, paragraph: Element) -> bool:
        """Whether a paragraph's style hides its words."""
        chain = self._chain(_value(_find(paragraph, "pPr", "pStyle")))
        return any(_is_on(_find(style, "rPr", "vanish")) for style in chain)

    def numbering(self, paragraph: Element) -> tuple[str, str] | None:
        """Return the number and level of a list item, or None for a paragraph that is none; a heading is none."""
        style = _value(_find(paragraph, "pPr", "pStyle"))
        if any(_find(each, "pPr", "outlineLvl") is not None for each in self._chain(style)):
            return None
        own = _find(paragraph, "pPr", "numPr")
        for holder in filter(None.__ne__, (own, *(_find(each, "pPr", "numPr") for each in self._chain(style)))):
            number = _find(holder, "numId")
            if number is None and (own is None or holder is not own or len(own)):
                continue
            return (
                None
                if _value(number) == "0"
                else (
                    _value(number),
                    _value(_find(own, "ilvl")) or _value(_find(holder, "ilvl")) or "0",
                )
            )
        return None


@dataclass(slots=True)
class _Document:
    """A walk through the body; ``left_out`` counts what is no word."""

    styles: _Styles
    left_out: Counter[str] = field(default_factory=Counter)
    counters: dict[tuple[str, str], int] = field(default_factory=dict)

    def blocks(self, container: Element, depth: int = 0) -> list[Piece]:
        """Return the paragraphs, lists and tables of the body, a cell or a box."""
        if depth > _DEEPEST:
            raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")
        found: list[Piece] = []
        items: list[str] = []
        open_end = ""
        for element in self._block_elements(container):
            if _tag(element) == f"{_W}tbl":
                found += self._take_items(items)
                found += self._table(element, depth)
                continue
            words, boxes = self._words(element, depth)
            numbering = self.styles.numbering(element)
            words, open_end = open_end + words, ""
            if _runs_on(element):
                open_end = words
            elif numbering is not None and words.strip():
                items.append(self._mark(numbering) + words.strip("\n"))
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

    def _mark(self, numbering: tuple[str, str]) -> str:
        number, level = numbering
        indent = "  " * min(int(level), 8) if level.isdecimal() else ""
        if self.styles.formats.get(numbering, "") in _BULLETS:
            return f"{indent}- "
        self.counters[numbering] = self.counters.get(numbering, self.styles.starts.get(numbering, 1) - 1) + 1
        for other in list(self.counters):
            if other[0] == number and other[1] > level:
                del self.counters[other]
        return f"{indent}{_counted_as(self.counters[numbering], self.styles.formats[numbering])}. "

    def _block_elements(self, container: Element) -> Iterator[Element]:
        """Yield paragraphs and tables, through content controls and what was inserted with tracking."""
        stack = [(child, 0) for child in reversed(container)]
        while stack:
            element, depth = stack.pop()
            tag = _tag(element)
            if depth > _DEEPEST:
                raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")
            if tag in {f"{_W}p", f"{_W}tbl"}:
                yield element
            elif tag in _NOT_SHOWN:
                self.left_out[_NOT_SHOWN[tag]] += 1
            elif tag == f"{_W}sdt" and self._is_placeholder(element):
                continue
            elif tag not in _LEFT_OUT:
                stack.extend((child, depth + 1) for child in reversed(element))

    def _is_placeholder(self, control: Element) -> bool:
        is_empty = _is_on(_find(control, "sdtPr", "showingPlcHdr"))
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
            tag = _tag(element)
            if depth > _DEEPEST:
                raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")
            if tag == f"{_MC}AlternateContent":
                stack.extend((child, depth + 1) for child in reversed(_alternative(element)))
                continue
            if tag in _LEFT_OUT or self._is_not_shown(element, tag):
                continue
            if tag == f"{_W}txbxContent":
                boxes += self.blocks(element, deep + 1)
            elif tag in _WORDS:
                said.append(element.text or "")
            elif tag in _SIGNS:
                said.append(_sign(element, tag))
            else:
                stack.extend((child, depth + 1) for child in reversed(element))
        return "".join(said), boxes

    def _is_not_shown(self, element: Element, tag: str) -> bool:
        """Whether a part of a paragraph is not seen or holds no words; what it is gets counted."""
        if tag == f"{_W}sdt":
            return self._is_placeholder(element)
        if tag == f"{_W}r" and self.styles.hides(element):
            self.left_out["hidden"] += 1
            return True
        if tag in _NOT_SHOWN and next(element.iter(f"{_W}txbxContent"), None) is None:
            self.left_out[_NOT_SHOWN[tag]] += 1
        return False

    def _table(self, table: Element, depth: int) -> list[Piece]:
        """Return a table: rows of short cells are lines, the rest of it is layout, cell after cell."""
        pieces: list[Piece] = []
        lines: list[str] = []
        for row in self._rows(table):
            cells = [self.blocks(cell, depth + 1) for cell in _within(row, f"{_W}tc")]
            line = row_of(cells)
            if line is not None:
                lines += filter(None, [line])
                continue
            pieces += [Piece("\n".join(lines), stands_apart=True)] if lines else []
            lines = []
            # Blank lines in a cell are its own; they say nothing about the rest of the document.
            pieces += [Piece(joined(cell), stands_apart=True) for cell in cells if joined(cell)]
        return [*pieces, *([Piece("\n".join(lines), stands_apart=True)] if lines else [])]

    @staticmethod
    def _rows(table: Element) -> Iterator[Element]:
        return (row for row in _within(table, f"{_W}tr") if _find(row, "trPr", "del") is None)


def _counted_as(number: int, kind: str) -> str:
    """Return the number of an item, as a letter where letters count and it is one by which items are known."""
    return chr(ord("a") + number - 1) if kind == "lowerLetter" and 0 < number <= _LETTERS else str(number)


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through content controls and not into tables within."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        tag = _tag(child)
        if tag == wanted:
            yield child
        elif tag not in _LEFT_OUT and tag != f"{_W}tbl":
            stack.extend(reversed(child))


def _runs_on(paragraph: Element) -> bool:
    """Whether the next paragraph goes on with this one: its end was deleted with tracking, or it is a drop cap."""
    mark = _find(paragraph, "pPr", "rPr")
    frame = _find(paragraph, "pPr", "framePr")
    is_deleted = _find(mark, "del") is not None or _find(mark, "moveFrom") is not None
    return is_deleted or _value(frame, "dropCap") in {"drop", "margin"}


def _alternative(element: Element) -> list[Element]:
    """Return the parts of the alternative that shows words: an older program may show some where a newer one draws."""
    newer = next((child for child in element if _tag(child) == f"{_MC}Choice"), None)
    older = next((child for child in element if _tag(child) == f"{_MC}Fallback"), None)
    shown = next((each for each in (newer, older) if each is not None and _holds_words(each)), newer)
    return [] if shown is None else list(shown)


def _holds_words(element: Element) -> bool:
    return any(_tag(each) in _WORDS for each in element.iter())


def _sign(element: Element, tag: str) -> str:
    """Return the sign that an element stands for; a sign of a picture font is a bullet."""
    if tag == f"{_W}br" and _value(element, "type") in {"page", "column"}:
        return "\f"
    code = _value(element, "char") if tag == f"{_W}sym" else ""
    is_letter = bool(re.fullmatch("[0-9A-Fa-f]{4}", code)) and not code.lower().startswith(("f0", "00"))
    return chr(int(code, 16)) if is_letter else _SIGNS[tag]


def _notices(left_out: Counter[str], roots: Mapping[str, Element]) -> Iterator[str]:
    for name, many in left_out.items():
        if name != "hidden":
            yield f"{counted(many, name, _many(name))} left out: only words come in."
    if left_out["hidden"]:
        yield "Hidden text was left out, since a reader would not see it."
    for tag, name in _NOTES:
        root = roots.get(f"word/{tag}s.xml")
        texts = [_said(note) for note in root or () if _tag(note) == f"{_W}{tag}" and not _value(note, "type")]
        texts = list(filter(None, texts))
        if texts:
            yield f"{counted(len(texts), name)} left out. Do these words belong to your text? {quotes(texts)}"
    for tag, name in _BESIDE:
        said = (_said(root) for root in roots.values() if _tag(root) == f"{_W}{tag}")
        texts = [text for text in dict.fromkeys(said) if any(map(str.isalpha, text))]
        if texts:
            yield f"The page's {name} was left out: {quotes(texts)}"


def _many(name: str) -> str:
    return "empty fields of the template" if name.startswith("empty") else ""


def _said(part: Element) -> str:
    """Return the words of a part in one line."""
    said = []
    stack = [part]
    while stack:
        element = stack.pop()
        tag = _tag(element)
        if tag == f"{_MC}AlternateContent":
            stack.extend(reversed(_alternative(element)))
            continue
        said.append(" " if tag == f"{_W}p" else element.text or "" if tag in _WORDS else _SIGNS.get(tag, ""))
        stack.extend(reversed(element))
    return " ".join("".join(said).split())
