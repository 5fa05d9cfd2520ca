"""Markdown: the words without their markup."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from hartcity.documents.html import without_foreign_tags, words_of
from hartcity.documents.text import DocumentText
from hartcity.files import decode


NAME = "Markdown"

_FRONT_MATTER = re.compile(
    r"\A\s*---[ \t]*\n((?:[\"']?[A-Za-z][\w .-]*[\"']?:[^\n]*\n|[ \t#-][^\n]*\n|\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TOML_MATTER = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"[\"']?([A-Za-z][\w .-]{0,80})[\"']?\s*[:=]")
_SUBJECT = re.compile(r"^[\"']?subject[\"']?\s*[:=]([^\n]*)$", re.IGNORECASE | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself Markdown."""
    return int(bool(data) and name.lower().endswith((".md", ".markdown")))


def read(data: bytes) -> DocumentText:
    """Return each block's words as a paragraph, and what is no part of them by name."""
    text = decode(data)
    notices: list[str] = []
    subject = ""
    front = _FRONT_MATTER.match(text) or _TOML_MATTER.match(text)
    if front:
        text = text[front.end() :]
        told = _SUBJECT.search(front[1])
        subject = told[1].strip().strip("\"'") if told else ""
        names = [key[1].strip() for line in front[1].split("\n") if (key := _KEY.match(line))]
        notices.append(f"The head of the file was left out: {', '.join(names)}.")
    # An indented line is a paragraph here, as its writer meant it, and no program; a line like "[Phone]: 555-0142" is
    # words. A line end stays a line end, since addresses and signatures rest on it.
    parser = (
        MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"]).disable(["code", "reference"])
    )
    html = parser.render(text)
    if _COMMENT.search(html):
        html = _COMMENT.sub("", html)
        notices.append("Comments between <!-- and --> were left out.")
    found = words_of(without_foreign_tags(html), is_every_quotation_foreign=True)
    return DocumentText(found.text, NAME, subject, (*notices, *found.notices()))
