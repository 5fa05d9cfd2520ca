"""How the bytes of an email's parts are packed, and how its headers are written."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from email.message import EmailMessage

from hartcity.documents.text import WESTERN
from hartcity.files import clean, decode


_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{40,}={0,2}")


def header(message: EmailMessage, name: str) -> str:
    """Return a header's words; bytes that name no encoding are read as any file's would be."""
    for given, raw in message.raw_items():
        held = str(raw)
        if given.lower() == name and "=?" not in held and any("\udc80" <= character <= "\udcff" for character in held):
            return clean(decode(held.encode("ascii", "surrogateescape")))
    return str(message[name] or "").translate(WESTERN)


def message_within(part: EmailMessage) -> EmailMessage | None:
    """Return the message that a part holds; some programs pack it as they pack other files."""
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else None
    if not isinstance(inner, EmailMessage):
        return None
    if str(part.get("content-transfer-encoding", "")).lower().strip() in {"base64", "quoted-printable"}:
        del inner["content-transfer-encoding"]
        inner["content-transfer-encoding"] = str(part["content-transfer-encoding"])
        opened = email.message_from_bytes(unpacked(inner), policy=email.policy.default)
        return opened if isinstance(opened, EmailMessage) else None
    return inner


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
