"""Saved emails (.eml): the subject and the words of the body; attachments stay closed."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from html.parser import HTMLParser

from hartcity.documents.text import DocumentText
from hartcity.files import RefusedFileError


NAME = "Email"

_MOST_PARTS = 100
_MANY_PARTS = "This email has more parts than ordinary ones, so it was not read."
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"}
_SILENT = {"script", "style", "head", "title"}


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
        body = message.get_body(preferencelist=("plain", "html"))
        content = "" if body is None else body.get_content()
        subject = " ".join(str(message["subject"] or "").split())
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise RefusedFileError("This email is damaged, so it cannot be read. Could you paste its text?") from error
    if not isinstance(content, str) or not (content.strip() or subject):
        raise RefusedFileError("This email holds no text that can be read. Could you paste its text?")
    if body is not None and body.get_content_type() == "text/html":
        content = _words(content)
    has_more = any(True for _ in message.iter_attachments()) if message.is_multipart() else False
    return DocumentText(content, NAME, subject, ("Attachments were left closed.",) if has_more else ())


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
