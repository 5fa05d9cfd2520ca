"""How well rules and checks hold where they are used, and what becomes of those that do not: they turn into advice.

The counts come from the students who let them be counted (see ``storage.ledger``). Privacy is never turned into advice,
since who is harmed by a name is not who sets it aside.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import sqrt
from typing import TYPE_CHECKING, Any

from hartcity.model import CheckResult, Family, Finding, Severity, State


if TYPE_CHECKING:
    from hartcity.storage import Count


ADVICE = "Advice only here: of those who met it before, many found that it does not hold."
"""What stands beside a mark or a check that is advice."""

_NORMAL_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Standing:
    """How a rule, a check or a family stands: of ``decided`` cases the share that held, with its 95 % interval.

    ``precision`` is None where nothing was decided; ``is_advice`` says that it is below its ``bar`` for certain.
    """

    name: str
    family: str
    decided: int
    precision: float | None
    low: float
    high: float
    bar: float
    is_advice: bool


def wilson(held: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, from 0 to 1 where there is nothing to go by.

    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association, 22(158), 209-212.
    """
    if not of:
        return 0.0, 1.0
    share, square = held / of, _NORMAL_95**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _NORMAL_95 / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


@cache
def _bars() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("bars.toml").read_text(encoding="utf-8"))


def fewest_cases() -> int:
    """Return how many decided cases it takes before a rule is judged."""
    found: int = _bars()["fewest_cases"]
    return found


def bar_of(family: str) -> float:
    """Return the share from which a rule of a family, or a check (no family), speaks as a claim."""
    bars = _bars()
    found: float = bars["families"].get(family, bars["standard"]) if family else bars["checks"]
    return found


def standing(count: Count) -> Standing:
    """Return how a rule or check stands by its counts."""
    decided = count.fixed + count.disputed + count.overridden
    low, high = wilson(count.fixed, decided)
    bar = bar_of(count.family)
    is_private = count.family in set(Family) and Family(count.family).is_private
    is_advice = not is_private and decided >= fewest_cases() and high < bar
    share = count.fixed / decided if decided else None
    return Standing(count.name, count.family, decided, share, low, high, bar, is_advice)


def by_family(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return the sums of each family, in the families' order."""
    sums: dict[str, Count] = {}
    for one in counts:
        if one.family:
            nothing = replace(one, name=one.family, shown=0, fixed=0, ignored=0, disputed=0, overridden=0)
            so_far = sums.get(one.family, nothing)
            sums[one.family] = replace(
                so_far,
                shown=so_far.shown + one.shown,
                fixed=so_far.fixed + one.fixed,
                ignored=so_far.ignored + one.ignored,
                disputed=so_far.disputed + one.disputed,
                overridden=so_far.overridden + one.overridden,
            )
    return tuple(sums[family] for family in Family if family in sums)


def advice_only(counts: Iterable[Count]) -> frozenset[str]:
    """Return the names of the rules and checks that are advice here."""
    return frozenset(count.name for count in counts if standing(count).is_advice)


def as_advice(findings: Iterable[Finding], names: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings with those of ``names`` turned into advice, which says so."""
    return tuple(
        replace(one, severity=Severity.ADVICE, message=f"{one.message} {ADVICE}") if one.check in names else one
        for one in findings
    )


def as_advice_checks(results: Mapping[str, CheckResult], names: Collection[str]) -> dict[str, CheckResult]:
    """Return the checks' results; what is missing by one of ``names`` is told and does not count."""
    return {
        name: replace(result, state=State.NOT_APPLICABLE, reason=f"{ADVICE} {result.reason}")
        if name in names and result.state in {State.NOT_SEEN, State.PARTLY}
        else result
        for name, result in results.items()
    }
