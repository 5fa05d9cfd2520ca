"""Bounds on an age or an income, read from plain words: forms with a number in them, which stand as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from hartcity.plan.vocabulary import pattern, table


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = dict(zip(_UNITS, range(len(_UNITS)), strict=True)) | {
    ten: 10 * place for place, ten in enumerate(_TENS, start=2)
}
_SPELLED = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_UNITS[1:10])}))?|({'|'.join(_UNITS[2:])}))\b", re.IGNORECASE
)
_BIRTH = re.compile(r"\b(?:birth|newborns?)\b(?=\s*(?:to|through|until|-)\s*\w)", re.IGNORECASE)
_SHORT_OF_A_YEAR = r"(?:days?|weeks?|wks?|months?|mos?)"
_INFANT = re.compile(
    rf"\b\d{{1,2}}[\s-]*{_SHORT_OF_A_YEAR}(?:[\s-]olds?)?\b"
    rf"(?=\s*(?:to|through|until|-)\s*(?:age\s)?\d{{1,2}}\b(?![\s-]*{_SHORT_OF_A_YEAR}\b))",
    re.IGNORECASE,
)
"""An age in weeks or months from which a span begins: from the first year on."""

_OLDEST_CHILD = 17
_YOUNGEST_PERSON = 10
_AGE_AT_SCHOOL = 5
_MONTHS = re.compile(r"\b\d{1,2}\s?(?:to|through|until|-)\s?(\d{1,2})\s?months?\b", re.IGNORECASE)
_GRADES = re.compile(
    r"\bgrades?\s(k|\d{1,2})(?:st|nd|rd|th)?\s?(?:through|thru|to|and|-)\s?(k|\d{1,2})(?:st|nd|rd|th)?\b", re.IGNORECASE
)
"""Grades of a school; an age is read from them with a year to spare at either end."""

_CLAUSE = re.compile(r"[;,(]|\.(?=\s|$)|:(?=\s)")

_MARK = (
    r"(?:[\s-]{0,2}(?:years?|yrs?\.?)(?:[\s-]olds?\b|\sof\sage\b)?(?!\s+of\b)|\s?y/?o\b|(?:th|st|nd|rd)\sbirthday|s\b)?"
)
_AGE = (
    r"(?:(?:the\s)?age[sd]?\s(?:of\s)?)?(?<![$\d.,])(?P<age@>\d{1,2})(?:-?(?=[\s-]*(?:to|and|through|-))|\+|"
    + _MARK
    + r")(?!\d|[.,]\d|\s?%|\s?percent|:\d|/|[\s-]*"
    + _SHORT_OF_A_YEAR
    + r"\b)"
)
_INCOME = (
    r"(?:about\s)?(?:(?:the\s)?\$\s?(?P<dollars>\d[\d,]*)(?:\.\d+)?(?P<thousand>k\b)?(?:\s?(?:(?:a|per|each|/)\s?(?P<rate>year|"
    r"yr|month|mo|week|wk)\b|(?P<adverb>monthly|weekly|yearly|annually)))?|(?P<percent>\d{2,3})\s?(?:%|percent\b|(?=fp[lg]\b|"
    r"of\s(?:the\s)?(?:federal\s)?poverty)))(?:\s?(?:of\s)?(?:the\s)?(?:federal\s)?(?:poverty(?:\s(?:level|line|guidelines?|"
    r"threshold))?|fp[lg]|guidelines?))?"
)
_AGE_SURE = re.compile(r"\b(?:age[sd]?|old|older|younger|years?|yrs?|birthday|turned)\b|y/?o\b|\+", re.IGNORECASE)
_ON = re.compile(r"\s{0,9}(?:$|[.;,:()])|\s{1,9}\w{1,40}ing\b", re.IGNORECASE)
_MULTIPLES = {"once": 100, "twice": 200, "double": 200, "two times": 200, "three times": 300, "triple": 300}
_MULTIPLE = re.compile(
    rf"\b(?:({'|'.join(_MULTIPLES)})|(\d(?:\.\d+)?)\stimes)\s(?:the\s)?(?:federal\s)?(?=poverty|fp[lg]\b)",
    re.IGNORECASE,
)
_THE_LINE = re.compile(
    r"(?<=\b(?:below|under)\s)(?:the\s)?(?:federal\s)?(?=poverty\s(?:line|level|guideline))", re.IGNORECASE
)
_A_YEAR = {"month": 12, "mo": 12, "monthly": 12, "week": 52, "wk": 52, "weekly": 52}
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class AgeBound:
    """One bound on an age, in years: ``first`` and ``last`` are the ages that it lets in; None is open.

    ``whose`` age it is: the ``person``'s who asks for the service, a ``child``'s in their care, or ``another``'s.
    """

    first: float | None
    last: float | None
    whose: Literal["person", "child", "another"]


def spelled_in_figures(words: str) -> str:
    """Return words with small numbers in figures and every dash as a hyphen (``twenty-one`` is ``21``)."""

    def figure(found: re.Match[str]) -> str:
        ten, unit, alone = (part.casefold() if part else "" for part in found.groups())
        return str(_NUMBERS[alone] if alone else _NUMBERS[ten] + _NUMBERS.get(unit, 0))

    return _INFANT.sub("0", _SPELLED.sub(figure, _BIRTH.sub("0", re.sub(r"[\u2010-\u2015]", "-", words))))


def age_bounds(words: str, *, turned_away: bool = False) -> tuple[AgeBound, ...]:
    """Return the bounds on an age that stand in a description of who is served, or of who is ``turned_away``."""
    return tuple(_age_bounds(spelled_in_figures(words), turned_away=turned_away))


def without_bounds(words: str) -> str:
    """Return words without the bounds on an age or an income that are read from them."""
    plain = _plain_income(words)
    for found in tuple(_incomes(plain)):
        plain = _blanked(plain, found)
    figures = spelled_in_figures(plain)
    for _, found, _, _ in tuple(_told(figures)):
        figures = _blanked(figures, found)
    figures = _MONTHS.sub(" ", figures)
    figures = _GRADES.sub(" ", figures.replace("\0", " "))
    return pattern(tuple(table("bounds")["age"]["words"])).sub(" ", figures)


def _blanked(words: str, found: re.Match[str]) -> str:
    return words[: found.start()] + "\0" * len(found.group()) + words[found.end() :]


def _age_bounds(words: str, *, turned_away: bool) -> Iterator[AgeBound]:
    for kind, _, ages, whose in _told(words):
        yield AgeBound(*(_others if turned_away else _let_in)(kind, ages), whose=whose)
    for word, (youngest, oldest) in table("bounds")["age"]["words"].items():
        forms = (
            "{} only",
            "only {}",
            "for {}",
            "with {}",
            "with a {}",
            "of {}",
            "of a {}",
            "{} and the",
            "{} and their",
        )
        if pattern(tuple(form.format(word) for form in forms)).search(words):
            yield AgeBound(youngest or None, oldest, "child")
    for found in _MONTHS.finditer(words):
        yield AgeBound(None, -(-int(found.group(1)) // 12), "child")
    for found in _GRADES.finditer(words):
        first, last = (0 if grade.casefold() == "k" else int(grade) for grade in found.groups())
        yield AgeBound(first + _AGE_AT_SCHOOL - 1, last + _AGE_AT_SCHOOL + 2, "child")


def _told(words: str) -> Iterator[tuple[str, re.Match[str], list[float], Literal["person", "child", "another"]]]:
    """Yield each bound on an age: its kind, where it stands, its ages and whose they are."""
    rest = words
    for kind in ("span", "least", "most", "over", "under"):
        for form in _age_forms(kind):
            while found := form.search(rest):
                rest = _blanked(rest, found)
                ages = [float(age) for name, age in found.groupdict().items() if name.startswith("age")]
                whose = _whose(words, found)
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


def _whose(words: str, found: re.Match[str]) -> Literal["person", "child", "another"]:
    first, last = _clause_of(words, found)
    before, behind = words[first : found.start()], words[found.end() : last]
    if _said("another").search(before):
        return "another"
    if _said("child").match(behind.lstrip(" -")):
        return "child"
    children = [one.end() for one in _said("child").finditer(before)]
    people = [one.end() for one in _said("person").finditer(before)]
    return "child" if children and children[-1] > max(people, default=-1) else "person"


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
def _said(part: str) -> re.Pattern[str]:
    return pattern(tuple(table("bounds")["age"]["whose"][part]))


@cache
def _age_forms(kind: str) -> tuple[re.Pattern[str], ...]:
    return _forms(table("bounds")["age"][kind], lambda place: _AGE.replace("@", str(place)))


@cache
def _income_forms() -> tuple[re.Pattern[str], ...]:
    return _forms(table("bounds")["income"]["most"], lambda _: _INCOME)


def income_percent(words: str) -> float | None:
    """Return the highest income that is let in, in percent of the poverty guideline; None where none is told."""
    return max((float(one.group("percent")) for one in _incomes(words) if one.group("percent")), default=None)


def income_dollars(words: str) -> float | None:
    """Return the highest income that is let in, in dollars a year; None where none is told."""
    return max((_dollars(one) for one in _incomes(words) if one.group("dollars")), default=None)


def _dollars(found: re.Match[str]) -> float:
    amount = float(found.group("dollars").replace(",", "")) * (_THOUSAND if found.group("thousand") else 1)
    return amount * _A_YEAR.get((found.group("rate") or found.group("adverb") or "").casefold(), 1)


def _incomes(words: str) -> Iterator[re.Match[str]]:
    plain = _plain_income(words)
    for form in _income_forms():
        for found in form.finditer(plain):
            sentence = plain[max(plain.rfind(";", 0, found.start()), plain.rfind(". ", 0, found.start())) + 1 :]
            is_median = re.match(r"[^.;]{0,24}\b(?:median|ami)\b", plain[found.end() :], re.IGNORECASE)
            is_income = found.group("percent") or re.search(
                r"\b(?:incomes?|earn\w*|mak(?:es?|ing)|wages?)\b", sentence[: found.end() + 24], re.IGNORECASE
            )
            if is_income and not is_median:
                yield found


def _plain_income(words: str) -> str:
    """Return words with multiples of the poverty line in percent; the same again for what is so already."""
    return _MULTIPLE.sub(_in_percent, _THE_LINE.sub("100% of the ", words))


def _in_percent(found: re.Match[str]) -> str:
    word, times = found.groups()
    return f"{_MULTIPLES[word.casefold()] if word else round(float(times) * 100)}% of the "


def _forms(listed: list[str], number: Callable[[int], str]) -> tuple[re.Pattern[str], ...]:
    ranked = sorted(listed, key=lambda form: (-len(form.split()), form))
    return tuple(re.compile(_form(form, number), re.IGNORECASE) for form in ranked)


def _form(form: str, number: Callable[[int], str]) -> str:
    written, place = "", 0
    for piece in form.split():
        if piece == "#":
            part, place, gap = number(place), place + 1, r"[\s-]*"
        else:
            part = f"(?:{'|'.join(map(_bounded, piece.strip('[]').split('|')))})"
            part = rf"(?:{part}\s*)?" if piece.startswith("[") else part
            gap = r"\s*"
        written += (gap if written else "") + part
    return written


def _bounded(choice: str) -> str:
    """Return a word that stands on its own, or a sign that may stand close."""
    return rf"(?<!\w){re.escape(choice)}(?!\w)" if choice[0].isalpha() else re.escape(choice)
