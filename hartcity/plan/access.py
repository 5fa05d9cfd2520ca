"""Who a service turns away: read from plain words, and compared with a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Exclusions
from hartcity.plan import traits
from hartcity.plan.person import Person


_TOLERANCE_PERCENT = 0.5
_AGE_OF_CHILDREN = 19

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
_SINGLE_ADULTS = re.compile(r"\bsingle adults?\b|\badults? without (?:minor )?children\b", re.IGNORECASE)
_INCOME = re.compile(
    r"\b(?:to|under|below|within|beneath|less than|at or below|at most|no more than|maximum(?: of)?|not over)\s+"
    r"(\d{2,3})\s?(?:%|percent\b)(?![^.;]{0,16}\bmedian\b)",
    re.IGNORECASE,
)
_DOLLARS = re.compile(
    r"\b(?:income|incomes|earns?|earnings?|earning|makes?|making)\b[^.;$]{0,40}?"
    r"\b(?:to|under|below|within|less than|at most|no more than|maximum(?: of)?|max|limit|not over|is)\s+(?:about\s+)?"
    r"\$\s?(\d[\d,]*)(k\b)?(?:\.\d+)?\s?(?:(?:a|per|each|/)\s?(month|mo)\b|(monthly))?",
    re.IGNORECASE,
)
_MONTHS = 12
_THOUSAND = 1000
_FROM_AGE = re.compile(
    r"\b(\d{2})\s?(?:\+|(?:years? )?(?:and|or) (?:older|over|above|up)\b)|\bat least (\d{2}) years\b|"
    r"\bover (?:the age of )?(\d{2})\b(?!%| percent|,)",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"\b(?:under|younger than|below)(?: the age of| age)? (\d{2})\b(?!\s?(?:%|percent|,\d))", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;.,]|\band\b(?! (?:older|over|above|up)\b)")
_AGE_RANGE = re.compile(
    r"\b(?:ages?|aged|from)\s(\d{1,2})\s?(?:-|\u2013|to|through|until)\s?(\d{1,2})\b(?!\s?%)", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:someone|somebody|(?:cares?|caring|cared) (?:for|of))\b", re.IGNORECASE)
_NOT_THE_PERSON = re.compile(
    r"\b(?:child|children|kids|babies|infants?|someone|somebody|(?:cares?|caring|cared) (?:for|of))\b", re.IGNORECASE
)
_ALTERNATIVE = re.compile(r"\bor\b(?! (?:older|over|above|up|below|younger))|\bthose who care\b", re.IGNORECASE)


_WAIVES_AN_AGE = frozenset({"disability", "veteran"})
_GROUPS = frozenset({"disability", "veteran", "newcomer"})


def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others turns nobody away, but an age with a trait beside it ("60 or older, or
    with a disability") does turn away somebody who is younger and does not have the trait.
    """
    income = _INCOME.search(served)
    is_narrow = not _ANYBODY.search(served)
    is_one_of_several = bool(_ALTERNATIVE.search(served))
    required = traits.asked_for(served)
    waived_by = tuple(trait for trait in required if trait in _WAIVES_AN_AGE) if is_one_of_several else ()
    return Exclusions(
        requires_minor_children=bool(_CHILDLESS.search(not_served)) or (is_narrow and bool(_FAMILIES.search(served))),
        single_adults_only=any(_WITH_CHILDREN.fullmatch(group.strip()) for group in re.split(r"[;,.]", not_served))
        or (
            bool(_SINGLE_ADULTS.search(served))
            and not re.search(r"\b(?:famil|children\b(?<!without children))", served)
        ),
        income_limit_percent=float(income.group(1)) if income and not is_one_of_several else None,
        minimum_age=_least_age(served, not_served) if waived_by or not is_one_of_several else None,
        maximum_age=None if is_one_of_several else _greatest_age(served, not_served),
        income_limit_dollars=None if is_one_of_several else _dollars_a_year(served),
        requires=tuple(trait for trait in required if not (is_one_of_several and trait in _GROUPS)),
        age_waived_by=waived_by,
    )


def _dollars_a_year(served: str) -> float | None:
    found = _DOLLARS.search(served)
    if not found:
        return None
    amount = float(found.group(1).replace(",", "")) * (_THOUSAND if found.group(2) else 1)
    return amount * _MONTHS if found.group(3) or found.group(4) else amount


def conflicts(person: Person, turned_away: Exclusions) -> Iterator[str]:
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
    taken = turned_away.oldest_child
    if taken is not None and person.youngest_child is not None and person.youngest_child > taken:
        yield f"it takes children up to {taken:g} years, and the plan tells of older ones"
    for trait in turned_away.requires:
        if trait in person.denied - person.shown:
            yield f"it serves {traits.says(trait)}, and the plan says otherwise"


def doubts(person: Person, turned_away: Exclusions) -> Iterator[str]:
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
    child = person.youngest_child if person.child_comes_first else None
    if least is not None and child is not None and child < least <= _AGE_OF_CHILDREN:
        yield f"it serves people from {least:g} years on, and the need is that of a younger child"
    for trait in turned_away.requires:
        if trait in person.unlikely:
            yield f"it serves {traits.says(trait)}, and the pronouns in the plan may say otherwise"
        if traits.may_be_asked(trait) and trait not in person.shown | person.denied:
            yield f"it serves {traits.says(trait)}, and the plan does not say that this fits"


def _least_age(served: str, not_served: str) -> float | None:
    ages = [
        found
        for clause in _CLAUSE.split(served)
        if not _NOT_THE_PERSON.search(clause)
        for found in _FROM_AGE.finditer(clause)
    ]
    ages += [
        found
        for clause in _CLAUSE.split(not_served)
        if not _ANOTHER.search(clause)
        for found in _UNDER_AGE.finditer(clause)
    ]
    told = [float(next(filter(None, found.groups()))) for found in ages]
    return max([*told, *(float(first) for first, _ in _ranges(served))], default=None)


def _greatest_age(served: str, not_served: str) -> float | None:
    ages = [
        found
        for clause in _CLAUSE.split(served)
        if not _NOT_THE_PERSON.search(clause)
        for found in _UNDER_AGE.finditer(clause)
    ]
    ages += [
        found
        for clause in _CLAUSE.split(not_served)
        if not _NOT_THE_PERSON.search(clause)
        for found in _FROM_AGE.finditer(clause)
    ]
    told = [float(next(filter(None, found.groups()))) - 1 for found in ages]
    return min([*told, *(float(last) for _, last in _ranges(served))], default=None)


def _ranges(served: str) -> list[tuple[str, str]]:
    """Return the first and last age of each span of ages that is not one of children in somebody's care."""
    clauses = (clause for clause in _CLAUSE.split(served) if not _NOT_THE_PERSON.search(clause))
    return [found for clause in clauses for found in _AGE_RANGE.findall(clause)]
