"""Who a service turns away, read from plain words."""

from __future__ import annotations

import re

from hartcity.model import Exclusions
from hartcity.plan import traits
from hartcity.plan.bounds import AgeBound, age_bounds, income_dollars, income_percent, spelled_in_figures
from hartcity.plan.unread import unread, without_lifted
from hartcity.text.kept import SENTENCES, kept


_GROWN = 18

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
_NO = re.compile(
    r"(?:^|(?<=[.;,])\s*|\b(?:sorry|but|and),? )no (?=(?:men|women|boys|girls|males|females|minors|veterans|homeowners|"
    r"renters|couples|seniors|adults|children|kids|families|pregnant)\b)(?P<whom>[^.;:]*)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s(?:on|in|at|past|after|into|who|which|please|allowed|because|as|since|during|are)\b.*", re.IGNORECASE
)
_LIST = re.compile(r",|\s(?:and|or|nor)\s|;")

_WAIVES_AN_AGE = frozenset({"disability", "veteran"})


@kept(SENTENCES)
def exclusions_in(served: str, not_served: str = "") -> Exclusions:
    """Read who is turned away from a plain description of who is served and who is not.

    What is offered as one way in among others turns nobody away, but an age with a trait beside it ("60 or older, or
    with a disability") does turn away somebody who is younger and does not have the trait.
    """
    served, left_out = _left_out(without_lifted(served))
    not_served = "; ".join((not_served, *left_out))
    plain = _ONE_KIND.sub(r"\1\2\3", served)
    is_narrow = not _ANYBODY.search(served)
    is_one_of_several = bool(_ALTERNATIVE.search(_A_BOUND_OR.sub("", plain)))
    required = traits.asked_for(served)
    bounds = age_bounds(served)
    own = [one for one in bounds if one.whose == "person"]
    has_least = is_one_of_several and any(one.first is not None for one in own)
    waived_by = tuple(trait for trait in required if trait in _WAIVES_AN_AGE) if has_least else ()
    others = [one for one in age_bounds(not_served, turned_away=True) if one.whose == "person"]
    others += [AgeBound(_GROWN, None, "person")] if _MINORS.search(not_served) else []
    children = [one for one in bounds if one.whose == "child"] if is_narrow and not is_one_of_several else []
    requires_children = bool(_CHILDLESS.search(not_served)) or (
        is_narrow and bool(_FAMILIES.search(served) or children)
    )
    groups = tuple(trait for trait in required if traits.is_group(trait))
    alternatives = groups if is_one_of_several and not waived_by and not unread(served) else ()
    return Exclusions(
        requires_minor_children=requires_children,
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
        requires=tuple(
            trait
            for trait in required
            if not (is_one_of_several and traits.is_group(trait)) and not (trait == "parent" and requires_children)
        ),
        age_waived_by=waived_by,
        one_of=alternatives if not (own or children) else (),
        excludes=_excluded(left_out),
        smallest_household=_smallest_household(served),
    )


@kept(SENTENCES)
def condition_in(served: str) -> str:
    """Return what a description asks for, or whom it leaves out, in words that no list reads; else nothing."""
    rest, left_out = _left_out(without_lifted(served))
    return unread(rest) or next((one for part in left_out if (one := unread(_without_place(part)))), "")


def _left_out(served: str) -> tuple[str, tuple[str, ...]]:
    """Divide a description of whom a service serves from those whom it names as left out."""
    found = tuple(one for form in (_OTHERS, _NO) for one in form.finditer(served))
    whom = tuple(one.group("whom") or one.groupdict().get("sent") or "" for one in found)
    return _NO.sub(" ", _OTHERS.sub(" ", served)), tuple(filter(None, whom))


def _without_place(whom: str) -> str:
    """Return who is left out without where, or what else is said of them ("men on the premises")."""
    return _PLACE.sub("", whom.partition(",")[0]) if _PLACE.search(whom) else whom


def _excluded(left_out: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the traits that make each group of those left out; a group of which a word is not read is none."""
    groups = (group.strip() for whom in left_out for group in _LIST.split(_without_place(whom)))
    known = (traits.asked_for(group) for group in groups if group and not unread(group) and not _MINORS.search(group))
    return tuple(group for group in known if group)


def _smallest_household(served: str) -> int | None:
    found = _HOUSEHOLD.search(spelled_in_figures(served))
    return int(found.group("from") or found.group("least")) if found else None


def _least(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    """Return the lowest age that is let in: of several ways in the widest, and none of those that are turned away."""
    told = [one.first for one in own if one.first is not None]
    left = [one.first for one in others if one.first is not None]
    return max([*([min(told)] if told else []), *left], default=None)


def _greatest(own: list[AgeBound], others: list[AgeBound]) -> float | None:
    told = [one.last for one in own if one.last is not None]
    left = [one.last for one in others if one.last is not None]
    return min([*([max(told)] if told else []), *left], default=None)
