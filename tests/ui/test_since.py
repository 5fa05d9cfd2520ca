"""When something was saved, in words."""

import datetime as dt

import pytest

from hartcity.ui.since import said_since


NOON = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (dt.timedelta(hours=2), "today at 10:00"),
        (dt.timedelta(days=1), "yesterday"),
        (dt.timedelta(days=6), "on November 23"),
        (dt.timedelta(days=400), "on October 25, 2025"),
    ],
)
def test_a_time_is_said_as_people_say_it(ago, said):
    """Today has its hour, yesterday its word, and an older day its date."""
    assert said_since(NOON - ago, NOON) == said
