"""The assignment that this workspace is scored by: the course's, or one that a tutor gave a code for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hartcity.assignment import COURSE, Assignment, AssignmentError, load
from hartcity.classes.own_assignments import given


PREFERENCE = "asked"
"""The preference that holds the code that a tutor gave; without one it is the course's assignment."""


def code_of(preferences: Mapping[str, Any]) -> str:
    """Return the code that the student opened an assignment with, empty without one."""
    code = preferences.get(PREFERENCE)
    return code if isinstance(code, str) else ""


def assignment_of(preferences: Mapping[str, Any]) -> Assignment:
    """Return the assignment in use; the course's where the tutor's is not there any more."""
    return opened(code_of(preferences)) or load(COURSE)


def opened(code: str) -> Assignment | None:
    """Return the assignment under a code as a person types it, or None when there is none."""
    typed = _as_kept(code)
    try:
        return given(typed) if typed else None
    except AssignmentError:
        return None


def chosen(preferences: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return the preferences with another assignment; an empty code is the course's."""
    kept = {name: value for name, value in preferences.items() if name != PREFERENCE}
    typed = _as_kept(code)
    return {**kept, PREFERENCE: typed} if typed else kept


def _as_kept(code: str) -> str:
    """Return a code as it is kept, however a person typed it."""
    return code.strip().lower().replace("-", "").replace(" ", "")
