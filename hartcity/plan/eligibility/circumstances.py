"""What a plan says about its service user, as far as it can be compared with whom a service turns away."""

from __future__ import annotations

from dataclasses import dataclass

from hartcity.model import ServicePlan, ServiceUser
from hartcity.plan.eligibility import traits
from hartcity.plan.eligibility.ages import GROWN, are_grown, children_ages, person_ages
from hartcity.plan.eligibility.own_words import about_the_person
from hartcity.plan.eligibility.towns import HOME, lived_in
from hartcity.plan.guideline import guideline_on
from hartcity.plan.setting import Setting


_COUPLE = 2
_OF_THE_GROWN = frozenset({"parent", "partner", "veteran", "older_adult", "homeowner", "renter", "woman", "man"})
"""Traits that nobody under 18 has, as plans go, where nothing tells of somebody young."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Facts about the service user; None where the plan does not say.

    ``youngest`` and ``oldest`` are the ages, in years, that the plan's words leave possible. ``income_percent`` is in
    percent of the poverty guideline in force, ``income_dollars`` in dollars a year. ``shown`` and ``denied`` are the
    traits that the words show, and those that they say the person does not have; ``unlikely`` are those that the
    pronouns speak against, and ``likely`` those that they speak for. ``children`` are the ages, in years, of the
    children under 18 that the plan tells of: of those whom a service is for, where its words give an age.
    ``child_comes_first``: the need that a service answers is a child's. ``town`` is the one that the person lives in;
    empty where the plan names none.
    """

    has_minor_children: bool | None = None
    youngest: int | None = None
    oldest: int | None = None
    income_percent: float | None = None
    income_dollars: float | None = None
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
    def is_grown(self) -> bool:
        """Whether the person is 18 or older, by an age or by what only the grown are."""
        if self.youngest is not None or self.oldest is not None:
            return self.youngest is not None and self.youngest >= GROWN
        return bool(self.shown & _OF_THE_GROWN) and not self.shown & {"young", "minor", "foster_youth"}

    @property
    def is_a_child(self) -> bool:
        """Whether the person who asks for the service is a child."""
        is_young = self.oldest is not None and self.oldest < GROWN
        return is_young and not self.children and "parent" not in self.shown


def circumstances_of(plan: ServicePlan, setting: Setting) -> Circumstances:
    """Read the facts from the household's size and income and from what the plan says in words."""
    user, words = plan.service_user, _words_on_the_person(plan)
    said, elsewhere = traits.shown(words), lived_in(words)
    ages = person_ages(words, is_older="older_adult" in said)
    ruled_out = traits.denied_by_numbers(*ages, user.household_size)
    there = said | traits.shown_by_numbers(ages[0], user.household_size) | traits.shown_by_title(user.alias)
    there -= ruled_out
    absent = traits.denied(words) | traits.denied_by_title(user.alias) | ruled_out
    absent |= {trait for trait, is_so in (("resident", elsewhere), ("minor_children", are_grown(words))) if is_so}
    has_children = _has_minor_children(user, there, absent)
    towns = elsewhere | ({HOME} if "resident" in said else set())
    return Circumstances(
        has_children,
        *ages,
        income_percent=_income_percent(user, setting),
        income_dollars=user.annual_income,
        shown=there | ({"parent"} if has_children else set()),
        denied=absent,
        unlikely=traits.unlikely(user.pronouns),
        likely=traits.likely(user.pronouns),
        children=children_ages(words),
        household_size=user.household_size,
        town="".join(towns) if len(towns) == 1 else "",
    )


def _words_on_the_person(plan: ServicePlan) -> str:
    user = plan.service_user
    return ". ".join(
        (
            *(user.alias, *user.needs, *user.strengths, *user.goals),
            *(f"{one.need}. {one.benefit}. {one.barriers}" for one in plan.services),
            *(clause for one in plan.services for clause in about_the_person(one.eligibility, user.alias)),
        )
    )


def _income_percent(user: ServiceUser, setting: Setting) -> float | None:
    if user.annual_income is None or not user.household_size:
        return None
    return guideline_on(setting.as_of).percent(user.annual_income, user.household_size)


def _has_minor_children(user: ServiceUser, there: frozenset[str], absent: frozenset[str]) -> bool | None:
    is_a_pair = user.household_size == _COUPLE
    if is_a_pair and "partner" in traits.shown(user.alias):
        return False
    if "pregnant" in there:
        return None if user.household_size == 1 else True
    if user.household_size == 1 or "minor_children" in absent:
        return False
    if "minor_children" in there:
        return True
    return False if (is_a_pair and "partner" in there) or "single_adult" in there else None
