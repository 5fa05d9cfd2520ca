"""Cells as the standard writes them: values of its lists, numbers, dates, times of day and weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from hartcity.directory.importing.statuses import status_of
from hartcity.directory.importing.timetable import time_of_day, weekdays
from hartcity.directory.rows import number


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.directory.tables import Table

Format: TypeAlias = Callable[[str], tuple[str, str]]
"""Gives a cell as the standard writes it, and why it cannot be used, of which one is empty."""

_WRITTEN_NUMBER = re.compile(
    r"[$\u20ac\u00a3]?\s?(\d[\d,]{0,12}(?:\.\d{1,6})?)\s?"
    r"(?:\+|%|usd|dollars?|years?(?: old)?|yrs?\.?|y/?o|(?:and|&) (?:over|up|older|above|under|younger)|"
    r"or (?:older|over))?",
    re.ASCII | re.IGNORECASE,
)
_DATE_LENGTH = len("2026-01-31")


def format_of(table: Table, column: str) -> Format | None:
    """Return the format that a table asks of a column; None for free text."""
    if column in table.allowed:
        return _one_of(table.allowed[column], status_of if column == "status" else None)
    if column == "byday":
        return weekdays
    formats = ((table.numbers, _number), (table.dates, _date), (table.times, time_of_day))
    return next((brought_up for columns, brought_up in formats if column in columns), None)


def _one_of(allowed: Sequence[str], in_plain_words: Callable[[str], str] | None) -> Format:
    """Return what finds the only values that a cell may hold, in other letters or in plain words."""
    same = {value.casefold(): value for value in allowed}
    reason = f"is none of {', '.join(allowed)}"

    def listed(text: str) -> tuple[str, str]:
        value = same.get(" ".join(re.split(r"[\s_-]+", text.casefold())), "")
        value = value or (in_plain_words(text) if in_plain_words else "")
        return value, "" if value else reason

    return listed


def _number(text: str) -> tuple[str, str]:
    """Return a number without the words and signs that people write around one: ``18+``, ``$1,200``, ``65 years``."""
    if number(text) is not None:
        return text, ""
    found = _WRITTEN_NUMBER.fullmatch(text.strip())
    return (found[1].replace(",", ""), "") if found else ("", "is not a number")


def _date(text: str) -> tuple[str, str]:
    day = text[:_DATE_LENGTH] if text[_DATE_LENGTH : _DATE_LENGTH + 1] in {"T", " "} else text
    return (day, "") if _is_date(day) else ("", "is not a date such as 2026-01-31")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
