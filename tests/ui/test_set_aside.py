"""What the student chose about findings."""

import pytest

from hartcity.model import Family, Finding, Report, Severity, Span
from hartcity.ui.workspace import privacy, set_aside


TEXT = "We recieved it and they recieved it."


def finding(start, check="harper.SpellCheck", family=Family.GRAMMAR):
    """Make a finding on the eight letters from ``start``."""
    span = Span(start, start + 8)
    return Finding(check, family, span, span.of(TEXT), "A spelling.", Severity.ERROR)


def report(*findings):
    """Make a report that says no more than ``findings``."""
    return Report("", None, {}, (), (), findings, {}, {})


def left(preferences, *findings):
    """Return where the findings stand that are still shown."""
    return [f.span.start for f in set_aside.visible(report(*findings), TEXT, preferences).findings]


def test_ignoring_once_leaves_the_same_words_elsewhere():
    """Only the finding between the same neighbors goes, wherever the text before it grew."""
    preferences = set_aside.ignore_once({}, check="harper.SpellCheck", text="recieved", before="We ", after=" it and")
    assert left(preferences, finding(3), finding(24)) == [24]


def test_a_rule_can_be_ignored():
    """All findings of the rule go, and no others."""
    preferences = set_aside.ignore_rule({}, "harper.SpellCheck")
    assert left(preferences, finding(3), finding(24), finding(3, "wordy.x", Family.WORDY)) == [3]


def test_an_identifier_is_never_ignored():
    """Privacy findings stay, whatever rule is ignored; they are decided instead."""
    preferences = set_aside.ignore_rule({}, "identifier.person_name")
    assert left(preferences, finding(3, "identifier.person_name", Family.IDENTIFIER)) == [3]


def test_every_choice_is_listed_and_can_be_undone():
    """What was chosen stands in a list, and undoing each of them leaves nothing chosen."""
    preferences = set_aside.ignore_once({}, check="a.b", text="recieved", before="We ", after=" it")
    preferences = set_aside.ignore_rule(preferences, "wordy.fact_that")
    preferences = set_aside.accept_word(preferences, "wexlish")
    preferences = privacy.decided(preferences, "Tyler: son", "stay")
    listed = set_aside.kept(preferences)
    assert [kept.what for kept in listed] == ["Ignored once", "Rule ignored", "Your word", "Can stay"]
    for kept in listed:
        preferences = set_aside.undone(preferences, kept.id)
    assert set_aside.kept(preferences) == ()


@pytest.mark.parametrize("name", [set_aside.ONCE, set_aside.RULES, set_aside.WORDS, privacy.DECISIONS])
@pytest.mark.parametrize("odd", [None, 3, [3], {"a": 1}, "text"])
def test_odd_preferences_choose_nothing_and_break_nothing(name, odd):
    """Preferences of another shape leave every finding where it is."""
    assert left({name: odd}, finding(3)) == [3]
    assert set_aside.undone({name: odd}, f"{name}:x")
    set_aside.kept({name: odd})
