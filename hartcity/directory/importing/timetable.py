"""Times of day and weekdays, however people and programs write them, as the standard does."""

from __future__ import annotations

import re


_TIME = re.compile(
    r"(?:\d{4}-\d\d-\d\d[T ]|T)?"
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?|(?P<bare>h))?"
    r"\s*(?P<half>[ap]\.?\s?m?\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?",
    re.ASCII | re.IGNORECASE,
)
_NAMED = re.compile(r"(?:12\s*)?(noon|midday|midnight)", re.IGNORECASE)
_NAMED_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_FRACTION = re.compile(r"0?\.\d{2,}|0\.5", re.ASCII)
"""A time as a spreadsheet keeps it: the part of the day that is over."""

_HALF_DAY, _DAY, _MINUTES = 12, 24, 1440

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINAL = re.compile(r"([+-]?\d{1,2})(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)
_NAMES: dict[str, int] = {
    name: at
    for at, names in enumerate(
        (
            "m mo mon monday lunes lun lundi montag",
            "tu tue tues tuesday t martes mardi dienstag",
            "w we wed weds wednesday mi\u00e9rcoles miercoles mercredi mittwoch",
            "th thu thur thurs thursday r jueves jeudi donnerstag",
            "f fr fri friday viernes vendredi freitag",
            "sa sat saturday s\u00e1bado sabado samedi samstag",
            "su sun sunday domingo dom dimanche sonntag",
        )
    )
    for name in names.split()
}
_GROUPS = {
    "daily": range(7),
    "everyday": range(7),
    "every day": range(7),
    "all days": range(7),
    "all week": range(7),
    "7 days a week": range(7),
    "seven days a week": range(7),
    "weekdays": range(5),
    "weekday": range(5),
    "every weekday": range(5),
    "weekends": range(5, 7),
    "weekend": range(5, 7),
}
_RUN_TOGETHER = re.compile(r"(?:Th|Tu|Sa|Su|[MTWRF]){2,7}")
_ONE_OF_RUN = re.compile("Th|Tu|Sa|Su|[MTWRF]")
_FROM_TO = re.compile(r" ?(?:[-\u2013\u2014]|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\ba\b|\bbis\b) ?")
_AND = re.compile(r" ?(?:[,;/&+]|\band\b|\by\b|\bet\b|\bund\b) ?")


def time_of_day(text: str) -> tuple[str, str]:
    """Return a time of day as ``17:30``, or why it is none."""
    told = _NAMED.fullmatch(text)
    if told:
        return _NAMED_TIMES[told[1].casefold()], ""
    if _FRACTION.fullmatch(text):
        minutes = round(float(text) * _MINUTES)
        return f"{minutes // 60:02}:{minutes % 60:02}", ""
    found = _TIME.fullmatch(text)
    hour = int(found["hour"]) if found else 0
    half = found["half"] if found else None
    is_clock = found is not None and any((found["minute"], found["bare"], half))
    if not is_clock or hour > (_HALF_DAY if half else _DAY) or found is None:
        return "", "is not a time such as 17:30"
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half[0] in "pP" else 0)
    return f"{hour:02}:{found['minute'] or '00'}", ""


def weekdays(text: str) -> tuple[str, str]:
    """Return weekdays as ``MO,TU`` or, on some days of a month only, ``2MO``; other words stay as they stand.

    They may be names, short or long, groups such as ``weekdays``, ranges, or numbers with Monday as 1.
    """
    plain = " ".join(text.replace(".", " ").split())
    if plain.casefold() in _GROUPS:
        return ",".join(_WEEKDAYS[at] for at in _GROUPS[plain.casefold()]), ""
    days: list[str] = []
    parts = _AND.split(plain.casefold().strip(" ,;/"))
    if len(parts) == 1 and not _FROM_TO.search(plain) and not _known(plain):
        parts = plain.split() if all(map(_known, plain.split())) else _run_together(plain)
    for part in parts:
        found = _some(part)
        if not found:
            return text, ""
        days += found
    return ",".join(dict.fromkeys(days)), ""


def _some(part: str) -> list[str]:
    """Return the days that one part names: a day, or from one to another."""
    ordinal = _ORDINAL.fullmatch(part)
    if ordinal:
        return [f"{ordinal[1].lstrip('+')}{ordinal[2].upper()}"]
    ends = [_known(end) for end in _FROM_TO.split(part)]
    if not all(ends) or len(ends) > 2:  # noqa: PLR2004 - from and to
        return []
    first, last = _WEEKDAYS.index(ends[0]), _WEEKDAYS.index(ends[-1])
    return [_WEEKDAYS[at % 7] for at in range(first, last + 1 if last >= first else last + 8)]


def _known(word: str) -> str:
    """Return the weekday that a word names or a number counts, or nothing."""
    name = word.casefold().strip()
    if name.isascii() and name.isdecimal() and int(name) <= len(_WEEKDAYS):
        return _WEEKDAYS[int(name) - 1]
    at = _NAMES.get(name, _NAMES.get(name.removesuffix("s")))
    return "" if at is None else _WEEKDAYS[at]


def _run_together(text: str) -> list[str]:
    return [part.casefold() for part in _ONE_OF_RUN.findall(text)] if _RUN_TOGETHER.fullmatch(text) else [text]
