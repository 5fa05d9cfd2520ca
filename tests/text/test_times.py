"""Days and times that a calendar can hold."""

from __future__ import annotations

import pytest

from hartcity.text.times import moments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Monday at 10 or Wednesday at 2", ["Monday at 10", "Wednesday at 2"]),
        (
            "on Tuesday, December 8, at 10:00 a.m. or Thursday, December 10, at noon",
            ["Tuesday, December 8, at 10:00 a.m.", "Thursday, December 10, at noon"],
        ),
        ("December 3 after 1 p.m.", ["December 3 after 1 p.m."]),
        ("the 4th of December at 11:00", ["4th of December at 11:00"]),
        ("12/3 at 10", ["12/3 at 10"]),
        ("Thursday morning", ["Thursday morning"]),
        ("on May 4 or 6", ["May 4", "6"]),
        ("December 3 or the 9th at noon", ["December 3", "9th at noon"]),
        ("next week, or whenever you can", []),
        ("We may sit in the sun.", []),
        ("She has two children and three jobs.", []),
    ],
)
def test_times_are_found_whole(text: str, found: list[str]):
    """A day takes the hour that goes with it, and vague times and other words are none."""
    assert [moment.span.of(text) for moment in moments(text)] == found


def test_two_hours_of_one_day_are_two_times():
    """'at 9 or at 11' offers a choice."""
    assert len(moments("Tuesday at 9 or at 11")) == 2


def test_offsets_count_from_the_draft():
    """A moment stands where its sentence stands."""
    assert moments("Monday at 10", start=7)[0].span == (7, 19)


def test_today_alone_presses():
    """'today' without an hour is a push and no time to choose."""
    assert moments("Call me today!")[0].pressing
    assert not moments("Call me today at 4 p.m.")[0].pressing
