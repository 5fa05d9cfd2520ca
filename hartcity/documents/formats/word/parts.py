"""The parts of a Word file, which is a zip archive of them: which holds the words, and which are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from hartcity.files import check_xml


if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element


_BODY = "word/document.xml"
_READ = re.compile(r"word/(?:styles|numbering|footnotes|endnotes|comments|header|footer)\d*\.xml")
"""Parts beside the words. Programs number them where they write several, and some write numbers on all."""


def is_read(name: str, main: str) -> bool:
    """Whether a part is read: the one with the words, and those that say how words look or what stands beside them."""
    return name == main or _READ.fullmatch(name) is not None


def main_part(members: Mapping[str, bytes]) -> str:
    """Return the name of the part with the words: the package says so, and nearly always it is the usual one."""
    relations = members.get("_rels/.rels")
    if relations is not None:
        check_xml(relations)
        for relation in parsed(relations):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in members:
                return target
    return _BODY


def parsed(content: bytes) -> Element:
    """Return a part's XML as its outermost element."""
    root: Element = fromstring(content, forbid_dtd=True)
    return root
