"""Who a service turns away: read from plain words, and compared with a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Exclusions
from hartcity.plan import traits
from hartcity.plan.bounds import AgeBound, age_bounds, income_dollars, income_percent
from hartcity.plan.circumstances import Circumstances


_TOLERANCE_PERCENT = 0.5
_AGE_OF_CHILDREN, _GROWN = 19, 18

_FAMILIES = re.compile(
    r"\b(?:parents?|guardians?|famil(?:y|ies)|caregivers?|mothers?|fathers?)\b[^.;]{0,40}\bwith\b[^.;]{0,24}"
    r"\b(?:children|child|kids)\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:anyone|anybody|everyone|everybody|all residents|single|couples|or without|individuals)\b", re.IGNORECASE
)
_CHILDLESS = re.compile(
    r"\bsingle (?:adults?|people|persons?|men|women|individuals?)\b|\b(?:adults?|couples?|people|households?) without "
    r"(?:minor )?(?:children|kids)\b",
    re.IGNORECASE,
)
_WITH_CHILDREN = re.compile(
    r"(?:anyone|anybody|people|adults?|parents?|households?|families) with (?:minor |young )?(?:children|kids)|"
    r"families|(?:minor )?children|parents",
    re.IGNORECASE,
)
_SINGLE_ADULTS = re.compile(
    r"\bsingle adults?\b|\b(?:adults?|people|persons?|men|women) without (?:minor )?(?:children|kids|dependents)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?<!no one )(?<!nobody )(?<!none )\b(?:not (?:for|open to)\b(?! profit)|except(?:ing)?(?: for)?\b|excluding\b|"
    r"(?:cannot|can['\u2019]t|do(?:es)? not|do(?:es)?n['\u2019]t|will not|won['\u2019]t) "
    r"(?:serve|take|accept|admit|house|see)\b)(?P<whom>[^.;:]*)|"
    r"(?:^|(?<=[.;,]))(?P<sent>[^.;,]*?) (?:is|are) (?:referred|sent|directed|helped|housed|served) elsewhere\b",
    re.IGNORECASE,
)
"""Whom a description of who is served names as left out ("not for minors", "single adults are referred elsewhere")."""

_MINORS = re.compile(r"\bminors\b(?! with)", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\bor\b|\bthose who care\b", re.IGNORECASE)
_ONE_KIND = re.compile(
    r"(\bparents?)(?:,| or)(?: legal)? (?:guardians?|caregivers?|kin caregivers?)\b(?: or kin\b)?|(\bmen) or boys\b|"
    r"(\bwomen) or girls\b",
    re.IGNORECASE,
)
_A_BOUND_OR = re.compile(
    r"\b(?:and|or) (?=(?:older|over|above|up|upwards?|more|beyond|below|under|younger|less|lower|beneath|lesser)\b)|"
    r"(?<=\bat )or (?=below\b|under\b)|\bor (?=below|under)",
    re.IGNORECASE,
)

_WAIVES_AN_AGE = frozenset({"disability", "veteran"})


def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others turns nobody away, but an age with a trait beside it ("60 or older, or
    with a disability") does turn away somebody who is younger and does not have the trait.
    """
    left_out = (found.group("whom") or found.group("sent") for found in _OTHERS.finditer(served))
    not_served, served = "; ".join((not_served, *filter(None, left_out))), _OTHERS.sub(" ", served)
    plain = _ONE_KIND.sub(r"\1\2\3", served)
    is_narrow = not _ANYBODY.search(served)
    is_one_of_several = bool(_ALTERNATIVE.search(_A_BOUND_OR.sub("", plain)))
    required = traits.asked_for(served)
    waived_by = tuple(trait for trait in required if trait in _WAIVES_AN_AGE) if is_one_of_several else ()
    bounds = age_bounds(served)
    own = [one for one in bounds if one.whose == "person"]
    others = [one for one in age_bounds(not_served, turned_away=True) if one.whose == "person"]
    others += [AgeBound(_GROWN, None, "person")] if _MINORS.search(not_served) else []
    children = [one for one in bounds if one.whose == "child"] if is_narrow and not is_one_of_several else []
    return Exclusions(
        requires_minor_children=bool(_CHILDLESS.search(not_served))
        or (is_narrow and bool(_FAMILIES.search(served) or children)),
        single_adults_only=any(_WITH_CHILDREN.fullmatch(group.strip()) for group in re.split(r"[;,.]", not_served))
        or (
            bool(_SINGLE_ADULTS.search(served))
            and not re.search(r"\b(?:famil|children\b(?<!without children))", served)
        ),
        income_limit_percent=None if is_one_of_several else income_percent(served),
        minimum_age=_least(own, others) if waived_by or not is_one_of_several else None,
        maximum_age=None if is_one_of_several else _greatest(own, others),
        income_limit_dollars=None if is_one_of_several else income_dollars(served),
        oldest_child=max((one.last for one in children if one.last is not None), default=None),
        youngest_child=min((one.first for one in children if one.first), default=None),
        requires=tuple(trait for trait in required if not (is_one_of_several and traits.is_group(trait))),
        age_waived_by=waived_by,
    )


