"""The words that screens use for what the core names by an id."""

from __future__ import annotations

from hartcity.assignment import titles
from hartcity.assignment.titles import check_title
from hartcity.model import ENGINE_NAMES, Family


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

FAMILIES = titles.FAMILIES


def title(check: str) -> str:
    """Return the words for a check, a family of findings or a metric, whichever ``check`` names."""
    return FAMILIES[Family(check)] if check in set(Family) else check_title(check)


def engine(name: str) -> str:
    """Return an engine's name as its makers write it."""
    return ENGINE_NAMES.get(name, name)
