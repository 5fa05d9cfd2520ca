"""A row of a class's table in words for people; the table itself keeps its ids, for programs."""

from __future__ import annotations

from collections.abc import Mapping

from hartcity.assignment.titles import LEVELS, STATES
from hartcity.model import whole_points


HEADS = {"report": "Report among the PDFs", "versions": "Mean score of each version, oldest first"}
"""What stands above a column that needs more words where nothing explains it."""

_LEVELS: Mapping[str, str] = {level.value: words.capitalize() for level, words in LEVELS.items()}
_STATES: Mapping[str, str] = {state.value: words.capitalize() for state, words in STATES.items()}


def in_words(row: Mapping[str, str]) -> dict[str, str]:
    """Return the row with levels and states in words, a report only where there is one, and versions when several."""
    return {head: _said(head, cell, row) for head, cell in row.items()}


def _said(head: str, cell: str, row: Mapping[str, str]) -> str:
    if head == "report":  # a student of whom nothing could be read has none
        return cell.replace(".json", ".pdf") if row.get("draft") else ""
    if head == "versions":
        numbers = cell.split()
        return ", ".join(numbers) if len(numbers) > 1 else ""
    if cell and (head.startswith("score_") or f"{head}_level" in row):
        return str(whole_points(float(cell)))
    if head.endswith("_level"):
        return _LEVELS.get(cell, cell)
    return _STATES.get(cell, cell) if head.startswith(("check_", "plan_")) else cell
