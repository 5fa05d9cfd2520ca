"""Whether two times in words may be the same: day, hour, and morning or afternoon, as far as both tell them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.text.kept import SENTENCES, kept
from hartcity.text.times import moments


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\s*(\d{{1,2}})\b(?!:)", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?:\d{4}-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})(?:/\d{2,4})?)\b")
_NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\b", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2}):(\d{2})\b|\b(?:at|or)\s(\d{1,2})\b|\b(\d{1,2})\so'clock", re.IGNORECASE)
_NOON = re.compile(r"\b(?:noon|midday)\b", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:to|until|till|through|between|after|before|from|by|around|any\s?time)\b"
    r"|\d\s?(?:[ap]\.?m\.?)?\s?[-\u2013]\s?\d{1,2}(?::|\s?[ap]\.?m)",
    re.IGNORECASE,
)
"""What opens a span of hours, within which any one may be meant."""

_NOON_HOUR, _HOURS_OF_HALF = 12, 12


@dataclass(frozen=True, slots=True)
class Told:
    """What a time in words tells; None where it is silent. ``half`` is "a" or "p"."""

    weekday: str | None
    date: tuple[int, int] | None
    clock: tuple[int, int] | None
    half: str | None


@kept(SENTENCES)
def told(time: str) -> Told:
    """Read one time in words ("Thursday, June 18, at 10 a.m.")."""
    weekday = _WEEKDAY.search(time)
    clock, half = (None, None) if _WIDE.search(time) else _clock(time)
    return Told(weekday[1].casefold() if weekday else None, _date(_NTH.sub("", time)), clock, half)


def times_in(line: str) -> tuple[Told, ...]:
    """Return the times that a line of words names; hours that only open a span ("after 2") are left open."""
    if _WIDE.search(line):
        return tuple(Told(each.weekday, each.date, None, None) for each in _each(line))
    return _each(line)


def may_be_same(one: Told, other: Told) -> bool:
    """Whether nothing that both times tell differs."""
    pairs = ((one.weekday, other.weekday), (one.date, other.date), (one.clock, other.clock), (one.half, other.half))
    return all(first is None or second is None or first == second for first, second in pairs)


def _each(line: str) -> tuple[Told, ...]:
    return tuple(told(moment.span.of(line)) for moment in moments(line))


def _date(time: str) -> tuple[int, int] | None:
    if found := _MONTH_FIRST.search(time):
        return _MONTHS.index(found[1].casefold()) + 1, int(found[2])
    if found := _DAY_FIRST.search(time):
        return _MONTHS.index(found[2].casefold()) + 1, int(found[1])
    found = _FIGURES.search(time)
    return (int(found[1] or found[3]), int(found[2] or found[4])) if found else None


def _clock(time: str) -> tuple[tuple[int, int] | None, str | None]:
    """Return hour and minute on a clock of twelve, and the half of the day where it is told."""
    if _NOON.search(time):
        return (0, 0), "p"
    if found := _HALF.search(time):
        return (int(found[1]) % _HOURS_OF_HALF, int(found[2] or 0)), found[3].casefold()
    found = _HOUR.search(time)
    if found is None:
        return None, None
    hour = int(found[1] or found[3] or found[4])
    half = "p" if hour > _NOON_HOUR else None
    return (hour % _HOURS_OF_HALF, int(found[2] or 0)), half
