"""What a document format can carry of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hartcity.exports.fonts import can_show


_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BARRED = re.compile("LATIN (CAPITAL|SMALL) LETTER ([A-Z]) WITH ")
"""The Unicode names of letters with a mark, also of those that no normal form takes apart, as the Polish l."""

_LONGEST_WORD = 60
"""Letters of a word without a hyphen that fit on a line; an address breaks by itself."""

_LONG_WORD = re.compile(rf"(?<!\S)(?!https?://)\S{{{_LONGEST_WORD},}}")
_PIECE = re.compile(r".{1,40}")
_MOST_MARKS = 8
"""Marks on one letter; setting a tower of thousands takes a writer of PDFs minutes, and no language has one."""

_BREAK = "\u200b"
"""Where a line may end, without a sign."""


def printable(text: str) -> str:
    """Return ``text`` without the controls and surrogates that XML 1.0 forbids."""
    return _NOT_IN_XML.sub("", text)


def shown(text: str) -> str:
    """Return ``text`` in the letters of the PDF's fonts: others lose their marks or become ``?``.

    A word longer than a line may be broken anywhere; a letter keeps its first ``_MOST_MARKS`` marks.
    """
    lines = printable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    letters = "".join(_few_marks("".join(map(_shown, lines))))
    return _LONG_WORD.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), letters)


def missing_in_pdf(text: str) -> str:
    """Return the letters of ``text``, each once, that the PDF's fonts cannot show as they are."""
    return "".join(dict.fromkeys(letter for letter in printable(text) if _shown(letter) not in {letter, ""}))


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter)[0] == "M" else 0
        if marks <= _MOST_MARKS:
            yield letter


@lru_cache(maxsize=20_000)
def _shown(letter: str) -> str:
    if _fits(letter):
        return letter
    if unicodedata.category(letter) == "Cf":
        return ""
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    barred = _BARRED.match(unicodedata.name(letter, ""))
    if barred:
        bare = barred[2] if barred[1] == "CAPITAL" else barred[2].lower()
    return bare if bare and all(map(_fits, bare)) else "?"


def _fits(letter: str) -> bool:
    return letter in "\t\n\r" or (
        can_show(ord(letter)) and unicodedata.category(letter) not in {"Cc", "Co", "Zl", "Zp"}
    )
