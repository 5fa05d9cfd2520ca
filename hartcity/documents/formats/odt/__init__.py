"""OpenDocument text (.odt): the words of the body, in order; what of the package is no part of them is named.

Read by the same means as Word's format, in the same worker: a library for writing such files would open more of them
than is needed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from hartcity.documents.formats.odt.body import Walk
from hartcity.documents.formats.odt.names import OFFICE, STYLE
from hartcity.documents.formats.odt.styles import hidden_styles, list_levels
from hartcity.documents.left_out import quotes
from hartcity.documents.text import DocumentText, joined
from hartcity.files import RefusedFileError, check_xml, is_archive, read_members


if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

NAME = "OpenDocument"

_BODY = "content.xml"
_MIME = b"application/vnd.oasis.opendocument.text"
_HEAD = 5_000


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
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise RefusedFileError("This is an OpenDocument file, but no text document. Could you save your text as .odt?")
    walk = Walk(hidden_styles(root), list_levels([root, *([styles] if styles is not None else [])]))
    text = joined(walk.blocks(body))
    return DocumentText(text, NAME, notices=(*walk.notices(), *_beside(styles)))


def _beside(styles: Element | None) -> Iterator[str]:
    """Yield what stands at the head and foot of each page."""
    for name in ("header", "footer"):
        parts = styles.iter(f"{STYLE}{name}") if styles is not None else ()
        texts = (" ".join("".join(part.itertext()).split()) for part in parts)
        shown = [text for text in dict.fromkeys(texts) if any(map(str.isalpha, text))]
        if shown:
            yield f"The page's {name} was left out: {quotes(shown)}"
