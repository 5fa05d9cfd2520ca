"""What kind of document a student dropped: one that can be read, or a stranger."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from hartcity.documents import formats
from hartcity.files import RefusedFileError
from hartcity.plugins import modules_in


if TYPE_CHECKING:
    from collections.abc import Mapping

ENDINGS = ("docx", "odt", "pdf", "eml", "html", "htm", "md", "txt")
"""Endings of the files that are asked for. What a file is told by is its bytes; see ``sureness`` of each format."""

_FALLBACK = "plain"
_STRANGERS: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0": "This is an older Word or Outlook file, or one with a password. Could you save it as .docx "
    "without a password, or paste its text?",
    b"{\\rtf": "This is a rich text file. Could you save it as .docx or plain text?",
    b"MZ": "This is a program and no document, so it was not opened.",
    b"\x7fELF": "This is a program and no document, so it was not opened.",
    b"#!": "This is a program and no document, so it was not opened.",
    b"\x89PNG": "This is a picture. Could you paste the words instead?",
    b"\xff\xd8\xff": "This is a picture. Could you paste the words instead?",
    b"GIF8": "This is a picture. Could you paste the words instead?",
    b"\x1f\x8b": "This is a packed file. Could you unpack it first?",
    b"7z\xbc\xaf": "This is a packed file. Could you unpack it first?",
    b"Rar!": "This is a packed file. Could you unpack it first?",
}


class _Format(Protocol):
    NAME: str

    def sureness(self, data: bytes, name: str) -> int: ...


@cache
def known_formats() -> Mapping[str, _Format]:
    """Return every format by its module's name."""
    return {name: cast("_Format", module) for name, module in modules_in(formats.__name__).items()}


def refuse_strangers(data: bytes) -> None:
    """Refuse what begins as other programs' files do, in words that say what may help."""
    for mark, reason in _STRANGERS.items():
        if data.startswith(mark):
            raise RefusedFileError(reason)


def format_of(data: bytes, name: str) -> str:
    """Return the name of the format that is surest of a document, or of plain text where none knows it."""
    sure = {key: known.sureness(data, name) for key, known in known_formats().items()}
    chosen = max(sure, key=lambda key: sure[key])
    return chosen if sure[chosen] else _FALLBACK
