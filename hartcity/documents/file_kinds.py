"""What kind of document a student dropped, and its text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from hartcity.documents import formats
from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError, in_worker, is_archive, read_members
from hartcity.plugins import modules_in


if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_BYTES = 5_000_000
"""The largest file that is read, in bytes."""

WAIT_SECONDS = 30.0
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
_WEB_PAGE = (b"<!doctype html", b"<html")


class _Format(Protocol):
    NAME: str

    def sureness(self, data: bytes, name: str) -> int: ...


@cache
def known_formats() -> Mapping[str, _Format]:
    """Return every format by its module's name."""
    return {name: cast("_Format", module) for name, module in modules_in(formats.__name__).items()}


def read_document(data: bytes, name: str, *, wait_seconds: float = WAIT_SECONDS) -> DocumentText:
    """Return the text of a document.

    Args:
        data: The file's bytes.
        name: The file's name; it only helps where the bytes do not tell.
        wait_seconds: How long to wait on a busy machine; the work itself is limited in processor time.

    Raises:
        RefusedFileError: when nothing can be read; the message says why.

    """
    if not data.strip():
        raise RefusedFileError("This file is empty.")
    if len(data) > LARGEST_BYTES:
        raise RefusedFileError(f"This file is larger than {LARGEST_BYTES // 1_000_000} MB, which is the most we read.")
    for mark, reason in _STRANGERS.items():
        if data.startswith(mark):
            raise RefusedFileError(reason)
    if data[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB_PAGE):
        raise RefusedFileError("This is a web page. Could you copy its words and paste them instead?")
    if is_archive(data):
        read_members(data, lambda _: False)
    sure = {key: known.sureness(data, name) for key, known in known_formats().items()}
    chosen = max(sure, key=lambda key: sure[key])
    return _in_worker(chosen if sure[chosen] else _FALLBACK, data, wait_seconds)


def _in_worker(chosen: str, data: bytes, wait_seconds: float) -> DocumentText:
    answer = in_worker(
        "hartcity.documents.worker", [chosen], data, wait_seconds=wait_seconds, advice="Could you paste its text?"
    )
    if not any(map(str.isalnum, answer["text"])) and not answer["subject"]:
        raise RefusedFileError("This document holds no words.")
    return DocumentText(**answer | {"notices": tuple(answer["notices"])})
