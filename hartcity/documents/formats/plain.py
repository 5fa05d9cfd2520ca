"""Plain text in any ordinary encoding."""

from __future__ import annotations

from hartcity.documents.text import DocumentText
from hartcity.files import decode


NAME = "Text"


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself text; what nothing else recognizes is tried as text too."""
    return int(bool(data) and name.lower().endswith((".txt", ".text")))


def read(data: bytes) -> DocumentText:
    """Return the decoded text."""
    return DocumentText(decode(data), NAME)
