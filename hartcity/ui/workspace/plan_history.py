"""Back to the plan before the last change, and forth again."""

from __future__ import annotations

import copy
from typing import Any

from hartcity.storage import NotAllowedError, NotStoredError
from hartcity.ui.workspace.address import tab_at_address
from hartcity.ui.workspace.store import store


def _step_plan(by: int) -> dict[str, Any] | None:
    tab = tab_at_address()
    try:
        stepped = store().step_plan(tab.who, by, writer=tab.writer)
    except NotStoredError as error:
        tab.note_refused(error)
        return None
    except NotAllowedError:
        tab.note_not_allowed()
        return None
    if stepped is None:
        return None
    plan, saved = stepped
    tab.work.plan, tab.saved.plan, tab.plan_revision = plan, copy.deepcopy(plan), saved.revision
    tab.note_saved(saved.saved_at)
    return plan


def undo_plan() -> dict[str, Any] | None:
    """Go back to the plan before the last change; None when there is none."""
    return _step_plan(-1)


def redo_plan() -> dict[str, Any] | None:
    """Take the last ``undo_plan`` back; None when there is nothing to redo."""
    return _step_plan(1)
