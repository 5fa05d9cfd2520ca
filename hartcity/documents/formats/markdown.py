"""Markdown: the words without their markup; raw HTML and pictures are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from hartcity.documents.text import DocumentText
from hartcity.files import decode


if TYPE_CHECKING:
    from markdown_it.token import Token

NAME = "Markdown"


def sureness(data: bytes, name: str) -> int:
    """Return 1 when the file calls itself Markdown."""
    return int(bool(data) and name.lower().endswith((".md", ".markdown")))


def read(data: bytes) -> DocumentText:
    """Return each block's words as a paragraph."""
    blocks = [token for token in MarkdownIt("commonmark").parse(decode(data)) if token.type in {"inline", "fence"}]
    return DocumentText("\n\n".join(filter(None, map(_words, blocks))), NAME)


def _words(block: Token) -> str:
    if block.children is None:
        return block.content
    signs = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        signs.get(token.type, token.content) for token in block.children if token.type not in {"html_inline", "image"}
    )
