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
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same words under the name that "Strict Open XML" gives them (ISO/IEC 29500, part 1)."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}delText"}
_BOXES = {f"{_W}txbxContent"}
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
    return DocumentText(joined(_paragraphs(fromstring(members[_BODY], forbid_dtd=True))), NAME)


def _paragraphs(root: Element) -> list[str]:
    """Return the paragraphs; the items of a list are lines of one paragraph, and a text box follows where it hangs."""
    found: list[str] = []
    is_item = False
    for kind, text in _pieces(root):
        if kind == "item" and is_item:
            found[-1] += "\n- "
        elif kind != "words":
            found.append("- " if kind == "item" else "")
        elif found:
            found[-1] += text
        is_item = kind == "item" or (is_item and kind == "words")
    return found


def _pieces(root: Element) -> Iterator[tuple[str, str]]:
    """Yield starts of paragraphs and list items, and words, in the document's order.

    There is no recursion, since the depth is the writer's choice; a box waits until its own paragraph is over.
    """
    stack = [(root, 0)]
    after_paragraph = 0
    while stack:
        element, depth = stack.pop()
        tag = element.tag.replace(_STRICT, _W)
        if depth > _DEEPEST:
            raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")
        if tag in _LEFT_OUT or _is_hidden(element):
            continue
        if tag in _BOXES:
            stack[after_paragraph:after_paragraph] = [(child, depth + 1) for child in reversed(element)]
            continue
        if tag == f"{_W}p":
            after_paragraph = len(stack)
            yield ("item" if _has(element, "pPr", "numPr") else "paragraph"), ""
        elif tag == f"{_W}t":
            yield "words", element.text or ""
        elif tag in _SIGNS:
            yield "words", _SIGNS[tag]
        if tag != f"{_W}tabs":
            stack.extend((child, depth + 1) for child in reversed(element))


def _has(element: Element, *path: str) -> bool:
    """Whether there is a property at ``path`` below the element, in either of the two name spaces."""
    return any(element.find("/".join(f"{space}{step}" for step in path)) is not None for space in (_W, _STRICT))


def _is_hidden(element: Element) -> bool:
    """Whether a run is formatted as hidden, or a table's row was deleted with tracking."""
    return _has(element, "rPr", "vanish") or _has(element, "trPr", "del")
