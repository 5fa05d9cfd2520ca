"""The words by which screens and documents call what reports name by an id: checks, criteria, families, states."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hartcity.assignment.load import COURSE, load
from hartcity.checks import all_checks
from hartcity.model import Family, Level, State
from hartcity.plan import plan_checks


if TYPE_CHECKING:
    from hartcity.assignment.schema import Assignment


FAMILIES = {
    Family.IDENTIFIER: "Could identify someone",
    Family.SENSITIVE: "Private matter",
    Family.STIGMATIZING: "Words about a person",
    Family.PITY: "Pity",
    Family.EXAGGERATION: "Exaggeration",
    Family.DEMAND: "Pressure",
    Family.BLAME: "Blame",
    Family.INFORMAL: "Informal",
    Family.WORDY: "Wordy",
    Family.VAGUE: "Vague",
    Family.LONG_SENTENCE: "Long sentence",
    Family.PASSIVE_HIDDEN_ACTOR: "Who acts",
    Family.GRAMMAR: "Spelling and grammar",
}

LEVELS = {Level.MET: "met", Level.PARTLY: "partly", Level.NOT_YET: "not yet"}
STATES = {
    State.MET: "met",
    State.PARTLY: "partly",
    State.NOT_SEEN: "not seen",
    State.NOT_APPLICABLE: "does not apply",
}


@cache
def _checks() -> dict[str, str]:
    named = {check.id: check.title for check in all_checks()} | {check.id: check.title for check in plan_checks()}
    return {identifier: title.rstrip(".") for identifier, title in named.items()}


def check_title(identifier: str) -> str:
    """Return what a check of either part is called; what is no check gives its id in words."""
    return _checks().get(identifier) or _in_words(identifier)


def criterion_title(identifier: str, asked: Assignment | None = None) -> str:
    """Return the heading of a criterion of an assignment, the course's by default; another id comes in words."""
    titles = {item.id: item.title for item in (asked or load(COURSE)).criteria}
    return titles.get(identifier) or _in_words(identifier)


def _in_words(identifier: str) -> str:
    return identifier.replace("_", " ").capitalize()
