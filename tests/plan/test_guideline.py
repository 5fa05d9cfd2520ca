"""The poverty guidelines as dated data."""

import datetime as dt

import pytest

from hartcity.plan.guideline import Guideline, bands, guideline_on, guidelines


@pytest.mark.parametrize(
    ("year", "amounts"),
    [
        (2025, [15650, 21150, 26650, 32150, 37650, 43150, 48650, 54150]),
        (2026, [15960, 21640, 27320, 33000, 38680, 44360, 50040, 55720]),
    ],
)
def test_the_published_table_comes_out(year, amounts):
    """Households of one to eight have the amounts of the federal notice."""
    guideline = next(one for one in guidelines() if one.year == year)
    assert [guideline.amount(size) for size in range(1, 9)] == amounts


def test_every_guideline_says_whence_and_from_when():
    """Each file is dated and names its source and place."""
    for guideline in guidelines():
        assert guideline.source
        assert guideline.place
        assert guideline.effective


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-01-12", 2025), ("2026-01-13", 2026), ("2027-06-01", 2026), ("2019-01-01", 2025)],
)
def test_the_guideline_in_force_is_taken(day, year):
    """A day falls under the newest guideline that is in force on it."""
    assert guideline_on(dt.date.fromisoformat(day)).year == year


def test_other_places_can_be_reckoned_with():
    """A guideline with other amounts, as a student may type them, reckons in the same way."""
    elsewhere = Guideline(2030, "An island", 20_000, 7_000)
    assert elsewhere.amount(3) == 34_000
    assert elsewhere.percent(17_000, 3) == 50
    assert elsewhere.limit(138, 1) == 27_600


def test_a_household_of_nobody_is_refused():
    """There is no guideline for nobody."""
    with pytest.raises(ValueError, match="at least one"):
        guidelines()[0].amount(0)


def test_bands_rise_and_say_whence():
    """The four bands are there, lowest first, each with programs and a source."""
    assert [band.percent for band in bands()] == [100, 130, 138, 200]
    assert all(band.programs and band.source for band in bands())
