"""Rating first."""

from hartcity.model import CriterionResult, Level, Report
from hartcity.ui.workspace import self_rating


TEXT = "Dear team, could we meet?"
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
    preferences = self_rating.switched({"view": "full"}, on=True)
    asked = self_rating.shown(preferences, TEXT)
    assert asked == {"on": True, "shown": False, "mine": {}, "here": {}, "past": [], "isOld": False}
    preferences = self_rating.guessed(preferences, {"clarity": "met", "advocacy": "met"}, REPORT, TEXT)
    assert self_rating.shown(preferences)["past"] == [[1, 2]]
    preferences = self_rating.guessed(
        self_rating.switched(preferences, on=True), {"clarity": "met", "advocacy": "partly"}, REPORT, TEXT
    )
    assert self_rating.shown(preferences)["past"] == [[1, 2], [2, 2]]
    assert preferences["view"] == "full"


def test_a_rating_belongs_to_its_wording():
    """The levels that it was compared with stay, and after a change of the words it is known to be of older ones."""
    preferences = self_rating.guessed({}, {"clarity": "met", "advocacy": "met"}, REPORT, TEXT)
    assert self_rating.shown(preferences, TEXT)["here"] == {"clarity": "met", "advocacy": "partly"}
    assert not self_rating.shown(preferences, TEXT)["isOld"]
    assert self_rating.shown(preferences, f"{TEXT} Thank you.")["isOld"]


def test_odd_ratings_are_left_out():
    """A level that does not exist, or a rating of another shape, is no rating."""
    assert self_rating.shown(self_rating.guessed({}, {"clarity": "great"}, REPORT, TEXT))["mine"] == {}
    assert self_rating.shown(self_rating.guessed({}, ["met"], REPORT, TEXT))["mine"] == {}
    assert self_rating.shown({"guess": 3})["on"] is False
