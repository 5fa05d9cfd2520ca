"""Web pages (.html): the words that a reader sees; what leads about the page, notes and scripts are named."""

from __future__ import annotations

import re

from hartcity.documents.encodings import decoded
from hartcity.documents.html import words_of
from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError, clean


NAME = "Web page"

_HEAD = 4_000
_BEFORE = re.compile(r"(?:\s|\ufeff|<\?[^>]{0,200}>|<!--.{0,1000}?-->)*", re.DOTALL)
_BEGINNING = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_ENDINGS = (".html", ".htm", ".xhtml")
_NO_WORDS = "This web page holds no words of its own. Could you copy what it shows and paste it instead?"
_TOO_DEEP = "This web page is nested deeper than ordinary ones, so it was not read."


def sureness(data: bytes, name: str) -> int:
    """Return 2 when the file begins as a page does, in whatever encoding, and 1 for its ending alone."""
    head = data[:_HEAD].replace(b"\x00", b"").decode("utf-8", "ignore")
    before = _BEFORE.match(head)
    begins = _BEGINNING.match(head, before.end() if before else 0) is not None
    return 2 * begins or int(bool(data) and name.lower().endswith(_ENDINGS))


def read(data: bytes) -> DocumentText:
    """Return what the page shows."""
    try:
        found = words_of(clean(decoded(data, "", is_page=True)))
    except RecursionError as error:
        raise RefusedFileError(_TOO_DEEP) from error
    if not any(map(str.isalnum, found.text)):
        raise RefusedFileError(_NO_WORDS)
    return DocumentText(found.text, NAME, notices=found.notices())
