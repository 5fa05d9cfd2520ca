"""What a plan says about its service user, as far as it can be compared with whom a service turns away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hartcity.model import ServicePlan
from hartcity.plan.clauses import about_the_person
from hartcity.plan.figures import spelled_in_figures
from hartcity.plan.guideline import guideline_on
from hartcity.plan.setting import Setting
from hartcity.plan.traits import (
    denied,
    denied_by_numbers,
    denied_by_title,
    likely,
    shown,
    shown_by_numbers,
    shown_by_title,
    unlikely,
)
from hartcity.plan.vocabulary import phrases


_CHILD = (
    r"(?!\s*-?\s*(?:son|daughter|child|children|girl|boy|baby|toddler|twins|grand\w+|kids?|car|building|house|home|lease|"
    r"apartment|school|debt)\b)"
)
_AGES = (
    re.compile(
        r"(?<!\bher )(?<!\bhis )(?<!\btheir )\b(\d{2})[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)\b" + _CHILD, re.IGNORECASE
    ),
    re.compile(
        r"\b(?:is|she's|he's|they're|who is|turned|turns|aged?|at)\s+(?:only\s+|just\s+|now\s+)?(\d{2})"
        r"(?=\s*[,.;:)]|\s+(?:and|but|so|in|this|next|years?)\b(?!\s+of\b)|\s+[-\u2013\u2014]|\s*$)",
        re.IGNORECASE,
    ),
)
_AGE_BETWEEN_COMMAS = re.compile(
    r"(?:^|[.;]\s|\b(?:adult|man|woman|learner|client|participant|person|student|mother|father|mom|dad|veteran|worker|"
    r"tenant|resident|graduate|he|she|they),\s)(\d{2}),",
    re.IGNORECASE,
)
_CHILD_AGES = (
    re.compile(
        r"\b(?:sons?|daughters?|child|children|kids?|boys?|girls?|twins?|grand(?:sons?|daughters?|children))\b"
        r"[\s,(]{0,2}(?:(?:is|are|age|ages|aged|both)\s)?(\d{1,2})(?:(?:,| and|, and| &) (\d{1,2}))?"
        r"(?!\d|%|\s*(?:hours|days|weeks))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:her|his|their|my)\s(?:\w{1,20}\s)?(\d{1,2})[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:mother|father|mom|dad|parent|grandmother|grandfather|guardian) (?:of|to) (?:an? |both )?"
        r"(\d{1,2})[- ]?(?:(?:years?|yrs?\.?)[- ]olds?|y/?o)\b(?:(?:,| and|, and| &) (?:an? )?(\d{1,2})[- ]year)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(\d{1,2})[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)[- ]"
        r"(?:sons?|daughters?|child|children|kids?|boys?|girls?|twins?|grand\w+)\b",
        re.IGNORECASE,
    ),
)
_CHILD_FIRST = re.compile(
    r"\s?(?:(?:her|his|their|the|a|my)\s)?(?:\w{1,20}\s)?(?:\d{1,2}[- ]?(?:(?:years?|yrs?\.?)[- ]old|y/?o)\b|"
    r"(?:son|daughter|child|boy|girl|toddler|grandson|granddaughter)\b)",
    re.IGNORECASE,
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
_COUPLE = 2
_GROWN = 18


_LIVES_IN = re.compile(
    r"\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Rr]esiding|[Rr]esident of|home is) (?:in |of )?"
    r"(?P<town>[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+)*)"
)
_WITHIN = re.compile(
    r"\bHart\b|\b(?:Street|St\.?|Avenue|Ave\.?|Road|Lane|Homes?|House|Houses|Apartments?|Shelter|District|Heights|Park|Place|"
    r"Court|Center|Inn|Motel|Hotel|Tower|Towers|Ward|Section|Side|Village|Terrace|Square|Manor|Commons|Downtown|Uptown|"
    r"Gardens|Room|Unit|Building|Hall|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Spanish|English)\b|(?:side|town)\b(?<=Westside|Eastside)|\b(?:North|South|East|West)$"
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Facts about the service user; None where the plan does not say.

    ``youngest`` and ``oldest`` are the ages, in years, that the plan's words leave possible. ``income_percent`` is in
    percent of the poverty guideline in force, ``income_dollars`` in dollars a year. ``youngest_child``, in years, is
    the youngest of the children that the plan tells of: of those whom a service is for, where its words
    give an age. ``shown`` and ``denied`` are
    the traits that the words show, and those that they say the person does not have; ``unlikely`` are those that the
    pronouns speak against, and ``likely`` those that they speak for. ``children`` are the ages, in years, of all
    children under 18 that the plan tells of. ``child_comes_first``: the need that a service answers is a child's.
    ``town`` is the one that the person lives in; empty where the plan names none.
    """

    has_minor_children: bool | None = None
    youngest: int | None = None
    oldest: int | None = None
    income_percent: float | None = None
    income_dollars: float | None = None
    youngest_child: int | None = None
    shown: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    unlikely: frozenset[str] = frozenset()
    child_comes_first: bool = False
    likely: frozenset[str] = frozenset()
    children: tuple[int, ...] = ()
    household_size: int | None = None
    town: str = ""

    @property
    def is_told(self) -> bool:
        """Whether the plan tells anything of the person, so that it can be asked for more."""
        numbers = (self.oldest, self.youngest, self.household_size, self.income_dollars)
        return bool(self.shown or self.denied) or any(one is not None for one in numbers)

    @property
    def is_a_child(self) -> bool:
        """Whether the person who asks for the service is a child."""
        is_young = self.oldest is not None and self.oldest < _GROWN
        return is_young and not self.children and "parent" not in self.shown


