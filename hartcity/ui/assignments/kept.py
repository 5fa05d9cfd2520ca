"""The own assignments that this workspace knows."""

from __future__ import annotations

from hartcity.classes.own_assignments import OwnAssignment
from hartcity.ui.workspace import session


_KEPT = "assignments"
_MOST_KEPT = 30


def known() -> list[OwnAssignment]:
    """Return the assignments that this workspace made or opened, the latest first."""
    found = [OwnAssignment(code) for code in session.work().preferences.get(_KEPT, [])]
    return [each for each in found if each.versions]


def remember(own: OwnAssignment) -> None:
    """Keep an assignment among those of this workspace."""
    preferences = session.work().preferences
    kept = [code for code in preferences.get(_KEPT, []) if code != own.code]
    session.save_preferences({**preferences, _KEPT: [own.code, *kept][:_MOST_KEPT]})
