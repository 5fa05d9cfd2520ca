"""What every PDF of ours is made of: words, headings, tables and references, set by ``paper.typ``.

The pages are tagged (PDF/UA-1), headings are bookmarks, fonts are embedded, and no clock is read: the same blocks give
the same bytes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

import typst

from hartcity.exports import fonts
from hartcity.exports.outline import runs
from hartcity.exports.printable import shown


Style = Literal["body", "indented", "single", "centered", "title", "number", "italic", "small", "line", "quotation"]
Piece: TypeAlias = Mapping[str, Any]
"""One block of a document, in the shape that ``paper.typ`` reads."""

_PAPER = {"headings": 12, "above": 1.0, "below": 1.0, "is_paper": True}
_LEAFLET = {"headings": 12.5, "above": 1.1, "below": 0.5, "is_paper": False}
_RIGHT_TO_LEFT = {"R", "AL"}


def words(text: str, style: Style = "body") -> Piece:
    """Return words as they stand, line ends kept; nothing in them is markup."""
    return {"is": "words", "style": style, **_directed(text)}


def heading(text: str, level: int, *, starts_page: bool = False) -> Piece:
    """Return a heading of level 1 to 3, which is a bookmark too."""
    return {"is": "heading", "level": level, "starts_page": starts_page, **_directed(text.replace("\n", " "))}


def entry(text: str) -> Piece:
    """Return a reference with its italics and links."""
    pieces = [{"words": words, "italic": is_italic, "link": link} for words, is_italic, link in runs(shown(text))]
    return {"is": "entry", "runs": pieces, "rtl": _runs_to_the_left(text)}


def grid(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Piece:
    """Return a table with APA's rules, whose first row names the columns; ``widths`` are in inches."""
    return {"is": "grid", "widths": list(widths), "rows": [[_directed(cell) for cell in row] for row in rows]}


def space(ems: float) -> Piece:
    """Return room as high as so many letters."""
    return {"is": "space", "ems": ems}


def page_break() -> Piece:
    """Return the end of a page."""
    return {"is": "break"}


def rule() -> Piece:
    """Return a line to write on."""
    return {"is": "rule"}


def pdf(
    pieces: Iterable[Piece],
    *,
    title: str,
    author: str = "",
    is_paper: bool = False,
    is_on_one_page: bool = False,
) -> bytes:
    """Return the pages on US letter paper with one-inch margins and page numbers at the top right.

    ``is_paper`` sets headings as APA 7 does; ``is_on_one_page`` makes the letters as small as that needs.
    """
    blocks = list(pieces)
    text = json.dumps(blocks, ensure_ascii=False)
    given = {
        "title": shown(" ".join(title.split())) or "Untitled",
        "author": shown(" ".join(author.split())),
        "fonts": fonts.families(text),
        "blocks": blocks,
        "size": _PAPER if is_paper else _LEAFLET,
        "on_one_page": is_on_one_page,
    }
    inputs = {"given": json.dumps(given, ensure_ascii=True)}
    try:
        return _compiled(inputs, ["ua-1"])
    except typst.TypstError:
        # Marks without a letter to stand on, for which no font has a sign of its own, cannot be promised to everyone.
        return _compiled(inputs, [])


def _compiled(inputs: dict[str, str], standards: list[Any]) -> bytes:
    made = typst.compile(_template(), font_paths=fonts.known(), sys_inputs=inputs, pdf_standards=standards)
    if not isinstance(made, bytes):
        raise TypeError("A PDF is one file.")
    return made


@cache
def _template() -> bytes:
    return resources.files("hartcity.exports").joinpath("paper.typ").read_bytes()


def _directed(text: str) -> dict[str, Any]:
    return {"text": shown(text), "rtl": _runs_to_the_left(text)}


def _runs_to_the_left(text: str) -> bool:
    """Return whether the first letter that has a direction runs to the left (UAX 9, rules P2 and P3)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    first = next((direction for direction in directions if direction in {"L", *_RIGHT_TO_LEFT}), "L")
    return first in _RIGHT_TO_LEFT
