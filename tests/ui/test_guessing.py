"""Rating first."""

from hartcity.model import CriterionResult, Level, Report
from hartcity.ui import guessing


REPORT = Report(
    "",
    None,
    {},
    (CriterionResult("clarity", Level.MET, 90.0), CriterionResult("advocacy", Level.PARTLY, 50.0)),
    (),
    (),
    {},
    {},
)


def test_a_rating_is_kept_beside_ours_over_time():
    """Each rating adds how many levels were the same; switching on anew asks again and keeps the past."""
    preferences = guessing.switched({"view": "full"}, on=True)
    assert guessing.shown(preferences) == {"on": True, "shown": False, "mine": {}, "past": []}
    preferences = guessing.guessed(preferences, {"clarity": "met", "advocacy": "met"}, REPORT)
    assert guessing.shown(preferences)["past"] == [[1, 2]]
    preferences = guessing.guessed(
        guessing.switched(preferences, on=True), {"clarity": "met", "advocacy": "partly"}, REPORT
    )
    assert guessing.shown(preferences)["past"] == [[1, 2], [2, 2]]
    assert preferences["view"] == "full"


def test_odd_ratings_are_left_out():
    """A level that does not exist, or a rating of another shape, is no rating."""
    assert guessing.shown(guessing.guessed({}, {"clarity": "great"}, REPORT))["mine"] == {}
    assert guessing.shown(guessing.guessed({}, ["met"], REPORT))["mine"] == {}
    assert guessing.shown({"guess": 3})["on"] is False
