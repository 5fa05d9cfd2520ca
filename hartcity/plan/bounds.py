"""Bounds on an age, read from plain words: forms with a number in them, which stand as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hartcity.plan.figures import SHORT_OF_A_YEAR, blanked, forms_of, spelled_in_figures
from hartcity.plan.grades import grades, without_grades
from hartcity.plan.incomes import incomes, plain_income
from hartcity.plan.vocabulary import pattern, table


_OLDEST_CHILD = 17
_YOUNGEST_PERSON = 10
_MONTHS = re.compile(r"\b\d{1,2}\s?(?:to|through|until|-)\s?(\d{1,2})\s?months?\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;,(]|\.(?=\s|$)|:(?=\s)")

_MARK = (
    r"(?:[\s-]{0,2}(?:years?|yrs?\.?)(?:[\s-]olds?\b|\sof\sage\b)?(?!\s+of\b)|\s?y/?o\b|(?:th|st|nd|rd)\sbirthday|s\b)?"
)
_AGE = (
    r"(?:(?:the\s)?age[sd]?\s(?:of\s)?)?(?<![$\d.,])(?P<age@>\d{1,2})(?:-?(?=[\s-]*(?:to|and|or|through|-\s?(?:ages?\s)?\d))|\+|"
    + _MARK
    + r")(?!\d|[.,]\d|\s?%|\s?percent|:\d|/|[\s-]*"
    + SHORT_OF_A_YEAR
    + r"\b)"
)
_AGE_SURE = re.compile(r"\b(?:age[sd]?|old|older|younger|years?|yrs?|birthday|turned)\b|y/?o\b|\+", re.IGNORECASE)
_ON = re.compile(r"\s{0,9}(?:$|[.;,:()])|\s{1,9}\w{1,40}ing\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgeBound:
    """One bound on an age, in years: ``first`` and ``last`` are the ages that it lets in; None is open.

    ``whose`` age it is: the ``person``'s who asks for the service, a ``child``'s in their care, or ``another``'s.
    """

    first: float | None
    last: float | None
    whose: Literal["person", "child", "another"]


def age_bounds(words: str, *, turned_away: bool = False) -> tuple[AgeBound, ...]:
    """Return the bounds on an age that stand in a description of who is served, or of who is ``turned_away``."""
    return tuple(_age_bounds(spelled_in_figures(words), turned_away=turned_away))


def without_bounds(words: str, *, turned_away: bool = False) -> str:
    """Return words without the bounds on an age or an income that are read from them."""
    plain = plain_income(words)
    for found in tuple(incomes(plain, turned_away=turned_away)):
        plain = blanked(plain, found)
    figures = spelled_in_figures(plain)
    for _, found, _, _ in tuple(_told(figures)):
        figures = blanked(figures, found)
    figures = _MONTHS.sub(" ", figures)
    figures = without_grades(figures).replace("\0", " ")
    return pattern(tuple(table("bounds")["age"]["words"])).sub(" ", figures)


def _age_bounds(words: str, *, turned_away: bool) -> Iterator[AgeBound]:
    for kind, _, ages, whose in _told(words):
        yield AgeBound(*(_others if turned_away else _let_in)(kind, ages), whose=whose)
    for word, (youngest, oldest) in table("bounds")["age"]["words"].items():
        alone = re.compile(rf"(?:^|[.;,(])\s*{re.escape(word)}\s*(?:$|[.;,)])", re.IGNORECASE)
        if _is_asked_for(word).search(words) or alone.search(words):
            yield AgeBound(youngest or None, oldest, "child")
    for found in _MONTHS.finditer(words):
        yield AgeBound(None, -(-int(found.group(1)) // 12), "child")
    for youngest, oldest in grades(words):
        yield AgeBound(youngest, oldest, "child")


def _told(words: str) -> Iterator[tuple[str, re.Match[str], list[float], Literal["person", "child", "another"]]]:
    """Yield each bound on an age: its kind, where it stands, its ages and whose they are."""
    words = rest = without_grades(words)
    for kind in ("span", "least", "most", "over", "under"):
        for form in _age_forms(kind):
            while found := form.search(rest):
                rest = blanked(rest, found)
                ages = [float(age) for name, age in found.groupdict().items() if name.startswith("age")]
                whose = _whose(words, found, is_span=kind == "span")
                if whose == "person" and (max(ages) < _YOUNGEST_PERSON or not _is_age(words, found)):
                    continue
                if whose == "child" and (min(ages) > _OLDEST_CHILD or _is_in_passing(words, found)):
                    continue
                yield kind, found, ages, whose


def _let_in(kind: str, ages: list[float]) -> tuple[float | None, float | None]:
    if kind == "span":
        return min(ages), max(ages)
    if kind in {"least", "over"}:
        return ages[0], None
    return None, ages[0] - (kind == "under")


def _others(kind: str, ages: list[float]) -> tuple[float | None, float | None]:
    """Return the ages that are let in where those of a bound are turned away; what a span leaves open is not told."""
    if kind == "span":
        return None, None
    if kind in {"least", "over"}:
        return None, ages[0] - (kind == "least")
    return ages[0] + (kind == "most"), None


def _clause_of(words: str, found: re.Match[str]) -> tuple[int, int]:
    ends = [0, *(cut.end() for cut in _CLAUSE.finditer(words)), len(words)]
    first = max(end for end in ends if end <= found.start())
    return first, min(
        (cut.start() for cut in _CLAUSE.finditer(words) if cut.start() >= found.end()), default=len(words)
    )


def _whose(words: str, found: re.Match[str], *, is_span: bool) -> Literal["person", "child", "another"]:
    first, last = _clause_of(words, found)
    before, behind = words[first : found.start()], words[found.end() : last]
    if _said("another").search(before):
        return "another"
    if _said("child").match(behind.lstrip(" -")):
        return "child"
    children = [one.end() for one in _said("child").finditer(before)]
    people = [one.end() for one in _said("person").finditer(before)]
    if children and children[-1] > max(people, default=-1):
        return "child"
    return "child" if is_span and not people and _is_small(found) else "person"


def _is_small(found: re.Match[str]) -> bool:
    """Whether a bound ends at an age at which nobody asks for a service without a parent."""
    ages = [float(age) for name, age in found.groupdict().items() if name.startswith("age")]
    return max(ages) < _YOUNGEST_PERSON and bool(_AGE_SURE.search(found.group()))


def _is_age(words: str, found: re.Match[str]) -> bool:
    behind = words[found.end() :]
    first, _ = _clause_of(words, found)
    if _said("something_else").search(re.sub(r"\bopen to\b", "", words[first : found.start()], flags=re.IGNORECASE)):
        return False
    if _AGE_SURE.search(found.group()):
        return True
    return bool(
        _ON.match(behind)
        or _said("before").match(behind.lstrip(" -"))
        or (_said("person").match(behind.lstrip(" -")) and _said("person").search(words[first : found.start()]))
    )


def _is_in_passing(words: str, found: re.Match[str]) -> bool:
    first, last = _clause_of(words, found)
    if _said("child").match(words[found.end() :].lstrip()):
        return True  # a count of children, and no age
    negated = re.search(r"\b(?:no|not|without|never)\b", words[first : found.start()], re.IGNORECASE)
    return bool(negated or _said("in_passing").search(words[found.end() : last]))


@cache
def _is_asked_for(word: str) -> re.Pattern[str]:
    forms = ("{} only", "only {}", "for {}", "with {}", "with a {}", "of {}", "of a {}", "{} and the", "{} and their")
    return pattern(tuple(form.format(word) for form in forms))


@cache
def _said(part: str) -> re.Pattern[str]:
    return pattern(tuple(table("bounds")["age"]["whose"][part]))


@cache
def _age_forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return forms_of(table("bounds")["age"][kind], lambda place: _AGE.replace("@", str(place)))
