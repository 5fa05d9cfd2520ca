"""Saved emails (.eml): the subject and the words of the body; attachments stay closed."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from hartcity.documents.markup import words_of
from hartcity.documents.text import WESTERN, DocumentText
from hartcity.files import RefusedFileError, clean, decode, shown_name


NAME = "Email"

_MOST_PARTS = 100
_MOST_REPAIRS = 3
_USED_BOUNDARY = re.compile(rb"^--([^\s\"]{1,70})[ \t]*\r?\n(?=content-[a-z-]{2,30}:)", re.IGNORECASE | re.MULTILINE)
_READ = {"text/plain", "text/html", "text/enriched", "text/markdown", "text/x-markdown"}
_FROM_LINE = re.compile(r"^>From (?=\w)", re.MULTILINE)
"""A line that begins with "From" as mailboxes keep it, where every such line would begin another message."""

_SHORTEST_FOLD, _LONGEST_FOLD = 60, 80
"""Characters of the longest line in a text that a mail program folded: 78 at most (RFC 5322, 2.1.1), often 72."""

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

_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]{40,}={0,2}")
_HEAD = 20_000
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]")
_OF_PROGRAMS = re.compile(
    rb"^(?:mime-version|received|message-id|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE
)
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
_STUB_WORDS = 30
"""A plain part of fewer words beside a much longer page only says that the page cannot be shown."""


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
        body = _Body()
        body.take(message)
        subject = " ".join(_header(message, "subject").split())
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


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's words; bytes that name no encoding are read as any file's would be."""
    for given, raw in message.raw_items():
        held = str(raw)
        if given.lower() == name and "=?" not in held and any("\udc80" <= character <= "\udcff" for character in held):
            return clean(decode(held.encode("ascii", "surrogateescape")))
    return str(message[name] or "").translate(WESTERN)


