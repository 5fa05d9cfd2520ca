"""Who a service turns away, read from plain words."""

from __future__ import annotations

import re
from dataclasses import replace

from hartcity.model import Exclusions
from hartcity.plan.eligibility import left_out, traits
from hartcity.plan.eligibility.age_bounds import AgeBound, age_bounds
from hartcity.plan.eligibility.ages import GROWN
from hartcity.plan.eligibility.households import income_limit, size_of_the_limit, smallest_household
from hartcity.plan.eligibility.lifted import without_lifted
from hartcity.plan.eligibility.towns import HOME, names_another, towns_of, without_lists
from hartcity.plan.eligibility.unread import quoted, unread, without_purpose
from hartcity.plan.vocabulary import forms, phrases
from hartcity.text.kept import SENTENCES, kept


_WAIVES_AN_AGE = frozenset({"disability", "veteran"})

_FAMILIES = re.compile(
    r"\b(?:parents?|guardians?|famil(?:y|ies)|households?|caregivers?|mothers?|fathers?)\b[^.;]{0,40}"
    r"\b(?:with(?! no\b)|includes?|including|having)\b[^.;]{0,24}"
    r"\b(?:children|child|kids)\b|"
    r"\b(?:must|has to|have to|need to) (?:have|be raising|be caring for) (?:an? |at least one |one or more )?"
    r"(?:minor )?(?:children|child|kids?)\b|"
    r"\b(?:parents?|guardians?|famil(?:y|ies)|mothers?|fathers?) of (?:a |an )?(?:minors?\b|"
    r"(?:minor |young |small |school-age )(?:children|child|kids)\b)",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    r"\b(?:famil|children\b(?<!without children)(?<!with no children)(?<!minor children))", re.IGNORECASE
)
_GROUP = re.compile(r"[;,.]")
_OR = re.compile(
    r"\bor\b|\bthose who care\b|\b(?:and|as well as|&) (?:the |for )?(?:(?:younger |other )?(?:adults?|people|persons?|"
    r"individuals|those|anyone) (?:of any age )?(?:with (?:an? )?(?:disab|serious|chronic)|living with|"
    r"who (?:are disab|have a disab))|disabled|veterans?\b)",
    re.IGNORECASE,
)
"""Opens another way in, after what does not is taken out: those of one kind, and what belongs to a bound."""

_ONE_KIND = re.compile(
    r"(\bparents?)(?:,| or)(?: legal)? (?:guardians?|caregivers?|kin caregivers?)\b(?: or kin\b)?|(\bmen) or boys\b|"
    r"(\bwomen) or girls\b",
    re.IGNORECASE,
)
_OF_A_BOUND = re.compile(
    r"\b(?:and|or) (?=(?:older|over|above|up|upwards?|more|beyond|below|under|younger|less|lower|beneath|lesser|"
    r"better)\b(?!\s(?:the\sage\sof\s|age\s)?\d))|(?<=\bat )or (?=below\b|under\b)|(?<=\bis )or (?=below\b|under\b)",
    re.IGNORECASE,
)


