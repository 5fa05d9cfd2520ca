"""Plain text in any ordinary encoding."""

from __future__ import annotations

from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError, decode


NAME = "Text"


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself text; what nothing else recognizes is tried as text too."""
    return int(bool(data) and name.lower().endswith((".txt", ".text")))


def read(data: bytes) -> DocumentText:
    """Return the decoded text; words between the marks of a program's file are no text."""
    text = decode(data)
    if text.lstrip().startswith("<?xml"):
        raise RefusedFileError("This is a file for programs (XML). Could you save it as .docx, or paste its words?")
    return DocumentText(text, NAME)
