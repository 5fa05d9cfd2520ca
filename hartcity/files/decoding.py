"""From bytes to text."""

from __future__ import annotations

import codecs
import re
import unicodedata

from hartcity.files.mojibake import unscrambled
from hartcity.files.refusal import RefusedFileError


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNWANTED = re.compile("[\x00\ud800-\udfff]")
_NEWLINE = re.compile("\r\n?|\u2028")
_PARAGRAPH_END = re.compile("\n?\u2029\n?")
_EMPTY_PARAGRAPH = re.compile("\u2029[ \t\n]*\u2029")
_MOST_CONTROLS = 0.02
_LOOKED_AT = 20_000
_STRAY = re.compile("[\udc80-\udcff]+")
_FIRST_OTHER, _MOSTLY = 0x80, 0.5
_WESTERN, _CYRILLIC = ("cp1252", "mac-roman"), ("cp1251", "koi8-r", "mac-cyrillic")
_ODD = re.compile(
    "(?<=[a-z])[\u00c0-\u00d6\u00d8-\u00de\u0160\u017d\u0152\u0178]|(?<= )[\u00d0\u00d1](?= )|"
    "(?<=[a-z])[\u2020\u2021\u02c6\u2030](?=[a-z])|\ufffd"
)
"""A capital or a sign within a small word, a capital by itself, a byte that is no letter."""

_HALF_EMPTY = 0.3
_FILLED = 0.05
"""Western text in UTF-16 has a zero in nearly every second byte and hardly one between; a picture's header has both."""


def decode(data: bytes) -> str:
    """Return the text of ``data``: by its byte order mark, as UTF-8, as UTF-16 without one, or as one byte a sign.

    A text in UTF-8 may hold stray bytes of Windows-1252; one that was read in the wrong encoding before is set right.

    Raises:
        RefusedFileError: when the bytes are no text.

    """
    text = unscrambled(_decoded(data))
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
        return _mostly_utf8(data) or _in_one_byte(data)


def _mostly_utf8(data: bytes) -> str:
    """Return a text in UTF-8 with a few stray bytes of another program's, or nothing."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(text)))
    others = sum(character > "\x7f" for character in text) - stray
    if stray > others:
        return ""
    return _STRAY.sub(lambda found: found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text)


def _in_one_byte(data: bytes) -> str:
    """Return a text in the encoding of one byte a letter in which its signs stand as they do in words.

    Where nothing speaks for another, that is Windows-1252.
    """
    head = data[:_LOOKED_AT]
    letters = [byte for byte in head if byte >= _FIRST_OTHER or chr(byte).isalpha()]
    others = [byte for byte in letters if byte >= _FIRST_OTHER]
    if len(others) > _MOSTLY * len(letters):
        return data.decode(max(_CYRILLIC, key=lambda name: _small(head, name)), errors="replace")
    return data.decode(max(_WESTERN, key=lambda name: _oddities(head, name)), errors="replace")


def _small(head: bytes, encoding: str) -> int:
    """Return how many letters are small, as most are in words."""
    return sum(character.islower() for character in head.decode(encoding, "replace"))


def _oddities(head: bytes, encoding: str) -> int:
    """Return, as a negative number, how many signs stand where no writer puts them: a capital in ``client\u00d5s``."""
    return -len(_ODD.findall(head.decode(encoding, "replace")))


def clean(text: str) -> str:
    """Return ``text`` without NULs and lone surrogates, which no database stores, and with one kind of line end.

    A separator of paragraphs leaves an empty line, unless the writer left empty paragraphs for that.
    """
    text = _NEWLINE.sub("\n", _UNWANTED.sub("", text))
    if "\u2029" in text:
        text = _PARAGRAPH_END.sub("\n" if _EMPTY_PARAGRAPH.search(text) else "\n\n", text)
    return text
