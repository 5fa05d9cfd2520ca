"""When a service is open, from a schedule as calendars write it to the words that people use."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable

    from hartcity.directory.rows import Row

_ONE_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
"""A weekday as iCalendar writes it (RFC 5545, 3.3.10): ``MO`` each Monday, ``2MO`` the second, ``-1MO`` the last."""

_DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
_HOURS_ON_A_CLOCK = 12
_TO = "\N{EN DASH}"
_RANGE_FROM = 3
_MIDNIGHT, _DAYS_END = "00:00", {"23:59", "24:00", "00:00"}
_ORDINALS = {"1": "1st", "2": "2nd", "3": "3rd", "-1": "last", "-2": "second to last"}
_EVERY_OTHER = "2"
_SAID_BESIDE_DAYS = ("opens_at", "closes_at", "description", "bymonthday", "freq", "interval")
_LONGEST_HOLIDAY = 31
"""Days of the longest time that is told with its dates; what is valid longer is how it ordinarily is."""


def hours(row: Row) -> str:
    """Return when a row of ``schedule`` says that it is open, or nothing."""
    opens, closes = _clock(row.get("opens_at", "")), _clock(row.get("closes_at", ""))
    times = f"{opens}{_TO}{closes}" if opens and closes else opens or (f"until {closes}" if closes else "")
    if row.get("opens_at", "") == _MIDNIGHT and row.get("closes_at", "") in _DAYS_END:
        times = "around the clock"
    said = row.get("description", "")
    regular = " ".join(filter(None, (_weekdays(row), _days_of_month(row), times)))
    known = " ".join(filter(None, (_dates(row), f"{regular} ({said})" if regular and said else regular or said)))
    return f"{known}, every other week" if known and _is_every_other_week(row) else known


def joined(rows: Iterable[Row]) -> list[Row]:
    """Return rows of ``schedule``, those that say the same of several weekdays as one."""
    alike: dict[tuple[str, ...], Row] = {}
    for row in rows:
        days = row.get("byday", "")
        same = (_dates(row), *(row.get(column, "") for column in _SAID_BESIDE_DAYS))
        is_week = all(_ONE_DAY.fullmatch(part.strip()) for part in days.split(","))
        key = same if is_week else (*same, str(len(alike)))
        alike[key] = {**row, "byday": f"{alike[key]['byday']},{days}"} if key in alike else row
    return list(alike.values())


def _is_every_other_week(row: Row) -> bool:
    return row.get("interval", "") == _EVERY_OTHER and row.get("freq", "") == "WEEKLY"


def _dates(row: Row) -> str:
    """Return the dates of a holiday or another short time, which are not how it ordinarily is."""
    try:
        first, last = date.fromisoformat(row.get("valid_from", "")), date.fromisoformat(row.get("valid_to", ""))
    except ValueError:
        return ""
    if (last - first).days > _LONGEST_HOLIDAY:
        return ""
    shown = [f"{day:%B} {day.day}, {day.year}" for day in dict.fromkeys((first, last))]
    return " to ".join(shown) + ":"


def _days_of_month(row: Row) -> str:
    days = row.get("bymonthday", "").strip()
    return f"on day {days} of the month" if days else ""


def _weekdays(row: Row) -> str:
    """Return weekdays as people write them; what is no weekday stays as it stands."""
    text = row.get("byday", "").strip()
    parts = [_ONE_DAY.fullmatch(part.strip()) for part in text.split(",")]
    found = [(part[1], part[2]) for part in parts if part]
    if len(found) < len(parts):
        return text
    if not any(which for which, _ in found):
        return _day_range([day for _, day in found])
    return ", ".join(" ".join(filter(None, (_ordinal(which), _DAYS[day]))) for which, day in found)


def _ordinal(which: str | None) -> str:
    bare = (which or "").lstrip("+")
    return _ORDINALS.get(bare, f"{bare}th" if bare else "")


def _day_range(days: list[str]) -> str:
    order = list(_DAYS)
    places = sorted({order.index(day) for day in days})
    if len(places) == len(order):
        return "Every day"
    if len(places) >= _RANGE_FROM and all(after - before == 1 for before, after in pairwise(places)):
        return f"{_DAYS[order[places[0]]]}{_TO}{_DAYS[order[places[-1]]]}"
    return ", ".join(_DAYS[order[place]] for place in places)


def _clock(text: str) -> str:
    """Return ``17:30`` as ``5:30 p.m.``; anything that is no time of day comes back as it is."""
    hour, _, rest = text.partition(":")
    if not (hour.isdigit() and rest[:2].isdigit()):
        return text
    half = "a.m." if int(hour) % 24 < _HOURS_ON_A_CLOCK else "p.m."
    minutes = "" if rest[:2] == "00" else f":{rest[:2]}"
    return f"{int(hour) % _HOURS_ON_A_CLOCK or _HOURS_ON_A_CLOCK}{minutes} {half}"
