"""Saved emails (.eml): the subject and the words of the body; attachments stay closed."""

from __future__ import annotations

import email
import email.policy
import re
from contextlib import suppress
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError, clean, decode


if TYPE_CHECKING:
    from collections.abc import Iterator


NAME = "Email"

_MOST_PARTS = 100
_SHORTEST_FOLD, _LONGEST_FOLD = 60, 80
"""Characters of the longest line in a text that a mail program folded: 78 at most (RFC 5322, 2.1.1), often 72."""

_MANY_PARTS = "This email has more parts than ordinary ones, so it was not read."
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"}
_SILENT = {"script", "style", "title"}


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself a saved email."""
    return int(bool(data) and name.lower().endswith(".eml"))


def read(data: bytes) -> DocumentText:
    """Return the plain body, or the words of an HTML body where there is no plain one."""
    if data.lower().count(b"multipart/") > _MOST_PARTS:
        raise RefusedFileError(_MANY_PARTS)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not isinstance(message, EmailMessage) or len(list(message.walk())) > _MOST_PARTS:
            raise RefusedFileError(_MANY_PARTS)
        content = next(filter(str.strip, map(_body, _bodies(message))), "")
        subject = " ".join(str(message["subject"] or "").split())
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise RefusedFileError("This email is damaged, so it cannot be read. Could you paste its text?") from error
    if not (content.strip() or subject):
        raise RefusedFileError("This email holds no text that can be read. Could you paste its text?")
    has_more = any(True for _ in message.iter_attachments()) if message.is_multipart() else False
    return DocumentText(content, NAME, subject, ("Attachments were left closed.",) if has_more else ())


def _bodies(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that may hold the words: the plain body, the HTML one, and those of an email sent on whole."""
    for kind in ("plain", "html"):
        body = message.get_body(preferencelist=(kind,))
        if isinstance(body, EmailMessage):
            yield body
    for part in message.iter_attachments() if message.is_multipart() else ():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            if isinstance(inner, EmailMessage):
                yield from _bodies(inner)


def _body(part: EmailMessage) -> str:
    """Return a part's text: in the encoding that it names, unless the bytes are of another or it names none."""
    held = part.get_payload(decode=True)
    data = held if isinstance(held, bytes) else b""
    text = None
    with suppress(LookupError, UnicodeDecodeError):
        text = data.decode(part.get_content_charset("utf-8"))
    if text is None:
        text = decode(data)
    if part.get_content_type() == "text/html":
        return _words(text)
    is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    return _unfolded(clean(text), is_flowed=is_flowed)


def _unfolded(text: str, *, is_flowed: bool) -> str:
    """Return plain text without the line ends that a mail program put in for itself.

    In a flowed text (RFC 3676) these are the lines that end in a space. In others they are the lines that are so long
    that the next word had no room on them, which no line of an address or a signature is.
    """
    lines = text.split("\n")
    longest = max(map(len, lines))
    is_folded = _SHORTEST_FOLD <= longest <= _LONGEST_FOLD
    out = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        word = following.split(" ", 1)[0]
        if is_flowed:
            runs_on = line.endswith(" ") and line != "-- "
        else:
            runs_on = is_folded and bool(word) and len(line) + 1 + len(word) > longest
        out += line.rstrip(" ") + (" " if runs_on else "\n")
    return out


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own shape
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.text.append("\n" if tag in {"br", "li", "tr"} else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(re.sub(r"\s+", " ", data))


def _words(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return re.sub(r" *\n *", "\n", "".join(parser.text)).strip()
