"""From bytes to text."""

from __future__ import annotations

import codecs
import re
import unicodedata

from hartcity.files.refusal import RefusedFileError


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNWANTED = re.compile("[\x00\ud800-\udfff]")
_NEWLINE = re.compile("\r\n?|\u2028|\u2029")
_MOST_CONTROLS = 0.02
_LOOKED_AT = 20_000
_HALF_EMPTY = 0.3
_FILLED = 0.05
"""Western text in UTF-16 has a zero in nearly every second byte and hardly one between; a picture's header has both."""


def decode(data: bytes) -> str:
    """Return the text of ``data``: by its byte order mark, as UTF-8, as UTF-16 without a mark, or as Windows-1252.

    Raises:
        RefusedFileError: when the bytes are no text.

    """
    text = _decoded(data)
    start = text[:_LOOKED_AT]
    controls = sum(unicodedata.category(character) == "Cc" and character not in "\t\n\r\f\x00" for character in start)
    if controls > max(3, _MOST_CONTROLS * len(start)) or start.count("\x00") > _HALF_EMPTY * len(start):
        raise RefusedFileError("This file does not look like text. Could it have been saved under the wrong ending?")
    return clean(text)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:_LOOKED_AT]
    if not head:
        return ""
    low, high = head[::2].count(0) / len(head), head[1::2].count(0) / len(head)
    if high > _HALF_EMPTY and low < _FILLED:
        return data.decode("utf-16-le", errors="replace")
    if low > _HALF_EMPTY and high < _FILLED:
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Return ``text`` without NULs and lone surrogates, which no database stores, and with one kind of line end."""
    return _NEWLINE.sub("\n", _UNWANTED.sub("", text))
