"""What reports name by an id has one name for people."""

import pytest

from hartcity.assignment.titles import check_title
from hartcity.checks import all_checks
from hartcity.plan import plan_checks
from hartcity.ui import labels
from hartcity.ui.classes.words import titles


@pytest.mark.parametrize("check", [*all_checks(), *plan_checks()], ids=lambda check: check.id)
def test_screens_and_documents_call_a_check_by_its_own_title(check):
    """The title that a check's file gives is the one that everybody reads."""
    assert labels.title(check.id) == check_title(check.id) == check.title.rstrip(".")


@pytest.mark.parametrize("check", plan_checks(), ids=lambda check: check.id)
def test_the_class_table_calls_a_check_of_the_plan_by_its_title(check):
    """A column of the class is headed as the student's own page."""
    assert titles([f"plan_{check.id}"], {}) == {f"plan_{check.id}": f"Plan: {check.title}"}


def test_what_is_no_check_comes_in_words():
    """An id that nobody knows is still readable."""
    assert check_title("not_a_check") == "Not a check"
