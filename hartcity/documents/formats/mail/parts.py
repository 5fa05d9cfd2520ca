"""The parts of an email: which hold its words, and which stay closed."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass, field
from email.message import EmailMessage

from hartcity.documents.encodings import decoded
from hartcity.documents.formats.mail.line_ends import as_written, unflowed
from hartcity.documents.formats.mail.packing import header, message_within, unpacked
from hartcity.documents.html import words_of
from hartcity.documents.left_out import counted
from hartcity.files import clean, shown_name


_MOST_REPAIRS = 3
_USED_BOUNDARY = re.compile(rb"^--([^\s\"]{1,70})[ \t]*\r?\n(?=content-[a-z-]{2,30}:)", re.IGNORECASE | re.MULTILINE)
_READ = {"text/plain", "text/html", "text/enriched", "text/markdown", "text/x-markdown"}
_MESSAGES = {"message/rfc822", "message/global"}
_STUB_WORDS = 30
"""A plain part of fewer words beside a much longer page only says that the page cannot be shown."""


@dataclass(slots=True)
class Body:
    """The words of a message's parts, and what stays closed."""

    texts: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
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
        if self.messages:
            told.append(f"{counted(len(self.messages), 'attached message')} left closed{_named(self.messages)}.")
        return [*told, *dict.fromkeys(self.left_out)]

    def take(self, part: EmailMessage) -> None:
        """Take a part's words: of alternatives the best, of a sequence each, of attachments only the name."""
        kind = part.get_content_type()
        if kind in _MESSAGES:
            self.messages.append(part)
        elif kind in {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
            self.is_encrypted = True
        elif part.is_multipart():
            self._take_parts(part, kind)
        elif part.get_content_maintype() == "multipart":
            self._take_broken(part)
        elif kind in _READ and not self._is_attached(part):
            self.texts.append(self._words(part))
        elif kind not in {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}:
            self.attachments.append(shown_name(part.get_filename() or "") if part.get_filename() else "")

    def open_messages(self) -> None:
        """Take the words of attached messages where the email has none of its own, as one that was only sent on."""
        while self.messages and not self.text:
            messages, self.messages = self.messages, []
            for inner in filter(None, map(message_within, messages)):
                self.take(inner)

    def _is_attached(self, part: EmailMessage) -> bool:
        """Whether a text is a file of its own: it says so, or has a name and stands below other words."""
        return part.get_content_disposition() == "attachment" or (bool(part.get_filename()) and bool(self.text))

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
            one = Body()
            one.take(each)
            self.messages += one.messages
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
        data = unpacked(part)
        is_page = part.get_content_type() == "text/html"
        text = decoded(data, part.get_content_charset(""), is_page=is_page)
        if is_page:
            found = words_of(text)
            self.left_out += found.notices()
            return found.text
        is_flowed = str(part.get_param("format", "")).lower() == "flowed"
        if is_flowed:
            return unflowed(clean(text), deletes_space=str(part.get_param("delsp", "")).lower() == "yes")
        return as_written(clean(text))


def _named(messages: list[EmailMessage]) -> str:
    """Return what attached messages are called, by their files or by what they are about."""
    inner = ((part.get_filename(), message_within(part)) for part in messages)
    names = (name or (header(message, "subject") if message is not None else "") for name, message in inner)
    told = ", ".join(shown_name(" ".join(name.split())) for name in names if name.strip())
    return f": {told}" if told else ""
