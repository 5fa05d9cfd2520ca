"""The encoding of a part of an email or of a web page: what its name means, and what the bytes say."""

from __future__ import annotations

import re
from contextlib import suppress

from hartcity.files import decode


_META = re.compile(rb"<meta[^>]{1,100}charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_HEAD = 2_000
_WIDER = {
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
    "unicode-1-1-utf-7": "utf-7",
}
"""What the names of encodings mean on the web and in mail: programs write more letters than the name allows
(WHATWG Encoding Standard, "Names and labels")."""

_OF_ONE_BYTE = {"windows-1252", "cp1252", "iso-8859-15", "windows-1250", "windows-1251", "windows-1254", "macintosh"}


def decoded(data: bytes, charset: str, *, is_page: bool) -> str:
    """Return bytes as text: in the encoding that is named, unless they are of another or none is named."""
    named = charset.lower() or (_named_by_page(data) if is_page else "") or "utf-8"
    if named in _WIDER and _WIDER[named] == "cp1252":
        with suppress(UnicodeDecodeError):  # many programs name an old encoding and write today's
            return data.decode("utf-8")
    if named in _OF_ONE_BYTE:
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
            return text if not text.isascii() else data.decode(named)
    with suppress(LookupError, UnicodeDecodeError):
        return data.decode(_WIDER.get(named, named))
    return decode(data)


def _named_by_page(data: bytes) -> str:
    """Return the encoding that a page names in its head; one of two bytes a letter could not be read there."""
    found = _META.search(data[:_HEAD])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return "" if name.startswith("utf-16") else name
