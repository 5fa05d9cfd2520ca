"""What a document format can carry of a text."""

from __future__ import annotations

import re
import unicodedata


_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BARRED = re.compile("LATIN (CAPITAL|SMALL) LETTER ([A-Z]) WITH ")
"""The Unicode names of letters with a mark, also of those that no normal form takes apart, as the Polish l."""

_STANDARD = "cp1252"


def printable(text: str) -> str:
    """Return ``text`` without the controls and surrogates that XML 1.0 forbids."""
    return _NOT_IN_XML.sub("", text)


def western(text: str) -> str:
    """Return ``text`` in the letters of a PDF's standard fonts: other letters lose their marks or become ``?``."""
    return "".join(map(_western, printable(text)))


def missing_in_pdf(text: str) -> str:
    """Return the letters of ``text``, each once, that a PDF's standard fonts cannot show as they are."""
    return "".join(dict.fromkeys(letter for letter in printable(text) if _western(letter) != letter))


def _western(letter: str) -> str:
    if _fits(letter):
        return letter
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    barred = _BARRED.match(unicodedata.name(letter, ""))
    if barred:
        bare = barred[2] if barred[1] == "CAPITAL" else barred[2].lower()
    return bare if bare and _fits(bare) else "?"


def _fits(text: str) -> bool:
    try:
        text.encode(_STANDARD)
    except UnicodeEncodeError:
        return False
    return True
