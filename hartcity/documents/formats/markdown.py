"""Markdown: the words without their markup."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hartcity.documents.html import without_foreign_tags, words_of
from hartcity.documents.text import DocumentText
from hartcity.documents.wrapped import runs_on
from hartcity.files import decode


NAME = "Markdown"

_FRONT_MATTER = re.compile(
    r"\A\s*---[ \t]*\n((?:[\"']?[A-Za-z][\w .-]*[\"']?:[^\n]*\n|[ \t#-][^\n]*\n|\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TOML_MATTER = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"[\"']?([A-Za-z][\w .-]{0,80})[\"']?\s*[:=]")
_SUBJECT = re.compile(r"^[\"']?subject[\"']?\s*[:=]([^\n]*)$", re.IGNORECASE | re.MULTILINE)
_LINE_ENDS = {"softbreak", "hardbreak"}
_BREAK = re.compile(r"<br\s*/?>\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself Markdown."""
    return int(bool(data) and name.lower().endswith((".md", ".markdown")))


_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code", "reference"])
"""An indented line is a paragraph here, as its writer meant it, and no program; a line like "[Phone]: 555-0142" is
words."""


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
    html = _page(text)
    if _COMMENT.search(html):
        html = _COMMENT.sub("", html)
        notices.append("Comments between <!-- and --> were left out.")
    found = words_of(without_foreign_tags(html), is_every_quotation_foreign=True)
    return DocumentText(found.text, NAME, subject, (*notices, *found.notices()))


def _page(text: str) -> str:
    """Return Markdown as HTML; a line end that addresses and signatures rest on stays one."""
    blocks = _PARSER.parse(text)
    for block in blocks:
        if block.type == "inline" and block.children:
            _keep_lines(block.children)
    html: str = _PARSER.renderer.render(blocks, _PARSER.options, {})
    return html


def _keep_lines(parts: list[Token]) -> None:
    """Turn those line ends of a paragraph that were meant into breaks, unless a break stands there already."""
    lines, ends = [""], []
    for part in parts:
        if part.type in _LINE_ENDS:
            ends.append(part)
            lines.append("")
        else:
            lines[-1] += part.content
    for line, end, goes_on in zip(lines, ends, runs_on(lines), strict=False):
        if not goes_on and not _BREAK.search(line):
            end.type, end.tag = "hardbreak", "br"
