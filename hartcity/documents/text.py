"""Text as the editor takes it: paragraphs divided by an empty line, lines by a line end, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise

from hartcity.files import RefusedFileError, clean, unscrambled


MOST_CHARACTERS = 100_000
"""The longest text that is taken, in code points: some 16,000 words."""

OWN_SIGN = "\ufdd0"
"""Stands, until another person's words are kept apart, before a ``>`` that is the writer's own and no quotation mark.
Unicode keeps this sign for use within a program."""

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x01-\x08\x0e-\x1f\x7f\x80-\x9f]"
)
_BREAKS = re.compile("[\x0b\x0c\x85]")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_INDENT = re.compile(r"^[^\S\n]+", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""``fi`` and its like: one sign in many PDFs, two letters in every dictionary."""

_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
WESTERN = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNDEFINED | {0x85}}
"""Controls that no text holds: quotation marks and dashes of Windows under another encoding's name."""

_LONG = 70
"""Characters from which a word processor's paragraph is running text and no line of an address."""

_LONGEST_ITEM = 200
LISTED = re.compile(
    r"(?:[-*\u2022\u2023\u25e6\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\u2013]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+\S"
)
"""The beginning of an item whose mark was typed."""

_SENTENCE_WORDS = 8
_WRAPPED_FROM, _WRAPPED_TO = 45, 100
"""Characters of a line that a mail program ended for want of room."""

_ENDED = re.compile(r"[.!?:;,\u2026\u2014][\"'\u201d\u2019)\]]*$")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a document says.

    ``subject`` is an email's own. ``quoted`` is what another person wrote below it, which is no part of ``text``.
    ``notices`` say what was left behind and why.
    """

    text: str
    format: str
    subject: str = ""
    notices: tuple[str, ...] = ()
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a word processor or a web page; ``stands_apart`` for a whole list or table."""

    text: str
    stands_apart: bool = False


def tidy(text: str) -> str:
    """Return ``text`` with ordinary spaces, letters and line ends, as a paste from Word needs it.

    Non-breaking and other wide spaces become spaces; soft hyphens, zero-width marks and direction marks go; ligatures
    become letters, and an accent that stands behind its letter joins it. What was read in the wrong encoding before is
    set right. Curly quotation marks and dashes stay, since they are the writer's own. More than one empty line becomes
    one.

    Raises:
        RefusedFileError: when the text is longer than ``MOST_CHARACTERS``.

    """
    tidied = clean(text)
    while (plain := _plain(tidied)) != tidied:  # what goes may leave signs side by side that were read wrongly
        tidied = plain
    if len(tidied) > MOST_CHARACTERS:
        raise RefusedFileError(
            f"This text is longer than {MOST_CHARACTERS:,} characters. Could you bring only the email or letter itself?"
        )
    return tidied


def _plain(text: str) -> str:
    lettered = unicodedata.normalize("NFC", unscrambled(text).translate(_LIGATURES).translate(WESTERN))
    visible = _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", lettered)))
    return _GAP.sub("\n\n", _TRAILING.sub("", visible)).strip("\n")


def joined(pieces: list[Piece]) -> str:
    """Return a word processor's paragraphs as text.

    Blanks and tabs by which a line is set in are no part of it. Without empty paragraphs each one is a paragraph. Where
    there are empty ones, the writer may have used them between paragraphs and a plain line end within an address: then
    short lines stay together, and running text, lists and tables stand apart.
    """
    pieces = [piece if piece.stands_apart else replace(piece, text=_INDENT.sub("", piece.text)) for piece in pieces]
    filled = [piece for piece in pieces if piece.text.strip()]
    if not filled:
        return ""
    first, last = pieces.index(filled[0]), len(pieces) - pieces[::-1].index(filled[-1])
    within = pieces[first:last]
    has_gaps = len(within) > len(filled)
    is_wrapped = has_gaps and any(map(_runs_on, within, within[1:]))
    text = within[0].text
    for before, piece in pairwise(within):
        if not piece.text.strip():
            text += "\n\n"
        elif not before.text.strip():
            text += piece.text
        elif _are_items(before, piece):
            text += f"\n{piece.text}"
        elif not has_gaps or before.stands_apart or piece.stands_apart:
            text += f"\n\n{piece.text}"
        else:
            is_new = not is_wrapped and (is_running(before.text) or is_running(piece.text))
            text += ("\n\n" if is_new else "\n") + piece.text
    return text


def _are_items(before: Piece, after: Piece) -> bool:
    """Whether two paragraphs are items of a list whose marks were typed."""
    are_plain = not before.stands_apart and not after.stands_apart and len(before.text) <= _LONGEST_ITEM
    return are_plain and all(LISTED.match(piece.text.lstrip()) for piece in (before, after))


def is_running(text: str) -> bool:
    """Whether a paragraph is running text and no line of an address or of a head."""
    return len(text) > _LONG or (len(text.split()) >= _SENTENCE_WORDS and text.rstrip()[-1:] in ".?!")


def _runs_on(before: Piece, after: Piece) -> bool:
    """Whether a line breaks off in mid-sentence, as an email's lines do when they are pasted into a document."""
    is_long = _WRAPPED_FROM <= len(before.text) <= _WRAPPED_TO
    return is_long and not _ENDED.search(before.text.rstrip()) and after.text[:1].islower()
