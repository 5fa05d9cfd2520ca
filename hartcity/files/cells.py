"""Cells of a table that a spreadsheet program could take for a formula.

A spreadsheet runs what begins like a formula (CWE-1236; OWASP ASVS 5.0, 1.2.10). A leading apostrophe makes it text.
Where semicolons separate cells, a table with commas is cut at every semicolon and line break inside a cell too, so what
follows one is treated as a beginning.
"""

from __future__ import annotations

import re


_STARTS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf"'*(?:[\t\r\n\x00]|\s*{_STARTS})")
_INSIDE = re.compile(rf"(?<=[;\t\r\n])(?='*[^\S\t\r\n]*{_STARTS})")
_MADE_INSIDE = re.compile(rf"(?<=[;\t\r\n])'(?='*[^\S\t\r\n]*{_STARTS})")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def neutral(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs it; a plain negative number stays a number."""
    if _NUMBER.fullmatch(text):
        return text
    inside = _INSIDE.sub("'", text)
    return f"'{inside}" if _FORMULA.match(inside) else inside


def plain(text: str) -> str:
    """Return what ``neutral`` was given."""
    for bare in (text[1:], text) if text[:1] == "'" else (text,):
        given = _MADE_INSIDE.sub("", bare)
        if neutral(given) == text:
            return given
    return text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)