@kept(SENTENCES)
def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others turns nobody away, but an age with a trait beside it ("60 or older, or
    with a disability") does turn away somebody who is younger and does not have the trait.
    """
    served, whom = left_out.divided(without_lifted(served))
    not_served = "; ".join((not_served, left_out.certain(whom)))
    towns = towns_of(served)
    is_elsewhere = any(town != HOME for town in towns)
    required = _required(served, not_served, is_elsewhere=is_elsewhere or names_another(served))
    bounds = age_bounds(served)
    own = [one for one in bounds if one.whose == "person"]
    has_several_ways = bool(_OR.search(_OF_A_BOUND.sub("", _plain(served))))
    is_narrow = not phrases("served", "anybody").search(served)
    children = [one for one in bounds if one.whose == "child" and is_narrow and not has_several_ways]
    are_parents = bool(forms("served", "without_children").search(not_served)) or (
        is_narrow and bool(_FAMILIES.search(served) or children)
    )
    told = Exclusions(
        requires_minor_children=are_parents,
        single_adults_only=_are_single(served, not_served),
        requires=tuple(trait for trait in required if not (trait == "parent" and are_parents)),
        excludes=left_out.groups(whom),
        smallest_household=smallest_household(served),
        income_limit_for=size_of_the_limit(served),
        towns=towns if is_elsewhere else (),
    )
    if has_several_ways:
        return _of_several_ways(told, required, own, served, not_served)
    return _of_one_way(told, own, children, served, not_served)


@kept(SENTENCES)
def condition_in(served: str) -> str:
    """Return what a description asks for, or whom it leaves out, in words that no list reads; else nothing."""
    rest, whom = left_out.divided(without_lifted(served))
    return quoted(unread(rest) or left_out.unread_of(whom), served)


def _plain(served: str) -> str:
    """Return a description in which an "or" divides those who are served, and not towns, aims or words for one kind."""
    return _ONE_KIND.sub(r"\1\2\3", without_lists(without_purpose(served)))


def _required(served: str, not_served: str, *, is_elsewhere: bool) -> tuple[str, ...]:
    """Return the traits that are asked for; where another town is named, who is a resident is for a person to judge."""
    required = tuple(trait for trait in traits.asked_for(served) if not (trait == "resident" and is_elsewhere))
    return required if "resident" in required or not left_out.has_outsiders(not_served) else (*required, "resident")


def _are_single(served: str, not_served: str) -> bool:
    """Whether nobody is let in who comes with children."""
    if any(forms("served", "with_children").fullmatch(group.strip()) for group in _GROUP.split(not_served)):
        return True
    return bool(forms("served", "single_adults").search(served)) and not _CHILDREN.search(served)


def _of_one_way(
    told: Exclusions, own: list[AgeBound], children: list[AgeBound], served: str, not_served: str
) -> Exclusions:
    """Return what turns people away where all of it is asked for: of several ages the widest is meant."""
    first, last = _ages(own, not_served)
    limits = (income_limit(served), income_limit(not_served, turned_away=True))
    return replace(
        told,
        minimum_age=first,
        maximum_age=last,
        income_limit_percent=min((one.percent for one in limits if one.percent is not None), default=None),
        income_limit_dollars=min((one.dollars for one in limits if one.dollars is not None), default=None),
        youngest_child=min((one.first for one in children if one.first), default=None),
        oldest_child=max((one.last for one in children if one.last is not None), default=None),
    )


def _of_several_ways(
    told: Exclusions, required: tuple[str, ...], own: list[AgeBound], served: str, not_served: str
) -> Exclusions:
    """Return what turns people away where there are several ways in: an age that a trait waives, or the lack of all."""
    groups = tuple(filter(traits.is_group, required))
    told = replace(told, requires=tuple(trait for trait in told.requires if trait not in groups))
    waived_by = tuple(trait for trait in required if trait in _WAIVES_AN_AGE)
    if waived_by and any(one.first is not None for one in own):
        return replace(told, minimum_age=_ages(own, not_served)[0], age_waived_by=waived_by)
    return told if own or unread(served) else replace(told, one_of=groups)


def _ages(own: list[AgeBound], not_served: str) -> tuple[float | None, float | None]:
    """Return the lowest and the highest age let in: of several the widest, and none of those who are turned away."""
    others = [one for one in age_bounds(not_served, turned_away=True) if one.whose == "person"]
    others += [AgeBound(GROWN, None, "person")] if left_out.has_minors(not_served) else []
    first = min((one.first for one in own if one.first is not None), default=None)
    last = max((one.last for one in own if one.last is not None), default=None)
    return (
        max((age for age in (first, *(one.first for one in others)) if age is not None), default=None),
        min((age for age in (last, *(one.last for one in others)) if age is not None), default=None),
    )
