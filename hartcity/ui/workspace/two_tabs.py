"""Two tabs on one workspace: what the other one saved meanwhile, and with whose words this one goes on."""

from __future__ import annotations

import copy
import secrets
from dataclasses import replace
from typing import Literal

from hartcity.storage import Writing
from hartcity.ui.workspace.address import current_tab
from hartcity.ui.workspace.saving import store_draft, store_plan
from hartcity.ui.workspace.work import Newer


def conflict() -> Newer | None:
    """Return what another tab saved over this tab's starting point, until ``settle_conflict`` is called."""
    return current_tab().newer


def settle_conflict(keep: Literal["mine", "newer"]) -> None:
    """Go on with this tab's words or with the newer ones; the others stay among the versions (or the plan's undo)."""
    tab = current_tab()
    newer = tab.newer
    if newer is None:
        return
    tab.newer, tab.writer = None, secrets.token_urlsafe(16)
    if newer.part == "draft":
        tab.mark = tab.mark and replace(tab.mark, base=newer.revision)
        tab.draft_revision, tab.saved.writing = newer.revision, Writing(newer.text, newer.subject, newer.kind)
        if keep == "newer":
            tab.work.writing = tab.saved.writing
            tab.version = newer.version
            tab.note_saved(newer.saved_at)
        else:
            store_draft(tab)
    else:
        tab.plan_revision, tab.saved.plan = newer.revision, copy.deepcopy(dict(newer.plan))
        store_plan(tab)
        if keep == "newer" and tab.line.state == "saved":
            tab.work.plan = copy.deepcopy(dict(newer.plan))
            store_plan(tab)
