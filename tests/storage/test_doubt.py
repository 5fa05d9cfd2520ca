"""Nothing is deleted on the word of a clock that has leapt ahead."""

from __future__ import annotations

import pytest

from hartcity.storage.doubt import QUIET_DAYS, Doubt


DAY = 86_400
START = 1_800_000_000_000


class Steady:
    """A clock that only counts on, as far as the test moves it."""

    seconds = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.seconds


@pytest.fixture
def steady() -> Steady:
    """Give a steady clock."""
    return Steady()


def test_a_clock_that_leaps_is_doubted_for_a_day_and_then_believed(steady):
    """400 days in a moment delete nothing; when the clock still says so a day later, it is believed."""
    doubt = Doubt(steady)
    assert not doubt.holds(START, START)
    leapt = START + 400 * DAY * 1000
    assert doubt.holds(leapt, START)
    steady.seconds = DAY - 1
    assert doubt.holds(leapt + (DAY - 1) * 1000, leapt)
    steady.seconds = DAY
    assert not doubt.holds(leapt + DAY * 1000, leapt)


def test_a_clock_that_was_set_back_in_time_deletes_nothing_meanwhile(steady):
    """When somebody mends the clock within the day, nothing was deleted, and nothing is afterwards."""
    doubt = Doubt(steady)
    doubt.holds(START, START)
    assert doubt.holds(START + 400 * DAY * 1000, START)
    steady.seconds = 2.0 * DAY
    assert not doubt.holds(START + 2 * DAY * 1000, START)


def test_a_program_that_starts_long_after_the_last_change_waits_a_day(steady):
    """A clock that was wrong before the program started shows in a database that has long been quiet."""
    doubt = Doubt(steady)
    now = START + (QUIET_DAYS + 1) * DAY * 1000
    assert doubt.holds(now, START)
    steady.seconds = DAY
    assert not doubt.holds(now + DAY * 1000, START)


def test_an_ordinary_clock_is_believed_at_once(steady):
    """Hour after hour, night after night, nothing waits."""
    doubt = Doubt(steady)
    for hour in range(24 * 40):
        steady.seconds = hour * 3600.0
        assert not doubt.holds(START + hour * 3_600_000, START + max(0, hour - 30) * 3_600_000)


def test_an_empty_database_is_no_reason_for_doubt(steady):
    """Where nothing was ever saved there is nothing to compare with."""
    assert not Doubt(steady).holds(START, None)
