"""The workspace of one browser tab, as the screens ask for it: the one place through which they read and change it.

``address`` says which workspace a tab stands at, ``saving`` stores what it holds and tells how that went, ``two_tabs``
keeps two tabs on one workspace apart, and ``plan_history`` takes changes of the plan back.
"""

from __future__ import annotations

from hartcity.ui.workspace.address import (
    ADDRESS_PARAMETER,
    current_tab,
    new_workspace,
    open_workspace,
    recent,
    who,
    work,
)
from hartcity.ui.workspace.clock import on_this_clock
from hartcity.ui.workspace.plan_history import redo_plan, undo_plan
from hartcity.ui.workspace.saving import (
    draft_revision,
    draft_version,
    save_draft,
    save_plan,
    save_preferences,
    saved_line,
    try_again,
)
from hartcity.ui.workspace.two_tabs import conflict, settle_conflict
from hartcity.ui.workspace.work import Newer, RecentWork, SavedLine, Work


__all__ = [
    "ADDRESS_PARAMETER",
    "Newer",
    "RecentWork",
    "SavedLine",
    "Work",
    "conflict",
    "current_tab",
    "draft_revision",
    "draft_version",
    "new_workspace",
    "on_this_clock",
    "open_workspace",
    "recent",
    "redo_plan",
    "save_draft",
    "save_plan",
    "save_preferences",
    "saved_line",
    "settle_conflict",
    "try_again",
    "undo_plan",
    "who",
    "work",
]
