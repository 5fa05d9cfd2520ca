"""Word documents (.docx): the words of the body, in order; nothing else of the package is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from hartcity.documents.text import DocumentText, joined
from hartcity.files import RefusedFileError, check_xml, is_archive, read_members


if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

NAME = "Word"

_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}delText"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DEEPEST = 200


def sureness(data: bytes, name: str) -> int:
    """Return 2 for a zip archive, as every .docx is, and 1 for its ending alone."""
    return 2 * is_archive(data) or int(name.lower().endswith(".docx"))


def read(data: bytes) -> DocumentText:
    """Return the text that the document shows: tracked insertions yes, deletions no."""
    members = read_members(data, lambda name: name.endswith((".xml", ".rels")) or "vbaProject" in name)
    if any("vbaProject" in name for name in members):
        raise RefusedFileError("This document holds macros, so it was not opened. Could you save it as .docx?")
    if _BODY not in members:
        raise RefusedFileError("This is not a Word document. Could you save your text as .docx?")
    for content in members.values():
        check_xml(content)
    paragraphs: list[str] = []
    for kind, text in _pieces(fromstring(members[_BODY], forbid_dtd=True)):
        if kind == "paragraph":
            paragraphs.append("")
        elif paragraphs:
            paragraphs[-1] += text
    return DocumentText(joined(paragraphs), NAME)


def _pieces(root: Element) -> Iterator[tuple[str, str]]:
    """Yield paragraph starts and words in the document's order, without recursion: depth is the writer's choice."""
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        if depth > _DEEPEST:
            raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_W}p":
            yield "paragraph", ""
        elif element.tag == f"{_W}t":
            yield "words", element.text or ""
        elif element.tag in _SIGNS:
            yield "words", _SIGNS[element.tag]
        if element.tag != f"{_W}tabs":
            stack.extend((child, depth + 1) for child in reversed(element))
