"""Who a service turns away, compared with a person: certain reasons, and those that only a word of the plan settles."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.model import Exclusions
from hartcity.plan.eligibility import traits
from hartcity.plan.eligibility.ages import GROWN
from hartcity.plan.eligibility.circumstances import Circumstances


_TOLERANCE_PERCENT = 0.5
_AGE_OF_CHILDREN, _YOUTH = 19, 10
INCOME_UNTOLD = "and the plan does not tell the income"
"""How a doubt ends that a word on the income, which stands on a tab of its own, would settle."""


def conflicts(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    """Yield, in plain words, each certain reason why the service would turn this person away."""
    if turned_away.requires_minor_children and person.has_minor_children is False and not person.is_a_child:
        yield "it serves parents with minor children, and the plan tells of a household without"
    if turned_away.single_adults_only and person.has_minor_children:
        yield "it serves adults on their own, and the plan tells of minor children"
    least, most = turned_away.minimum_age, turned_away.maximum_age
    is_young = least is not None and person.oldest is not None and person.oldest < least
    if is_young and (not turned_away.age_waived_by or set(turned_away.age_waived_by) <= person.denied - person.shown):
        yield f"it serves people from {least:g} years on, and the plan tells of somebody younger"
    is_for_the_children = (
        most is not None
        and most <= _AGE_OF_CHILDREN
        and person.has_minor_children is not False
        and "pregnant" not in turned_away.requires
    )
    if most is not None and not is_for_the_children and person.youngest is not None and person.youngest > most:
        yield f"it serves people up to {most:g} years, and the plan tells of somebody older"
    yield from _by_income(person, turned_away)
    if not person.is_a_child:
        yield from _of_the_children(person.children, turned_away)
    yield from _by_groups(person, turned_away)


def _by_income(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    limit = turned_away.income_limit_percent
    income = person.income_percent
    if limit is not None and income is not None and income > limit + _TOLERANCE_PERCENT:
        yield f"it serves up to {limit:g} % of the poverty guideline, and the plan's income is at {income:.0f} %"
    dollars = turned_away.income_limit_dollars
    is_over = dollars is not None and person.income_dollars is not None and person.income_dollars > dollars
    size, told_for = person.household_size, turned_away.income_limit_for
    if dollars is not None and is_over and (told_for is None or (size is not None and size <= told_for)):
        yield f"it serves up to ${dollars:,.0f} a year, and the plan names ${person.income_dollars:,.0f}"


def _by_groups(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    """Yield what speaks against a person of a household's size and of the groups that are let in or left out."""
    smallest = turned_away.smallest_household
    if smallest is not None and person.household_size is not None and person.household_size < smallest:
        yield f"it serves households of {smallest} or more, and the plan tells of {person.household_size}"
    if turned_away.towns and person.town and person.town not in turned_away.towns:
        yield f"it serves people who live in {' or '.join(turned_away.towns)}, and the plan names {person.town}"
    missing, there = person.denied - person.shown, person.shown - person.denied
    for trait in turned_away.requires:
        if trait in missing and not _is_settled(trait, person, turned_away):
            yield f"it serves {traits.says(trait)}, and the plan says otherwise"
    if turned_away.one_of and set(turned_away.one_of) <= missing:
        yield f"it serves {' or '.join(map(traits.says, turned_away.one_of))}, and the plan says otherwise"
    for group in turned_away.excludes:
        if set(group) <= there:
            yield f"it does not serve {' who are '.join(map(traits.says, group))}, and the plan tells of that"


def _of_the_children(ages: tuple[int, ...], turned_away: Exclusions) -> Iterator[str]:
    oldest, youngest = turned_away.oldest_child, turned_away.youngest_child
    if oldest is not None and ages and min(ages) > oldest:
        yield f"it takes children up to {oldest:g} years, and the plan tells of older ones"
    if youngest is not None and ages and max(ages) < youngest:
        yield f"it takes children from {youngest:g} years on, and the plan tells of a younger one"


def _is_settled(trait: str, person: Circumstances, turned_away: Exclusions) -> bool:
    """Whether an age in figures, or a child whom a service for the young may be for, settles what a word says."""
    least = turned_away.minimum_age
    if traits.is_age(trait) and least is not None and person.youngest is not None and person.youngest >= least:
        return True
    has_young = person.has_minor_children and (not person.children or max(person.children) >= _YOUTH)
    return traits.is_youth(trait) and bool(has_young)


def borne_out(person: Circumstances, asked: Exclusions) -> Iterator[bool]:
    """Yield for each thing that a service asks for whether the plan tells that this person has it.

    Nothing is yielded for what tells nothing of one person: to live in Hart City, and to be grown.
    """
    yield from _borne_out_in_numbers(person, asked)
    if asked.requires_minor_children:
        yield person.has_minor_children is True or person.is_a_child
    if asked.single_adults_only:
        yield person.has_minor_children is False
    usual = {"resident"} | ({"grown_up"} if person.is_grown else set())
    yield from (trait in person.shown for trait in asked.requires if trait not in usual)
    if asked.one_of:
        yield bool(set(asked.one_of) & person.shown)
    yield from (bool(set(group) & person.denied) for group in asked.excludes)
    if asked.towns:
        yield person.town in asked.towns


