"""The words and shapes of the class screen."""

from __future__ import annotations

from collections.abc import Mapping

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
    return {head: _title(head, criteria) for head in heads}


def _title(head: str, criteria: Mapping[str, str]) -> str:
    if head in _HEADS:
        return _HEADS[head]
    if head in criteria:
        return criteria[head]
    if head.removesuffix("_level") in criteria:
        return f"{criteria[head.removesuffix('_level')]}: level"
    kind, _, name = head.partition("_")
    by_kind = {
        "score": f"Wording: {name}",
        "findings": f"Marked: {labels.title(name)}",
        "check": labels.title(name),
        "plan": f"Plan: {labels.title(name)}",
    }
    return by_kind.get(kind, head)
