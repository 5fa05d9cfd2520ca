"""The words that screens use for what the core names by an id."""

from __future__ import annotations

from functools import cache

from hartcity import assignment, checks
from hartcity.engines import WRITTEN
from hartcity.model import Family


GROUPS = {
    Family.IDENTIFIER: "privacy",
    Family.SENSITIVE: "privacy",
    Family.STIGMATIZING: "tone",
    Family.PITY: "tone",
    Family.EXAGGERATION: "tone",
    Family.DEMAND: "tone",
    Family.BLAME: "tone",
    Family.INFORMAL: "tone",
    Family.WORDY: "clarity",
    Family.VAGUE: "clarity",
    Family.LONG_SENTENCE: "clarity",
    Family.PASSIVE_HIDDEN_ACTOR: "clarity",
    Family.GRAMMAR: "grammar",
}
"""Which of the four underlines a family of findings is drawn with."""

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

ENGINES = {**WRITTEN, "reader": "Reader"}


@cache
def _check_titles() -> dict[str, str]:
    return {check.id: check.title.rstrip(".") for check in checks.all_checks()}


def title(check: str) -> str:
    """Return the words for a check, a family of findings or a metric, whichever ``check`` names."""
    if check in _check_titles():
        return _check_titles()[check]
    if check in set(Family):
        return FAMILIES[Family(check)]
    return check.replace("_", " ").capitalize()


def criterion(name: str, asked: assignment.Assignment | None = None) -> str:
    """Return the title of a criterion of an assignment, the course's by default."""
    titles = {item.id: item.title for item in (asked or assignment.load(assignment.COURSE)).criteria}
    return titles.get(name, name.replace("_", " ").capitalize())


def engine(name: str) -> str:
    """Return an engine's name as its makers write it."""
    return ENGINES.get(name, name)
