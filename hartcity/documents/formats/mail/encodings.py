"""The letters of an email: how its bytes are packed, and in which encoding they are written."""

from __future__ import annotations

import base64
import re
from contextlib import suppress
from email.message import EmailMessage

from hartcity.documents.text import WESTERN
from hartcity.files import clean, decode


_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{40,}={0,2}")
_META = re.compile(rb"<meta[^>]{1,100}charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
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


def header(message: EmailMessage, name: str) -> str:
    """Return a header's words; bytes that name no encoding are read as any file's would be."""
    for given, raw in message.raw_items():
        held = str(raw)
        if given.lower() == name and "=?" not in held and any("\udc80" <= character <= "\udcff" for character in held):
            return clean(decode(held.encode("ascii", "surrogateescape")))
    return str(message[name] or "").translate(WESTERN)


def unpacked(part: EmailMessage) -> bytes:
    """Return a part's bytes; of a base64 that is cut off, or has a mailing list's words below it, what can be read."""
    held = part.get_payload(decode=True)
    data = held if isinstance(held, bytes) else b""
    given = part.get_payload()
    if str(part.get("content-transfer-encoding", "")).lower().strip() != "base64" or not isinstance(given, str):
        return data
    raw = given.encode("ascii", "surrogateescape").strip()
    packed = _BASE64.match(raw)
    if packed is None:
        return data
    letters, rest = b"".join(packed[0].split()).rstrip(b"="), raw[packed.end() :].strip()
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    words = base64.b64decode(whole + b"=" * (-len(whole) % 4))
    return words + (b"\n\n" + rest if rest else b"")


def decoded(data: bytes, charset: str, *, is_page: bool) -> str:
    """Return bytes as text: in the encoding that is named, unless they are of another or none is named."""
    meta = _META.search(data[:2000]) if is_page and not charset else None
    named = (charset or (meta[1].decode("ascii", "replace") if meta else "")).lower() or "utf-8"
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
