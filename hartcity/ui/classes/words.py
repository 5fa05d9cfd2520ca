"""The words and shapes of the class screen."""

from __future__ import annotations

from collections.abc import Mapping

from hartcity.classes.summary_table import SCORES
from hartcity.model import Family
from hartcity.plan import plan_checks
from hartcity.ui import labels


STATES = {"met": "● Met", "partly": "◐ Partly", "not_seen": "○ Not seen", "not_applicable": "Does not apply"}
LEVELS = {"met": "● Met", "partly": "◐ Partly", "not_yet": "○ Not yet"}
NOT_A_GRADE = "Practice feedback, not a grade."

_HEADS = {
    "student": "Student",
    "report": "Report",
    "draft": "Draft",
    "plan": "Plan",
    "not_read": "Not read",
    "words": "Words",
    "versions": "Over versions",
}


def titles(heads: list[str], criteria: Mapping[str, str]) -> dict[str, str]:
    """Return a title for each column of the table; ``criteria`` holds the assignment's own."""
    plan = {check.id: check.id.replace("_", " ").capitalize() for check in plan_checks()}
    found = {}
    for head in heads:
        kind, _, name = head.partition("_")
        if head in _HEADS:
            found[head] = _HEADS[head]
        elif head in criteria:
            found[head] = criteria[head]
        elif head.removesuffix("_level") in criteria:
            found[head] = f"{criteria[head.removesuffix('_level')]}: level"
        elif kind == "score" and name in SCORES:
            found[head] = f"Wording: {name}"
        elif kind == "findings" and name in set(Family):
            found[head] = f"Marked: {labels.title(name)}"
        elif kind == "check":
            found[head] = labels.title(name)
        elif kind == "plan":
            found[head] = f"Plan: {plan.get(name, name)}"
        else:
            found[head] = head
    return found
