"""Rows of a list that are neither an organization nor a service: totals, notes, and what the rows below are about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from hartcity.directory.importing.raw import RawRow
    from hartcity.directory.importing.sheets.sheet import Sheet

_TOTAL = re.compile(
    r"(?:(?:grand|over ?all|column) )?(?:sub ?-? ?)?(?:totals?|count|sum|average|avg|mean)\s*[:=]?", re.IGNORECASE
)
_COUNTED = (
    r"(?:all )?(?:number of )?(?:rows|records|listings|entries|resources|items|(?:unique )?(?:programs?|services?|"
    r"agenc(?:y|ies)|organizations?|providers?|clients?|sites?|locations?|people|households?))"
)
_COUNT = re.compile(
    rf"(?:(?:grand )?(?:sub ?-?)?totals?|count|sum|average)(?: (?:of )?{_COUNTED})?(?: served)?\s*[:=]?\s*[\d,.]*"
    rf"(?: {_COUNTED})?|number of {_COUNTED}\s*[:=]?\s*[\d,.]*|[\d,]+ {_COUNTED}(?: listed| in all| in total)?",
    re.IGNORECASE,
)
_OF_A_GROUP = re.compile(r"\S.{0,200} (?:total|count|average|sum)", re.IGNORECASE)
"""How a spreadsheet names the total of one group: the group's name and the word."""

_NUMBER = re.compile(r"[$\u20ac\u00a3#]?\s?-?[\d,.]+\s?%?")

_LABEL = re.compile(
    r"(?:(?:foot|end)?notes?|n\.? ?b\.?|disclaimer|abbreviations|(?:last )?(?:updated|revised|verified|printed)"
    r"(?: (?:on|by))?|(?:prepared|compiled|maintained|provided) (?:on|by)|as of)",
    re.IGNORECASE,
)
"""What stands in a cell of its own before a note."""

_LABEL_WITH_COLON = re.compile(
    rf"(?:{_LABEL.pattern}|sources?|legend|key|date|page|(?:for )?corrections?|contact|questions|updates?)\s*:",
    re.IGNORECASE,
)
_MARKED_NOTE = re.compile(
    r"[*\u2020\u2021\u00a7\u203b\u00a9]|\(\d\) |(?:last )?(?:updated|revised|verified|printed)\b|page \d|copyright\b|"
    r"(?:prepared|compiled|maintained|provided) by\b|as of \d|all rights\b|end of (?:list|table|file)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"please\b|this (?:list|directory|guide|table|document|information)\b|"
    r"(?:for|to) (?:more|questions|corrections|changes|updates|add|correct|report|update)\b|"
    r"call (?:before|first|ahead|to|us|for|the)\b|see (?:also|below|above|the|page|other)\b",
    re.IGNORECASE,
)
"""How a line of its own begins that tells something about the list, and may begin a name too."""

_OF_NAMES = frozenset({"of", "for", "the", "and", "in", "at", "to", "on", "by", "a", "an", "de", "la", "del", "or"})
"""Words that stand in small letters in a name."""

_WORDS_OF_A_SENTENCE = 5
_WORDS_OF_A_NOTE = 14
_LONGEST_SHOWN = 160
_LEAST_LETTERS = 3
_LEAST_BANNERS = 2


class Asides:
    """The rows of a list that are told instead of taken, and the lines that say what the rows below are about."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, str]) -> None:
        self._columns = columns
        self._by_title = sheet.by_title
        self._banners = self._found_banners(sheet) if "needs" not in columns else {}
        self.topics = list(dict.fromkeys(self._banners.values()))

    def why_not(self, row: RawRow) -> str:
        """Return why a row is neither an organization nor a service, or nothing."""
        texts = self._texts(row)
        service = row.cells.get(self._columns["service"], "")
        if _is_total(texts, service):
            return f"it is a total and no service: {_quoted(texts)}"
        # A service may stand alone below its organization, so that there only a whole sentence is surely a note.
        is_surely_none = (len(texts) == 1 and not service) or self._columns["service"] == self._columns["organization"]
        return f"it is a note and no service: {_quoted(texts)}" if _is_note(texts, is_surely_none) else ""

    def topic(self, at: int) -> str:
        """Return what a row at this place says that the rows below are about, or nothing."""
        return self._banners.get(at, "")

    def _found_banners(self, sheet: Sheet) -> dict[int, str]:
        """Return the lines of one cell that head rows with organizations of their own: merged, or in capitals."""
        found: dict[int, str] = {}
        names = [row.cells.get(self._columns["organization"], "") for row in sheet.rows]
        are_names_loud = sum(map(str.isupper, names)) * 2 > len(names)
        for at, (row, below) in enumerate(zip(sheet.rows, sheet.rows[1:], strict=False)):
            texts = self._texts(row)
            text = texts[0] if len(texts) == 1 else ""
            if not text or self.why_not(row) or not self._is_whole(below):
                continue
            if at in sheet.across or (_is_loud(text) and not are_names_loud):
                found[at] = text
        others = {name for at, name in enumerate(names) if at not in found}
        # Names in capitals may be organizations without services; lines that part a list begin it too.
        are_many = 0 in found and len(set(found.values())) >= _LEAST_BANNERS
        return {at: text for at, text in found.items() if text not in others and (are_many or at in sheet.across)}

    def _texts(self, row: RawRow) -> list[str]:
        return [cell for column, cell in row.cells.items() if cell and column not in self._by_title]

    def _is_whole(self, row: RawRow) -> bool:
        return all(row.cells.get(self._columns[name]) for name in ("organization", "service"))


def _is_loud(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_LETTERS


def _is_total(texts: list[str], service: str) -> bool:
    if _TOTAL.fullmatch(service) and "total" in service.casefold():
        return True
    rest = [text for text in texts if not _NUMBER.fullmatch(text)]
    if len(rest) == len(texts):
        return len(texts) == 1 and bool(_COUNT.fullmatch(texts[0]))
    named = _COUNT.fullmatch(rest[0]) or _TOTAL.fullmatch(rest[0]) or _OF_A_GROUP.fullmatch(rest[0]) if rest else None
    return len(rest) == 1 and bool(named)


def _is_note(texts: list[str], is_alone: bool) -> bool:
    if len(texts) != 1:
        is_label = len(texts) == 2 and bool(_LABEL.fullmatch(texts[0]))  # noqa: PLR2004 - a label and what it is for
        return is_label or bool(texts and _LABEL_WITH_COLON.fullmatch(texts[0]))
    text = texts[0]
    words = text.split()
    small = [word for word in words[1:] if word[0].islower() and word not in _OF_NAMES]
    is_sentence = text.endswith((".", "!", '."', ".)")) and words[-1] in small and len(words) >= _WORDS_OF_A_SENTENCE
    is_footnote = text.startswith("*") and text.endswith(".")
    is_marked = _LABEL_WITH_COLON.match(text) or (
        is_alone and (_MARKED_NOTE.match(text) or (small and _NOTE.match(text)))
    )
    return is_sentence or is_footnote or bool(is_marked) or len(words) >= _WORDS_OF_A_NOTE


def _quoted(texts: list[str]) -> str:
    said = " ".join("; ".join(texts).split())
    return f'"{said[:_LONGEST_SHOWN]}"'
