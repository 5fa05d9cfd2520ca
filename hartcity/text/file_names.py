"""Names of files in a text: they go out with the message, and people are often named in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Span


ENDINGS = "pdf|docx?|odt|rtf|txt|pages|xlsx?|ods|csv|pptx?|jpe?g|png|gif|heic|tiff?|zip|html?|eml|msg"
_FILE = re.compile(rf"(?<![\w@./-])[\w()-][\w().'-]{{0,80}}\.(?:{ENDINGS})(?![\w@.-]*\w)", re.IGNORECASE)
# A word of the stem: capitals begin a new one (RosaKlein), underscores, digits and marks part them.
_WORD = re.compile(r"[A-Z]+(?![a-z])|[^\W\d_][a-z\u00df-\u024f]*")


def file_names(plain: str, start: int, end: int) -> Iterator[Span]:
    """Yield where names of files stand in a part of the text."""
    return (Span(*found.span()) for found in _FILE.finditer(plain, start, end))


def words_of_file(name: str) -> Iterator[Span]:
    """Yield where the words of a file's name stand in it, without its ending."""
    return (Span(*found.span()) for found in _WORD.finditer(name, 0, name.rindex(".")))