def _least(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    """Return the lowest age that is let in: of several ways in the widest, and none of those that are turned away."""
    told = [one.first for one in own if one.first is not None]
    left = [one.first for one in others if one.first is not None]
    return max([*([min(told)] if told else []), *left], default=None)


def _greatest(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    told = [one.last for one in own if one.last is not None]
    left = [one.last for one in others if one.last is not None]
    return min([*([max(told)] if told else []), *left], default=None)


def conflicts(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    """Yield, in plain words, each certain reason why the service would turn this person away."""
    if turned_away.requires_minor_children and person.has_minor_children is False:
        yield "it serves parents with minor children, and the plan tells of a household without"
    if turned_away.single_adults_only and person.has_minor_children:
        yield "it serves adults on their own, and the plan tells of minor children"
    least, most, limit = turned_away.minimum_age, turned_away.maximum_age, turned_away.income_limit_percent
    is_young = least is not None and person.oldest is not None and person.oldest < least
    if is_young and (not turned_away.age_waived_by or set(turned_away.age_waived_by) <= person.denied - person.shown):
        yield f"it serves people from {least:g} years on, and the plan tells of somebody younger"
    is_for_the_children = most is not None and most <= _AGE_OF_CHILDREN and person.has_minor_children is not False
    if most is not None and not is_for_the_children and person.youngest is not None and person.youngest > most:
        yield f"it serves people up to {most:g} years, and the plan tells of somebody older"
    income = person.income_percent
    if limit is not None and income is not None and income > limit + _TOLERANCE_PERCENT:
        yield f"it serves up to {limit:g} % of the poverty guideline, and the plan's income is at {income:.0f} %"
    dollars = turned_away.income_limit_dollars
    if dollars is not None and person.income_dollars is not None and person.income_dollars > dollars:
        yield f"it serves up to ${dollars:,.0f} a year, and the plan names ${person.income_dollars:,.0f}"
    yield from _of_the_children(person.youngest_child, turned_away)
    for trait in turned_away.requires:
        if trait in person.denied - person.shown:
            yield f"it serves {traits.says(trait)}, and the plan says otherwise"


def _of_the_children(youngest: int | None, turned_away: Exclusions) -> Iterator[str]:
    if youngest is None:
        return
    if turned_away.oldest_child is not None and youngest > turned_away.oldest_child:
        yield f"it takes children up to {turned_away.oldest_child:g} years, and the plan tells of older ones"
    if turned_away.youngest_child is not None and youngest < turned_away.youngest_child:
        yield f"it takes children from {turned_away.youngest_child:g} years on, and the plan tells of a younger one"


def doubts(person: Circumstances, turned_away: Exclusions) -> Iterator[str]:
    """Yield each reason why the service may turn this person away that only a word of the plan could settle."""
    least = turned_away.minimum_age
    silent = not set(turned_away.age_waived_by) & (person.shown | person.denied)
    if (
        least is not None
        and turned_away.age_waived_by
        and silent
        and person.oldest is not None
        and person.oldest < least
    ):
        others = " or ".join(map(traits.says, turned_away.age_waived_by))
        yield f"it serves people from {least:g} years on, or {others}, and the plan tells of somebody younger"
    if turned_away.requires_minor_children and person.has_minor_children is None:
        yield "it serves parents with minor children, and the plan does not say whether there are any"
    limit = turned_away.income_limit_percent
    if limit is not None and person.income_percent is None:
        yield f"it serves up to {limit:g} % of the poverty guideline, and the plan does not tell the income"
    if turned_away.income_limit_dollars is not None and person.income_dollars is None:
        yield f"it serves up to ${turned_away.income_limit_dollars:,.0f} a year, and the plan does not tell the income"
    child = person.youngest_child if person.child_comes_first else None
    if least is not None and child is not None and child < least <= _AGE_OF_CHILDREN:
        yield f"it serves people from {least:g} years on, and the need is that of a younger child"
    for trait in turned_away.requires:
        if trait in person.unlikely:
            yield f"it serves {traits.says(trait)}, and the pronouns in the plan may say otherwise"
        is_old_enough = least is not None and person.youngest is not None and person.youngest >= least
        if is_old_enough and traits.is_age(trait):
            continue
        if traits.may_be_asked(trait) and trait not in person.shown | person.denied:
            yield f"it serves {traits.says(trait)}, and the plan does not say that this fits"