def circumstances_of(plan: ServicePlan, setting: Setting) -> Circumstances:
    """Read the facts from the household's size and income and from what the plan says in words."""
    user = plan.service_user
    words = ". ".join(
        (
            *(user.alias, *user.needs, *user.strengths, *user.goals),
            *(f"{one.need}. {one.benefit}. {one.barriers}" for one in plan.services),
            *(clause for one in plan.services for clause in about_the_person(one.eligibility, user.alias)),
        )
    )
    income = (
        guideline_on(setting.as_of).percent(user.annual_income, user.household_size)
        if user.annual_income is not None and user.household_size
        else None
    )
    ages = _ages(spelled_in_figures(words), shown(words))
    absent = denied(words) | denied_by_title(user.alias) | denied_by_numbers(*ages, user.household_size)
    absent |= frozenset({"resident"} if lives_elsewhere(words) else ())
    there = (
        shown(words) | shown_by_numbers(ages[0], user.household_size) | shown_by_title(user.alias)
    ) - denied_by_numbers(*ages, user.household_size)
    absent |= frozenset({"minor_children"} if _are_grown(words) else ())
    is_a_couple = user.household_size == _COUPLE and "partner" in shown(user.alias)
    has_children = False if is_a_couple else _has_minor_children(user.household_size, there, absent)
    return Circumstances(
        has_children,
        *ages,
        income,
        user.annual_income,
        youngest_child(words),
        shown=there | (frozenset({"parent"}) if has_children else frozenset()),
        denied=absent,
        unlikely=unlikely(user.pronouns),
        likely=likely(user.pronouns),
        children=children_ages(words),
        household_size=user.household_size,
        town=town_of(words),
    )


def opens_with_a_child(need: str) -> bool:
    """Whether a need is a child's by its first words ("Her 9-year-old has nightmares.")."""
    return bool(_CHILD_FIRST.match(need))


def youngest_child(words: str) -> int | None:
    """Return the lowest age, in years, that the words give a child under 18; None where they give none."""
    return min(children_ages(words), default=None)


def children_ages(words: str) -> tuple[int, ...]:
    """Return the ages, in years, that the words give children under 18, from the lowest."""
    return tuple(sorted({age for age in _ages_of_children(words) if age < _GROWN}))


def _ages_of_children(words: str) -> list[int]:
    figures = spelled_in_figures(words)
    return [int(age) for form in _CHILD_AGES for found in form.finditer(figures) for age in found.groups() if age]


def _are_grown(words: str) -> bool:
    """Whether all children that the words tell of are grown, by their ages."""
    ages = _ages_of_children(words)
    return bool(ages) and min(ages) >= _GROWN and not phrases("eligibility", "small_children").search(words)


def lives_elsewhere(words: str) -> bool:
    """Whether the words say that somebody lives in another town; a street, a building or a part of town is none."""
    return any(not _WITHIN.search(found.group("town")) for found in _LIVES_IN.finditer(words))


def town_of(words: str) -> str:
    """Return the one town that the words say somebody lives in; empty where they name none or several."""
    named = {
        found.group("town").rstrip(".'\u2019")
        for found in _LIVES_IN.finditer(words)
        if not _WITHIN.search(found.group("town"))
    }
    named |= {"Hart City"} if "resident" in shown(words) else set()
    return named.pop() if len(named) == 1 else ""


def _has_minor_children(household_size: int | None, there: frozenset[str], absent: frozenset[str]) -> bool | None:
    if "pregnant" in there:
        return None if household_size == 1 else True
    if household_size == 1 or "minor_children" in absent:
        return False
    if "minor_children" in there:
        return True
    is_a_couple = household_size == _COUPLE and "partner" in there
    return False if is_a_couple or "single_adult" in there else None


def _ages(words: str, there: frozenset[str]) -> tuple[int | None, int | None]:
    said = {int(found.group(1)) for form in (*_AGES, _AGE_BETWEEN_COMMAS) for found in form.finditer(words)}
    if len(said) == 1:
        age = said.pop()
        return age, age
    if decade := _DECADE.search(words):
        first = 20 + 10 * _DECADES.index(decade.group(1).casefold())
        return first, first + 9
    if _TEEN.search(words):
        return _TEEN_AGES
    return (_OLDER_FROM, None) if "older_adult" in there else (None, None)
