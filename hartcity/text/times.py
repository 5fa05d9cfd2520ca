"""Days and times that a calendar can hold, and how a meeting would fit into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hartcity.model import Span
from hartcity.text.kept import SENTENCES, kept


_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b\.?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"{_MONTH}\.?\s{{1,3}}{_NTH}|{_NTH}\s(?:of\s)?{_MONTH}"
_DAY = re.compile(
    rf"\b(?:(?P<weekday>{_WEEKDAY})(?:\s?,?\s{{1,3}}(?:the\s)?(?:{_DATE}|\d{{1,2}}(?:st|nd|rd|th)\b|\(?\d{{1,2}}/\d{{1,2}}\)?))?"
    rf"|(?P<date>(?:{_DATE})\b|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\d{{4}}-\d{{2}}-\d{{2}}\b)"
    r"|(?P<near>today|tonight|tomorrow|tmrw)\b)",
    re.IGNORECASE,
)
_SECOND_DAY = re.compile(r"\s(?:or|and)\s(?:the\s|on\s)?(?P<day>\d{1,2}(?:st|nd|rd|th)?)(?![\w:%/-]|\s?[ap]\.?m\b)")
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half past \w{3,6})"
_UNITS = r"(?:%|weeks|days|months|years|hours|minutes|children|kids|st\b|nd\b|rd\b|th\b|/|-)"
_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?::\d{2})?\s?(?:[ap]\.?\s?m\b\.?|o'clock)|\d{1,2}:\d{2}\b|noon\b|midday\b"
    rf"|(?:at|around|after|before|between|from|by|until|till|about)\s{_HOUR}\b(?!:\d|\s?[ap]\.?m|\s?{_UNITS})"
    r"|or\s\d{1,2}(?::\d{2})?(?=\s?(?:[?.,;]|$))|(?:mid)?-?(?:morning|afternoon|evening|lunchtime)s?\b)",
    re.IGNORECASE,
)
_SHORT_MONTHS = frozenset({"may", "mar", "sat", "sun", "wed", "mon", "fri", "dec", "jan"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in the draft. ``day`` and ``clock`` say which of the two it names; a date is a day.

    ``pressing``: a bare 'today' or 'tomorrow'.
    """

    span: Span
    day: bool
    clock: bool
    pressing: bool = False


def moments(plain: str, start: int = 0) -> tuple[Moment, ...]:
    """Return the times in a sentence that begins at ``start``, in order."""
    return tuple(replace(moment, span=moment.span.shifted(start)) for moment in _moments(plain))


@kept(SENTENCES)
def _moments(plain: str) -> tuple[Moment, ...]:
    """Return the times in a sentence, wherever it stands.

    A day takes the first hour that follows it before the next day; further hours of one day are moments of their own.
    """
    days = list(_days(plain))
    clocks = [
        found
        for found in _CLOCK.finditer(plain)
        if not any(found.start() < day.end and day.start < found.end() for day, _ in days)
    ]
    found: list[Moment] = []
    for at, (day, is_near) in enumerate(days):
        stop = days[at + 1][0].start if at + 1 < len(days) else len(plain)
        own = [clock for clock in clocks if day.end <= clock.start() < stop]
        end = own[0].end() if own else day.end
        found.append(
            Moment(
                Span(day.start, end),
                day=True,
                clock=bool(own),
                pressing=is_near and not own,
            )
        )
        for earlier, clock in pairwise(own):
            between = plain[earlier.end() : clock.start()].lower().split()
            if between[:1] == ["or"] or between[-1:] == ["or"]:
                found.append(Moment(Span(*clock.span()), day=False, clock=True))
    first_day = days[0][0].start if days else len(plain)
    found.extend(Moment(Span(*clock.span()), day=False, clock=True) for clock in clocks if clock.end() <= first_day)
    return tuple(sorted(found, key=lambda moment: moment.span))


def _days(plain: str) -> Iterator[tuple[Span, bool]]:
    """Yield each day, and whether it is a near one by name; a month's second day ('May 4 or 6') is one of its own."""
    for found in _DAY.finditer(plain):
        if not _is_day(found):
            continue
        yield Span(*found.span()), found["near"] is not None
        second = _SECOND_DAY.match(plain, found.end()) if found["date"] else None
        if second is not None:
            yield Span(*second.span("day")), False


def _is_day(found: re.Match[str]) -> bool:
    """Leave out short names that are other words ('may', 'sat', 'sun') unless a number or capital helps."""
    words = found[0].strip(".,").split()
    return len(words) > 1 or words[0].lower() not in _SHORT_MONTHS or words[0][:1].isupper()
