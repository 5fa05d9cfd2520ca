"""A rule that does not hold where it is used turns into advice there, visibly, and only when that is certain."""

from __future__ import annotations

import pytest

from hartcity.analysis.draft import DraftCheck
from hartcity.analysis.standing import ADVICE, advice_only, bar_of, by_family, standing, wilson
from hartcity.model import Draft, Severity, State
from hartcity.storage import Count


@pytest.mark.parametrize(
    ("held", "of", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0), (50, 100, 0.4038, 0.5962), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_wilsons(held: int, of: int, low: float, high: float) -> None:
    """The ends are those of published tables (Newcombe, 1998, method 3), at their four decimals."""
    assert wilson(held, of) == pytest.approx((low, high), abs=5e-5)


def test_a_rule_is_advice_when_it_is_under_its_bar_for_certain() -> None:
    """Few cases say nothing, a share near the bar is no certainty, and what is only ignored is no proof."""
    assert standing(Count("vague.a", "vague", 40, fixed=5, disputed=10, overridden=10)).is_advice
    assert not standing(Count("vague.a", "vague", 19, fixed=0, disputed=19)).is_advice
    assert not standing(Count("vague.a", "vague", 20, fixed=11, disputed=9)).is_advice
    assert not standing(Count("vague.a", "vague", 90, fixed=20, ignored=70)).is_advice
    assert standing(Count("gratitude", "", 40, fixed=20, overridden=20)).is_advice
    assert bar_of("grammar") > bar_of("vague")


def test_privacy_is_never_advice() -> None:
    """However often a name was set aside: who is harmed by it is not who sets it aside."""
    assert advice_only([Count("identifier.name", "identifier", 90, fixed=1, disputed=89)]) == frozenset()


def test_a_family_is_the_sum_of_its_rules() -> None:
    """Checks, which have no family, are left out."""
    counts = [
        Count("vague.a", "vague", 3, 1, 1, 1, 0),
        Count("vague.b", "vague", 2, 0, 0, 0, 2),
        Count("gratitude", "", 9),
    ]
    assert by_family(counts) == (Count("vague", "vague", 5, 1, 1, 1, 2),)


def test_what_is_advice_says_so_and_costs_nothing() -> None:
    """The mark stays with a word of explanation and no points; a check that is missing is told and does not count."""
    draft = Draft(
        "Dear Team,\n\nI am an intern at the Northside Center. You must give a parent of two a room at your shelter "
        "by Friday. She agreed that I write.\n\nCould we meet on Monday at ten or Tuesday at two?\n\nAna Ruiz"
    )
    before = DraftCheck(draft, engines=["reader"]).whole()
    demand = next(one for one in before.findings if one.family == "demand")
    names = {one.check for one in before.findings if one.family == "demand"} | {"gratitude"}
    after = DraftCheck(draft, engines=["reader"], advice_only=names).whole()
    told = [one for one in after.findings if one.check == demand.check]
    assert all(one.severity is Severity.ADVICE and one.message.endswith(ADVICE) for one in told)
    states = {result.check: result for result in after.checks}
    assert states["gratitude"].state is State.NOT_APPLICABLE
    assert states["gratitude"].reason.startswith(ADVICE)
    diplomacy = [{one.criterion: one for one in report.criteria}["diplomacy"] for report in (before, after)]
    lines = [{line.check for line in one.receipt} for one in diplomacy]
    assert "demand" in lines[0] - lines[1]
    assert "gratitude" in lines[0] - lines[1]
    assert after == DraftCheck(draft, engines=["reader"], advice_only=names).whole()
