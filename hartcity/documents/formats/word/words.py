"""Which elements are words, signs or neither, and which of two alternatives shows words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hartcity.documents.formats.word.elements import MATH, MC, W, tag_of, value


if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr"}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}br": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}sym": "\u2022",
}
WORDS = {f"{W}t", f"{MATH}t"}


def alternative(element: Element) -> list[Element]:
    """Return the parts of the alternative that shows words: an older program may show some where a newer one draws."""
    newer = next((child for child in element if tag_of(child) == f"{MC}Choice"), None)
    older = next((child for child in element if tag_of(child) == f"{MC}Fallback"), None)
    shown = next((each for each in (newer, older) if each is not None and _holds_words(each)), newer)
    return [] if shown is None else list(shown)


def _holds_words(element: Element) -> bool:
    return any(tag_of(each) in WORDS for each in element.iter())


def sign_of(element: Element, tag: str) -> str:
    """Return the sign that an element stands for; a sign of a picture font is a bullet."""
    if tag == f"{W}br" and value(element, "type") in {"page", "column"}:
        return "\f"
    code = value(element, "char") if tag == f"{W}sym" else ""
    is_letter = bool(re.fullmatch("[0-9A-Fa-f]{4}", code)) and not code.lower().startswith(("f0", "00"))
    return chr(int(code, 16)) if is_letter else SIGNS[tag]