def _borne_out_in_numbers(person: Circumstances, asked: Exclusions) -> Iterator[bool]:
    least, most = asked.minimum_age, asked.maximum_age
    if least is not None and not (least <= GROWN and _is_old_enough(person, least)):
        yield _is_old_enough(person, least) or bool(set(asked.age_waived_by) & person.shown)
    if most is not None:
        yield person.oldest is not None and person.oldest <= most
    incomes = (person.income_percent, person.income_dollars)
    for limit, income in zip((asked.income_limit_percent, asked.income_limit_dollars), incomes, strict=True):
        if limit is not None:
            yield income is not None and income <= limit
    if asked.oldest_child is not None or asked.youngest_child is not None:
        first, last = asked.youngest_child or 0, asked.oldest_child or _AGE_OF_CHILDREN
        yield any(first <= age <= last for age in person.children)
    if asked.smallest_household is not None:
        yield (person.household_size or 0) >= asked.smallest_household


def _is_old_enough(person: Circumstances, least: float) -> bool:
    if person.youngest is None and person.oldest is None:
        return least <= GROWN and person.is_grown
    return person.youngest is not None and person.youngest >= least


def doubts(person: Circumstances, turned_away: Exclusions, *, silent: bool = True) -> Iterator[str]:
    """Yield each reason why the service may turn this person away that only a word of the plan could settle.

    ``silent``: the plan says nothing yet of whom the service is for, so that more may be asked.
    """
    least = turned_away.minimum_age
    not_waived = not set(turned_away.age_waived_by) & (person.shown | person.denied)
    if (
        least is not None
        and turned_away.age_waived_by
        and not_waived
        and person.oldest is not None
        and person.oldest < least
    ):
        others = " or ".join(map(traits.says, turned_away.age_waived_by))
        yield f"it serves people from {least:g} years on, or {others}, and the plan tells of somebody younger"
    if turned_away.requires_minor_children and person.has_minor_children is None and not person.is_a_child:
        yield "it serves parents with minor children, and the plan does not say whether there are any"
    yield from _of_the_income(person, turned_away)
    has_young_child = person.child_comes_first and least is not None and min(person.children, default=least) < least
    if least is not None and has_young_child and least <= _AGE_OF_CHILDREN:
        yield f"it serves people from {least:g} years on, and the need is that of a younger child"
    for trait in turned_away.requires:
        if trait in person.unlikely:
            yield f"it serves {traits.says(trait)}, and the pronouns in the plan may say otherwise"
        if _is_settled(trait, person, turned_away):
            continue
        if traits.may_be_asked(trait, silent=silent) and trait not in person.shown | person.denied | person.likely:
            yield f"it serves {traits.says(trait)}, and the plan does not say that this fits"
    if silent:
        yield from _of_groups(person, turned_away)


def _of_groups(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    """Yield what a plan is silent about of the groups that are let in or left out, of an age and of a household."""
    least, most = turned_away.minimum_age, turned_away.maximum_age
    knows_age = person.youngest is not None or person.oldest is not None
    is_old_enough = least is None or _is_old_enough(person, least)
    if (least is not None or most is not None) and not knows_age and not (most is None and is_old_enough):
        yield "it serves people of a certain age, and the plan does not tell the age"
    if turned_away.towns and not person.town:
        yield f"it serves people who live in {' or '.join(turned_away.towns)}, and the plan names no town"
    if turned_away.one_of and not set(turned_away.one_of) & (person.shown | person.likely):
        groups = " or ".join(map(traits.says, turned_away.one_of))
        yield f"it serves {groups}, and the plan does not say that this fits"
    for group in turned_away.excludes:
        if all(map(traits.may_be_asked, group)) and not set(group) & (person.denied - person.shown):
            left_out = " who are ".join(map(traits.says, group))
            yield f"it does not serve {left_out}, and the plan does not speak of that"
    if turned_away.smallest_household is not None and person.household_size is None:
        yield f"it serves households of {turned_away.smallest_household} or more, and the plan does not tell how many"


def _of_the_income(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    limit = turned_away.income_limit_percent
    if limit is not None and person.income_percent is None:
        yield f"it serves up to {limit:g} % of the poverty guideline, {INCOME_UNTOLD}"
    dollars, income = turned_away.income_limit_dollars, person.income_dollars
    if dollars is not None and income is None:
        yield f"it serves up to ${dollars:,.0f} a year, {INCOME_UNTOLD}"
    size, told_for = person.household_size, turned_away.income_limit_for
    if dollars is None or income is None or told_for is None or size == told_for:
        return
    if size is None or (size > told_for) == (income > dollars):
        yield f"it serves up to ${dollars:,.0f} a year in a household of {told_for}, and another size may be told apart"
