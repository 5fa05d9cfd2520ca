"""The federal poverty guidelines: dated data, and where a household stands against them.

Everything here is a screening estimate; the agency decides.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hartcity.plan.vocabulary import table


PERCENT = 100
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Guideline:
    """One year's guideline for one place, in US dollars a year.

    ``first_person`` is the amount for a household of one; ``each_more`` is added for each further person.
    """

    year: int
    place: str
    first_person: float
    each_more: float
    effective: dt.date | None = None
    source: str = ""

    def amount(self, household_size: int) -> float:
        """Return the guideline in dollars a year; raises ValueError for a household of nobody."""
        if household_size < 1:
            raise ValueError("a household has at least one person")
        return self.first_person + (household_size - 1) * self.each_more

    def percent(self, annual_income: float, household_size: int) -> float:
        """Return an income in percent of the guideline."""
        return annual_income / self.amount(household_size) * PERCENT

    def limit(self, percent: float, household_size: int) -> float:
        """Return the income, in dollars a year, that stands at ``percent`` of the guideline."""
        return self.amount(household_size) * percent / PERCENT


@dataclass(frozen=True, slots=True)
class Band:
    """Programs that commonly end at ``percent`` of the guideline, and where that is said."""

    percent: float
    programs: tuple[str, ...]
    source: str


@cache
def guidelines() -> tuple[Guideline, ...]:
    """Return all guidelines that there are files for, the newest first."""
    folder = files("hartcity.plan").joinpath("guidelines")
    tables = [tomllib.loads(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(sorted((Guideline(**one) for one in tables), key=lambda one: (-one.year, one.place)))


def guideline_on(day: dt.date) -> Guideline:
    """Return the guideline in force on a day; before the first one that is known, that first one."""
    known = guidelines()
    return next((one for one in known if one.effective and one.effective <= day), known[-1])


def bands() -> tuple[Band, ...]:
    """Return the bands that programs commonly use, lowest first."""
    listed = table("programs")["bands"]
    return tuple(Band(one["percent"], tuple(one["programs"]), one["source"]) for one in listed)
