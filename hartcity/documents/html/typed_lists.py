"""Lists that Word draws in its pages and mails: paragraphs that begin with a mark and blanks in small letters."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from hartcity.documents.html.styles import Stylesheet, declared, left_margin


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_FILLER = re.compile(r"\d{1,4}(?:\.\d{1,4})?pt ['\"]?times new roman")
_COUNTED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivxl]{1,5})[.)]|\d{1,3}", re.IGNORECASE)
_LEVEL = re.compile(r"level(\d)")
_TYPED = re.compile(r"([^\w\s]|[o\u00a7])[ \u00a0]{2,}(?=\S)")
_LONGEST_MARK = 8
_MOST_SPANS = 6
_DEEPEST = 8
_STEP = 36.0
"""Points by which Word sets a list's levels in."""


def take_marks(root: etree._Element, sheet: Stylesheet) -> Mapping[etree._Element, str]:
    """Take the marks out of paragraphs that are items, and return what stands before each item as text has it."""
    return {each: mark for each in root.iter("p") if (mark := _taken(each, sheet))}


def _taken(paragraph: etree._Element, sheet: Stylesheet) -> str:
    typed = _TYPED.match(paragraph.text or "") if "msolist" in paragraph.get("class", "").lower() else None
    drawn = _drawn(paragraph)
    if drawn is not None:
        slots = list(_slots(paragraph, drawn))
        mark = "".join(getattr(element, place) or "" for element, place in slots).strip()
        if not mark or len(mark) > _LONGEST_MARK:
            return ""
        for element, place in slots:
            setattr(element, place, None)
    elif typed:
        mark = typed[1]
        paragraph.text = (paragraph.text or "")[typed.end() :]
    else:
        return ""
    look = sheet.look(paragraph)
    level = _LEVEL.search(look.get("mso-list", ""))
    depth = int(level[1]) - 1 if level else round(left_margin(look) / _STEP) - 1
    return "  " * min(max(depth, 0), _DEEPEST) + (f"{mark} " if _COUNTED.fullmatch(mark) else "- ")


def _drawn(paragraph: etree._Element) -> etree._Element | None:
    """Return the element that ends a mark: one that Word names as such, or blanks in small letters behind it."""
    for element in islice(paragraph.iter("span"), _MOST_SPANS):
        own = declared(element.get("style", ""))
        is_filler = _FILLER.match(own.get("font", "")) is not None and not "".join(element.itertext()).strip()
        if is_filler or own.get("mso-list") == "ignore":
            return element
    return None


def _slots(element: etree._Element, end: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield in order where the words of an element stand, down to the end of another one within it."""
    yield element, "text"
    for child in element:
        yield from _slots(child, end)
        if child is end or any(each is child for each in end.iterancestors()):
            return
        yield child, "tail"
