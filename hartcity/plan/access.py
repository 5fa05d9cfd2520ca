"""Who a service turns away: read from plain words, and compared with a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Exclusions
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
_FROM_AGE = re.compile(
    r"\b(\d{2})\s?(?:\+|(?:years? )?(?:and|or) (?:older|over|above|up)\b)|\bat least (\d{2}) years\b|"
    r"\bover (?:the age of )?(\d{2})\b(?!%| percent|,)",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"\b(?:under|younger than|below)(?: the age of| age)? (\d{2})\b(?!\s?(?:%|percent|,\d))", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;.,]|\band\b(?! (?:older|over|above|up)\b)")
_NOT_THE_PERSON = re.compile(r"\b(?:child|children|kids|babies|infants?)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\bor\b(?! (?:older|over|above|up|below|younger))|\bthose who care\b", re.IGNORECASE)


def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others ("60 or older, or with a disability") turns nobody away.
    """
    income = _INCOME.search(served)
    is_narrow = not _ANYBODY.search(served)
    return Exclusions(
        requires_minor_children=bool(_CHILDLESS.search(not_served)) or (is_narrow and bool(_FAMILIES.search(served))),
        single_adults_only=any(_WITH_CHILDREN.fullmatch(group.strip()) for group in re.split(r"[;,.]", not_served))
        or (
            bool(_SINGLE_ADULTS.search(served))
            and not re.search(r"\b(?:famil|children\b(?<!without children))", served)
        ),
        income_limit_percent=float(income.group(1)) if income and not _ALTERNATIVE.search(served) else None,
        minimum_age=_least_age(served, not_served),
        maximum_age=_greatest_age(served, not_served),
    )


def conflicts(person: Person, turned_away: Exclusions) -> Iterator[str]:
    """Yield, in plain words, each certain reason why the service would turn this person away."""
    if turned_away.requires_minor_children and person.has_minor_children is False:
        yield "it serves parents with minor children, and the plan tells of a household without"
    if turned_away.single_adults_only and person.has_minor_children:
        yield "it serves adults on their own, and the plan tells of minor children"
    least, most, limit = turned_away.minimum_age, turned_away.maximum_age, turned_away.income_limit_percent
    if least is not None and person.oldest is not None and person.oldest < least:
        yield f"it serves people from {least:g} years on, and the plan tells of somebody younger"
    is_for_the_children = most is not None and most <= _AGE_OF_CHILDREN and person.has_minor_children is not False
    if most is not None and not is_for_the_children and person.youngest is not None and person.youngest > most:
        yield f"it serves people up to {most:g} years, and the plan tells of somebody older"
    income = person.income_percent
    if limit is not None and income is not None and income > limit + _TOLERANCE_PERCENT:
        yield f"it serves up to {limit:g} % of the poverty guideline, and the plan's income is at {income:.0f} %"


def _least_age(served: str, not_served: str) -> float | None:
    if _ALTERNATIVE.search(served):
        return None
    ages = [
        found
        for clause in _CLAUSE.split(served)
        if not _NOT_THE_PERSON.search(clause)
        for found in _FROM_AGE.finditer(clause)
    ]
    ages += [found for clause in _CLAUSE.split(not_served) for found in _UNDER_AGE.finditer(clause)]
    return max((float(next(filter(None, found.groups()))) for found in ages), default=None)


def _greatest_age(served: str, not_served: str) -> float | None:
    if _ALTERNATIVE.search(served):
        return None
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
    return min((float(next(filter(None, found.groups()))) - 1 for found in ages), default=None)
