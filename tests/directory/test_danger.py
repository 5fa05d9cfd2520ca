"""Searches that tell of danger to life, and those that only sound so."""

import pytest

from hartcity.directory.danger import dangers, whom_to_call


@pytest.mark.parametrize(("danger", "query"), [(one, query) for one in dangers() for query in one.told], ids=str)
def test_a_query_that_tells_of_danger_is_heard(danger, query):
    """Each file's examples are heard by that file, whatever their case."""
    assert danger.is_told(query)
    assert danger.is_told(query.upper())
    assert set(danger.call) <= set(whom_to_call(query))


@pytest.mark.parametrize("query", [query for one in dangers() for query in one.ordinary])
def test_where_nobody_is_in_danger_nothing_is_said(query):
    """Training, grief, law and everyday words show no note from any file."""
    assert whom_to_call(query) == ()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "shelter",
        "rent help",
        "evening child care",
        "food",
        "dying for a coffee",
        "legal aid",
        "hospice",
        "dental pain",
    ],
)
def test_everyday_searches_stay_as_they_are(query):
    """Most searches see no note."""
    assert whom_to_call(query) == ()


def test_whom_to_call_is_told_once():
    """Two dangers in one query do not repeat a number."""
    lines = whom_to_call("he hits me and I want to die")
    assert len(lines) == len(set(lines)) == 3
    assert all(number in " ".join(lines) for number in ("911", "988", "1-800-799-7233"))


def test_an_apostrophe_left_out_in_haste_changes_nothing():
    """A "not" is heard without its apostrophe, and with a curled one."""
    for said in ("she can't breathe", "she can\u2019t breathe", "I don't want to live"):
        assert whom_to_call(said)
        assert whom_to_call(said.replace("'", ""))
    assert whom_to_call("odd jobs") == ()
