"""What a plan says about its service user, as far as it can be compared with whom a service turns away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.model import ServicePlan
from hartcity.plan.guideline import guideline_on
from hartcity.plan.setting import Setting
from hartcity.plan.vocabulary import pattern, table


_CHILD = (
    r"(?!\s*-?\s*(?:son|daughter|child|children|girl|boy|baby|toddler|twins|grand\w+|kids?|car|building|house|home|lease|"
    r"apartment|school|debt)\b)"
)
_AGES = (
    re.compile(r"\b(\d{2})[- ]years?[- ]old\b" + _CHILD, re.IGNORECASE),
    re.compile(r"\b(?:is|she's|he's|who is|turned|turns|aged?|at)\s+(\d{2})(?=\s*[,.;)]|\s+and\b|\s*$)", re.IGNORECASE),
)
_DECADE = re.compile(
    r"\bin (?:his|her|their) (?:early |mid-?|late )?"
    r"(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_TEEN = re.compile(
    r"\b(?:is a |a |the )?(?:teenager|teen|minor)\b(?!\s+(?:child|children|daughter|son|boy|girl))", re.IGNORECASE
)
_TEEN_AGES = (13, 19)
_OLDER_FROM = 60


@dataclass(frozen=True, slots=True)
class Person:
    """Facts about the service user; None where the plan does not say.

    ``youngest`` and ``oldest`` are the ages, in years, that the plan's words leave possible. ``income_percent`` is in
    percent of the poverty guideline in force.
    """

    has_minor_children: bool | None = None
    youngest: int | None = None
    oldest: int | None = None
    income_percent: float | None = None


def person_of(plan: ServicePlan, setting: Setting) -> Person:
    """Read the facts from the household's size and income and from what the plan says in words."""
    user = plan.service_user
    words = ". ".join(
        (
            *(user.alias, *user.needs, *user.strengths, *user.goals),
            *(f"{one.need}. {one.benefit}. {one.barriers}" for one in plan.services),
        )
    )
    income = (
        guideline_on(setting.as_of).percent(user.annual_income, user.household_size)
        if user.annual_income is not None and user.household_size
        else None
    )
    return Person(_has_minor_children(user.household_size, words), *_ages(words), income)


def _has_minor_children(household_size: int | None, words: str) -> bool | None:
    if _shows("pregnant", words) and not _denies("pregnant", words):
        return None if household_size == 1 else True
    if household_size == 1 or _denies("minor_children", words):
        return False
    if _shows("minor_children", words):
        return True
    return False if _shows("single_adult", words) else None


def _ages(words: str) -> tuple[int | None, int | None]:
    said = {int(found.group(1)) for form in _AGES for found in form.finditer(words)}
    if len(said) == 1:
        age = said.pop()
        return age, age
    if decade := _DECADE.search(words):
        first = 20 + 10 * _DECADES.index(decade.group(1).casefold())
        return first, first + 9
    if _TEEN.search(words):
        return _TEEN_AGES
    return (_OLDER_FROM, None) if _shows("older_adult", words) else (None, None)


def _shows(trait: str, words: str) -> bool:
    return bool(pattern(tuple(table("person")["traits"][trait]["shows"])).search(words))


def _denies(trait: str, words: str) -> bool:
    denials = table("person")["traits"][trait]["denies"]
    return bool(pattern(tuple(denials)).search(words))
