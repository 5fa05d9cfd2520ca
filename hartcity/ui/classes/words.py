"""The words and shapes of the class screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def pace(rate: str, left: str) -> str:
    """Return how fast a class is read and how long it takes yet; a rate too slow to be a number is left out."""
    if not rate:
        return ""
    return f", {rate} a second, {left} left" if float(rate) else f", {left} left"


def how_many(shown: int, rows: Sequence[Mapping[str, str]]) -> str:
    """Return how many of the class's students are shown, and for how many a draft was read where not for all."""
    read = sum(row["draft"] == "read" for row in rows)
    told = f"**{shown}** of {len(rows)} students"
    return told if read == len(rows) else f"{told}. Drafts read: **{read}**, and the rest of the tabs is about these."


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
