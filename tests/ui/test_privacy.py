"""The privacy gate."""

from hartcity.model import Family, Finding, Report, Severity, Span
from hartcity.ui.workspace import privacy


def finding(text, start=0, family=Family.IDENTIFIER):
    """Make a finding on ``text``."""
    return Finding("identifier.person_name", family, Span(start, start + len(text)), text, "A name.", Severity.WARNING)


def report(*findings):
    """Make a report that says no more than ``findings``."""
    return Report("", None, {}, (), (), findings, {}, {})


def test_identifiers_wait_for_a_decision():
    """Only words that could identify somebody are asked about, and until they are decided."""
    seen = report(finding("Tyler"), finding("due to", family=Family.WORDY))
    assert [f.text for f in privacy.undecided(seen.findings, {})] == ["Tyler"]
    preferences = privacy.decided({"view": "full"}, "Tyler", "stay")
    assert privacy.undecided(seen.findings, preferences) == ()
    assert preferences["view"] == "full"


def test_a_decision_holds_for_the_same_words_anywhere():
    """Case, spacing and place do not matter; other words are asked about anew."""
    preferences = privacy.decided({}, "her son  Tyler", "stay")
    assert privacy.undecided([finding("Her son Tyler", 40)], preferences) == ()
    assert privacy.undecided([finding("Her son Tom", 40)], preferences)


def test_a_decision_can_be_taken_back():
    """Reopening a decision asks again."""
    preferences = privacy.decided({}, "Tyler", "stay")
    assert privacy.undecided([finding("Tyler")], privacy.reopened(preferences, "tyler"))


def test_odd_preferences_decide_nothing():
    """Preferences of another shape are read as no decision."""
    for odd in ({"privacy": None}, {"privacy": []}, {"privacy": {"tyler": 1}}):
        assert privacy.undecided([finding("Tyler")], odd)