@dataclass(slots=True)
class _Body:
    """The words of a message's parts, and what stays closed."""

    texts: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    is_encrypted: bool = False
    has_broken_parts: bool = False
    depth: int = 0

    @property
    def text(self) -> str:
        """What stands in the parts, one after the other."""
        return "\n\n".join(text.strip("\n") for text in self.texts if text.strip())

    def notices(self) -> list[str]:
        """Return what stays closed, in sentences."""
        named = ", ".join(name for name in self.attachments if name)
        told = [f"Attachments were left closed{': ' if named else ''}{named}."] if self.attachments else []
        return [*told, *dict.fromkeys(self.left_out)]

    def take(self, part: EmailMessage) -> None:
        """Take a part's words: of alternatives the best, of a sequence each, of attachments only the name."""
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_content()
            if isinstance(inner, EmailMessage):
                self.take(inner)
        elif kind in {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
            self.is_encrypted = True
        elif part.is_multipart():
            self._take_parts(part, kind)
        elif part.get_content_maintype() == "multipart":
            self._take_broken(part)
        elif kind in _READ and part.get_content_disposition() != "attachment":
            self.texts.append(self._words(part))
        elif kind not in {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}:
            self.attachments.append(shown_name(part.get_filename() or "") if part.get_filename() else "")

    def _take_parts(self, part: EmailMessage, kind: str) -> None:
        parts = [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
        if kind == "multipart/alternative":
            self._take_alternative(parts)
        elif kind == "multipart/related":
            for each in parts[:1]:
                self.take(each)
            pictures = sum(each.get_content_maintype() == "image" for each in parts[1:])
            if pictures:
                self.left_out.append("Pictures in the email were left out: only words come in.")
        else:
            for each in parts:
                self.take(each)

    def _take_broken(self, part: EmailMessage) -> None:
        """Take the parts of a message that names another boundary than it uses, or none, by the one that it uses."""
        held = part.get_payload(decode=True)
        data = held if isinstance(held, bytes) else b""
        used = _USED_BOUNDARY.search(data)
        if used is None or self.depth > _MOST_REPAIRS:
            self.has_broken_parts = True
            return
        head = f'Content-Type: {part.get_content_type()}; boundary="{used[1].decode("ascii", "replace")}"\r\n\r\n'
        mended = email.message_from_bytes(head.encode() + data, policy=email.policy.default)
        if isinstance(mended, EmailMessage):
            self.depth += 1
            self.take(mended)

    def _take_alternative(self, parts: list[EmailMessage]) -> None:
        """Take the plain words, unless they only say that the page beside them cannot be shown."""
        read = []
        for each in parts:
            one = _Body()
            one.take(each)
            self.is_encrypted |= one.is_encrypted
            self.has_broken_parts |= one.has_broken_parts
            if one.text:
                read.append((each.get_content_type() != "text/plain", one))
        if not read:
            return
        plain = min(read, key=lambda pair: pair[0])[1]
        longest = max((one for _, one in read), key=lambda one: len(one.text))
        is_stub = len(plain.text.split()) < min(_STUB_WORDS, len(longest.text.split()) / 2)
        chosen = longest if is_stub else plain
        self.texts += chosen.texts
        self.attachments += [name for _, one in read for name in one.attachments]
        self.left_out += chosen.left_out

    def _words(self, part: EmailMessage) -> str:
        """Return a part's text: in the encoding that it names, unless the bytes are of another or it names none."""
        data = _unpacked(part)
        is_page = part.get_content_type() == "text/html"
        text = _decoded(data, part.get_content_charset(""), is_page=is_page)
        if is_page:
            found = words_of(text)
            self.left_out += found.notices()
            return found.text
        is_flowed = str(part.get_param("format", "")).lower() == "flowed"
        if is_flowed:
            return _unflowed(clean(text), deletes_space=str(part.get_param("delsp", "")).lower() == "yes")
        return _unfolded(_FROM_LINE.sub("From ", clean(text)))


def _unpacked(part: EmailMessage) -> bytes:
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


def _decoded(data: bytes, charset: str, *, is_page: bool) -> str:
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


def _unflowed(text: str, *, deletes_space: bool) -> str:
    """Return a flowed text in whole paragraphs (RFC 3676): a line that ends in a space runs on.

    ``deletes_space``: that space was put in for the purpose and goes (4.1). One space at a line's beginning only
    protects it and goes too (4.4); lines run on within one depth of quotation (4.5).
    """
    out: list[str] = []
    depth_before, runs_on = 0, False
    for line in text.split("\n"):
        inner = line.lstrip(">")
        depth = len(line) - len(inner)
        inner = inner.removeprefix(" ")
        is_signature = inner == "-- "
        if runs_on and depth == depth_before and not is_signature:
            out[-1] += inner
        else:
            out.append(f"{'>' * depth}{' ' if depth else ''}{inner}")
        runs_on = out[-1].endswith(" ") and not is_signature and bool(inner.strip())
        if runs_on and deletes_space:
            out[-1] = out[-1][:-1]
        depth_before = depth
    return "\n".join(line.rstrip(" ") for line in out)


def _unfolded(text: str) -> str:
    """Return plain text without the line ends that a mail program put in for itself.

    These are the lines that are so long that the next word had no room on them, which no line of an address or a
    signature is.
    """
    lines = text.split("\n")
    # A long address has no place where it could be folded, and another person's lines were folded by another program.
    longest = max((len(line) for line in lines if " " in line.strip() and not line.startswith(">")), default=0)
    is_folded = _SHORTEST_FOLD <= longest <= _LONGEST_FOLD
    out = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        word = following.split(" ", 1)[0]
        is_list = re.match(r"(?:[-*\u2022>]|\d{1,2}[.)])\s", following) is not None
        runs_on = is_folded and bool(line and word) and not is_list and len(line) + 1 + len(word) > longest
        out += line.rstrip(" ") + (" " if runs_on else "\n")
    return out
