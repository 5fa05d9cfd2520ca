"""The names of OpenDocument's elements, and figures in its attributes."""

from __future__ import annotations


_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, DRAW, STYLE, SVG = (
    f"{_NS}{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style", "svg-compatible")
)
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""What LibreOffice writes beside the standard."""

_LONG_FIGURE = 6


def figure(text: str, otherwise: int) -> int:
    """Return an attribute that is a number, or ``otherwise`` where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONG_FIGURE else otherwise
