"""Assignments are data, and the data is held against what there is."""

import pytest

from hartcity import checks, metrics
from hartcity.assignment import AssignmentError, CheckLine, assignments, load
from hartcity.assignment.load import parse
from hartcity.model import Family
from hartcity.text import Document


CRITERIA = {"diplomacy", "collaboration", "professional_communication", "clarity", "concision", "advocacy"}


def test_the_contract_names_the_criteria():
    """The advocacy email is scored on the six criteria of the contract."""
    assert {criterion.id for criterion in load("advocacy-email").criteria} == CRITERIA


@pytest.mark.parametrize("name", assignments())
def test_every_line_stands_on_something(name):
    """Each check, metric and score that an assignment counts on exists."""
    document = Document.of_text("Could we meet on Monday? Thank you for your help with the family.")
    known_metrics = {*metrics.measure(document), *metrics.score(document)}
    known_checks = {check.id for check in checks.all_checks()}
    for criterion in load(name).criteria:
        for line in criterion.earns:
            if isinstance(line, CheckLine):
                assert line.check in known_checks
            else:
                assert line.metric in known_metrics


@pytest.mark.parametrize("name", assignments())
def test_next_steps_leave_nothing_out(name):
    """Every check and every family has its place among the next steps, once."""
    asked = load(name)
    families = [family for stage in asked.stages for family in stage.families]
    assert sorted(families) == sorted(Family)
    placed = sorted(check for stage in asked.stages for check in stage.checks)
    assert placed == (sorted(check.id for check in checks.all_checks()) if asked.is_email else [])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("of = 35", "of = 34"), "add up to 99"),
        (('title = "Advocacy email"', ""), "'title' is missing"),
        (("band = [30, 65]", "band = [30, 65, 70]"), "two or four corners"),
        (('family = "demand"', 'family = "demands"'), "demands"),
        (("is_email = true", "is_email = "), "no valid TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(change, said):
    """A mistake in an assignment's file is named, with the file."""
    from importlib import resources  # noqa: PLC0415 - the file is read where it is spoiled

    source = resources.files("hartcity.assignment").joinpath("advocacy-email.toml").read_text(encoding="utf-8")
    with pytest.raises(AssignmentError, match=r"advocacy-email\.toml") as caught:
        parse("advocacy-email", source.replace(*change, 1))
    assert said in str(caught.value)


def test_an_unknown_assignment_is_named_with_those_there_are():
    """Asking for an assignment that does not exist says which do."""
    with pytest.raises(AssignmentError, match="advocacy-email, general"):
        load("sonnet")
