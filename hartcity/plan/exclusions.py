"""Who a service turns away, read from plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

from hartcity.model import Exclusions
from hartcity.plan import left_out, traits
from hartcity.plan.bounds import AgeBound, age_bounds
from hartcity.plan.figures import listed_forms, spelled_in_figures
from hartcity.plan.incomes import income_dollars, income_percent
from hartcity.plan.lifted import without_lifted
from hartcity.plan.towns import towns_of, without_lists
from hartcity.plan.unread import quoted, unread, without_purpose
from hartcity.plan.vocabulary import phrases
from hartcity.text.kept import SENTENCES, kept


_GROWN = 18

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
_ALTERNATIVE = re.compile(
    r"\bor\b|\bthose who care\b|\b(?:and|as well as|&) (?:the |for )?(?:(?:younger |other )?(?:adults?|people|persons?|"
    r"individuals|those|anyone) (?:of any age )?(?:with (?:an? )?(?:disab|serious|chronic)|living with|"
    r"who (?:are disab|have a disab))|disabled|veterans?\b)",
    re.IGNORECASE,
)
_ONE_KIND = re.compile(
    r"(\bparents?)(?:,| or)(?: legal)? (?:guardians?|caregivers?|kin caregivers?)\b(?: or kin\b)?|(\bmen) or boys\b|"
    r"(\bwomen) or girls\b",
    re.IGNORECASE,
)
_A_BOUND_OR = re.compile(
    r"\b(?:and|or) (?=(?:older|over|above|up|upwards?|more|beyond|below|under|younger|less|lower|beneath|lesser|"
    r"better)\b(?!\s(?:the\sage\sof\s|age\s)?\d))|(?<=\bat )or (?=below\b|under\b)|(?<=\bis )or (?=below\b|under\b)",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"\b(?:households?|famil(?:y|ies))\b(?! income)[^.;]{0,20}?\b(?:(?P<from>\d{1,2}) (?:people |persons |members )?"
    r"(?:(?:or|and) (?:more|larger)|plus)|(?:at least|with) (?P<least>\d{1,2}) (?:or more )?"
    r"(?:people|persons|members))\b",
    re.IGNORECASE,
)
_OTHER_TOWNS = re.compile(
    r"\b(?:[Rr]esidents? (?:of|in|from)|[Ll]iv(?:e|es|ing) in|[Rr]esid(?:e|es|ing) in|"
    r"(?:Service|service) area:?)\s[^.;]*?"
    r"(?<![\w'\u2019-])(?!Hart\b|City\b|County\b)[A-Z][a-z]+"
)
"""A town beside or instead of the city: who of them is a resident is for a person to judge."""

_OF_A_SIZE = re.compile(
    r"\b(?:households?|famil(?:y|ies))(?: size)? of (?P<size>\d{1,2})\b(?!\+| (?:or|and) (?:more|larger|over))",
    re.IGNORECASE,
)
_WAIVES_AN_AGE = frozenset({"disability", "veteran"})


@kept(SENTENCES)
def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others turns nobody away, but an age with a trait beside it ("60 or older, or
    with a disability") does turn away somebody who is younger and does not have the trait.
    """
    served, whom = left_out.divided(without_lifted(served))
    not_served = "; ".join((not_served, left_out.certain(whom)))
    plain = _ONE_KIND.sub(r"\1\2\3", without_lists(without_purpose(served)))
    is_narrow = not phrases("served", "anybody").search(served)
    is_one_of_several = bool(_ALTERNATIVE.search(_A_BOUND_OR.sub("", plain)))
    required = traits.asked_for(served)
    towns = towns_of(served)
    if _OTHER_TOWNS.search(served) or any(town != "Hart City" for town in towns):
        required = tuple(trait for trait in required if trait != "resident")
    if left_out.has_outsiders(not_served) and "resident" not in required:
        required = (*required, "resident")
    bounds = age_bounds(served)
    own = [one for one in bounds if one.whose == "person"]
    has_least = is_one_of_several and any(one.first is not None for one in own)
    waived_by = tuple(trait for trait in required if trait in _WAIVES_AN_AGE) if has_least else ()
    others = [one for one in age_bounds(not_served, turned_away=True) if one.whose == "person"]
    others += [AgeBound(_GROWN, None, "person")] if left_out.has_minors(not_served) else []
    children = [one for one in bounds if one.whose == "child"] if is_narrow and not is_one_of_several else []
    requires_children = bool(listed_forms("served", "without_children").search(not_served)) or (
        is_narrow and bool(_FAMILIES.search(served) or children)
    )
    groups = tuple(trait for trait in required if traits.is_group(trait))
    alternatives = groups if is_one_of_several and not waived_by and not unread(served) else ()
    return Exclusions(
        requires_minor_children=requires_children,
        single_adults_only=_are_single(served, not_served),
        income_limit_percent=None if is_one_of_several else _lowest(income_percent, served, not_served),
        minimum_age=_least(own, others) if waived_by or not is_one_of_several else None,
        maximum_age=None if is_one_of_several else _greatest(own, others),
        income_limit_dollars=None if is_one_of_several else _lowest(income_dollars, served, not_served),
        oldest_child=max((one.last for one in children if one.last is not None), default=None),
        youngest_child=min((one.first for one in children if one.first), default=None),
        requires=tuple(
            trait
            for trait in required
            if not (is_one_of_several and traits.is_group(trait)) and not (trait == "parent" and requires_children)
        ),
        age_waived_by=waived_by,
        one_of=alternatives if not (own or children) else (),
        excludes=left_out.groups(whom),
        smallest_household=_smallest_household(served),
        income_limit_for=_size_of_the_limit(served),
        towns=towns if any(town != "Hart City" for town in towns) else (),
    )


@kept(SENTENCES)
def condition_in(served: str) -> str:
    """Return what a description asks for, or whom it leaves out, in words that no list reads; else nothing."""
    rest, whom = left_out.divided(without_lifted(served))
    found = unread(rest) or left_out.unread_of(whom)
    return quoted(found, served)


def _are_single(served: str, not_served: str) -> bool:
    """Whether nobody is let in who comes with children."""
    left_out_groups = re.split(r"[;,.]", not_served)
    if any(listed_forms("served", "with_children").fullmatch(group.strip()) for group in left_out_groups):
        return True
    families = r"\b(?:famil|children\b(?<!without children)(?<!with no children)(?<!minor children))"
    return bool(listed_forms("served", "single_adults").search(served)) and not re.search(families, served)


def _lowest(read: Callable[..., float | None], served: str, not_served: str) -> float | None:
    """Return the highest income that is let in, by the words of those served and of those left out."""
    told = (read(served), read(not_served, turned_away=True))
    return min((one for one in told if one is not None), default=None)


def _smallest_household(served: str) -> int | None:
    found = _HOUSEHOLD.search(spelled_in_figures(served))
    return int(found.group("from") or found.group("least")) if found else None


def _size_of_the_limit(served: str) -> int | None:
    """Return the size of the one household that a limit in dollars is told for."""
    sizes = {int(found["size"]) for found in _OF_A_SIZE.finditer(spelled_in_figures(served))}
    return min(sizes) if len(sizes) == 1 and income_dollars(served) is not None else None


def _least(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    """Return the lowest age that is let in: of several ways in the widest, and none of those that are turned away."""
    told = [one.first for one in own if one.first is not None]
    left = [one.first for one in others if one.first is not None]
    return max([*([min(told)] if told else []), *left], default=None)


def _greatest(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    told = [one.last for one in own if one.last is not None]
    left = [one.last for one in others if one.last is not None]
    return min([*([max(told)] if told else []), *left], default=None)
