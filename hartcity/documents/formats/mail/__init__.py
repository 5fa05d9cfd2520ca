"""Saved emails (.eml): the subject and the words of the body; attachments stay closed."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from hartcity.documents.formats.mail.packing import header
from hartcity.documents.formats.mail.parts import Body
from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError


NAME = "Email"

_MOST_PARTS = 100
_MANY_PARTS = "This email has more parts than ordinary ones, so it was not read."
_ENCRYPTED = "This email is encrypted, so it cannot be read here. Could you paste its text?"
_NO_WORDS = "This email holds no text that can be read. Could you paste its text?"
_ONLY_ATTACHED = "This email has no words of its own that can be read, only an attachment"
_BARE_BOUNDARY = re.compile(
    rb"(^content-type:[ \t]*(?:\r?\n[ \t]+)?multipart/[^\r\n]{0,200}(?:\r?\n[ \t][^\r\n]{0,200}){0,5}?"
    rb"\bboundary[ \t]*=[ \t]*)"
    rb'([^"\s;][^\s;]*)',
    re.IGNORECASE | re.MULTILINE,
)
_ENCODING = re.compile(
    rb"^(content-transfer-encoding:[ \t]*(?:\r?\n[ \t]+)?)\"?"
    rb"(quoted-printable|base64|7bit|8bit|binary)\b[^\r\n]{0,200}",
    re.IGNORECASE | re.MULTILINE,
)
"""How the words of a part are packed; what some programs write behind it hides it."""
_HEAD = 20_000
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]")
_OF_PROGRAMS = re.compile(
    rb"^(?:mime-version|received|message-id|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE
)


def sureness(data: bytes, name: str) -> int:
    """Return 2 when the head is one that only mail programs write, and 1 when the file calls itself a saved email."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    lines = head.splitlines()
    are_headers = all(_HEADER.match(line) for line in lines[:-1] if not line.startswith((b">From ", b"From ")))
    if len(lines) > 1 and are_headers and _OF_PROGRAMS.search(head):
        return 2
    return int(bool(data) and name.lower().endswith((".eml", ".mht", ".mhtml")))


def read(data: bytes) -> DocumentText:
    """Return the plain body, or the words of an HTML body where there is no plain one."""
    if data.lower().count(b"multipart/") > _MOST_PARTS:
        raise RefusedFileError(_MANY_PARTS)
    # Some programs leave the quotation marks off a boundary that needs them; others read it all the same.
    mended = _BARE_BOUNDARY.sub(rb'\1"\2"', data.lstrip(b"\xef\xbb\xbf\r\n"))
    mended = _ENCODING.sub(rb"\1\2", mended)
    try:
        message = email.message_from_bytes(mended, policy=email.policy.default)
        if not isinstance(message, EmailMessage) or len(list(message.walk())) > _MOST_PARTS:
            raise RefusedFileError(_MANY_PARTS)
        body = Body()
        body.take(message)
        body.open_messages()
        subject = " ".join(header(message, "subject").split())
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise RefusedFileError("This email is damaged, so it cannot be read. Could you paste its text?") from error
    if body.is_encrypted and not body.text:
        raise RefusedFileError(_ENCRYPTED)
    if not body.text and body.attachments and not body.has_broken_parts:
        named = ", ".join(filter(None, body.attachments))
        raise RefusedFileError(f"{_ONLY_ATTACHED}{': ' if named else ''}{named}. Could you bring that file instead?")
    if not body.text and (body.has_broken_parts or not subject):
        raise RefusedFileError(_NO_WORDS)
    return DocumentText(body.text, NAME, subject, tuple(body.notices()))
