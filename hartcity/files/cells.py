"""Cells of a table that a spreadsheet program could take for a formula.

A spreadsheet runs what begins like a formula (CWE-1236; OWASP ASVS 5.0, 1.2.10). A leading apostrophe makes it text.
"""

from __future__ import annotations

import re


_FORMULA = re.compile(r"'*(?:[\t\r\n\x00]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def neutral(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs it; a plain negative number stays a number."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def plain(text: str) -> str:
    """Return what ``neutral`` was given."""
    return text[1:] if text[:1] == "'" and neutral(text[1:]) == text else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula."""
    return neutral(text) != text
