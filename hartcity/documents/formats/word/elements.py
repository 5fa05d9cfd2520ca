"""The elements of WordprocessingML and what they say, in either of the name spaces that programs write."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same words under the name that "Strict Open XML" gives them (ISO/IEC 29500, part 1)."""

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"


def find(element: Element | None, *path: str) -> Element | None:
    """Return the element at ``path`` below an element, in either of the two name spaces."""
    if element is None:
        return None
    for space in (W, _STRICT):
        found = element.find("/".join(f"{space}{step}" for step in path))
        if found is not None:
            return found
    return None


def value(element: Element | None, name: str = "val") -> str:
    """Return what an attribute of an element says, or nothing where either is missing."""
    if element is None:
        return ""
    return element.get(f"{W}{name}") or element.get(f"{_STRICT}{name}") or ""


def is_on(element: Element | None) -> bool:
    """Whether a property that is either on or off is there and on."""
    return element is not None and value(element) not in {"0", "false", "off"}


def tag_of(element: Element) -> str:
    """Return an element's name as it is in the name space ``W``."""
    return element.tag.replace(_STRICT, W)
