"""What a document format can carry of a text."""

from __future__ import annotations

import re
import unicodedata

from hartcity.exports.fonts import letters


_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BARRED = re.compile("LATIN (CAPITAL|SMALL) LETTER ([A-Z]) WITH ")
"""The Unicode names of letters with a mark, also of those that no normal form takes apart, as the Polish l."""


def printable(text: str) -> str:
    """Return ``text`` without the controls and surrogates that XML 1.0 forbids."""
    return _NOT_IN_XML.sub("", text)


def shown(text: str) -> str:
    """Return ``text`` in the letters of the PDF's font: others lose their marks or become ``?``."""
    return "".join(map(_shown, printable(text)))


def missing_in_pdf(text: str) -> str:
    """Return the letters of ``text``, each once, that the PDF's font cannot show as they are."""
    return "".join(dict.fromkeys(letter for letter in printable(text) if _shown(letter) != letter))


def _shown(letter: str) -> str:
    if _fits(letter):
        return letter
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    barred = _BARRED.match(unicodedata.name(letter, ""))
    if barred:
        bare = barred[2] if barred[1] == "CAPITAL" else barred[2].lower()
    return bare if bare and all(map(_fits, bare)) else "?"


def _fits(letter: str) -> bool:
    return ord(letter) in letters() or letter in "\t\n\r"
