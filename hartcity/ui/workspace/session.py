"""The workspace of one browser tab: opened, kept in session state, saved, and told about in one line.

Nothing here raises to the screen. When the database refuses, the work stays in session state, the line says why, and
the next save tries again.
"""

from __future__ import annotations

import copy
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from hartcity.storage import Mark, NotAllowedError, NotStoredError, Who, Writing, new_id
from hartcity.ui import signed_in
from hartcity.ui.workspace.retention import purge_once_an_hour
from hartcity.ui.workspace.tab import (
    REASONS,
    Newer,
    RecentWork,
    SavedLine,
    Tab,
    Work,
    on_this_clock,
    store,
)


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Newer",
    "RecentWork",
    "SavedLine",
    "Work",
    "attach_report",
    "conflict",
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

ADDRESS_PARAMETER = "w"
"""The query parameter that holds the workspace's id."""

_KEY = "hartcity_tab"


def current_tab() -> Tab:
    """Return what this tab holds, whatever the address says."""
    tab: Tab | None = st.session_state.get(_KEY)
    if tab is None:
        purge_once_an_hour()
        tab = _put(Tab(Work(new_id())))
    return tab


def _put(tab: Tab) -> Tab:
    st.session_state[_KEY] = tab
    return tab


def _show_address(tab: Tab) -> None:
    """Keep the address bar at this workspace; Streamlit clears it when the page changes."""
    if tab.is_stored or not tab.is_loaded:
        if st.query_params.get(ADDRESS_PARAMETER) != tab.work.id:
            st.query_params[ADDRESS_PARAMETER] = tab.work.id
    elif ADDRESS_PARAMETER in st.query_params:
        del st.query_params[ADDRESS_PARAMETER]


def _tab_at_address() -> Tab:
    tab = current_tab()
    asked = st.query_params.get(ADDRESS_PARAMETER, "")
    if asked and asked != tab.work.id and asked not in tab.left:
        tab = _put(tab.fresh(asked))
    if not tab.is_loaded:
        tab.read()
    _show_address(tab)
    return tab


def work() -> Work:
    """Return this tab's workspace: the one in the address, else a fresh one that is stored at its first save."""
    return _tab_at_address().work


def who() -> Who:
    """Return the principal that asks the store about this tab's workspace."""
    return _tab_at_address().who


def save_draft(*, text: str, subject: str, kind: str, mark: Mark | None = None) -> None:
    """Save the draft; what is there already is not saved again.

    ``mark`` says which text of a page in a browser it is; without one the words come from this program itself.
    """
    tab = _tab_at_address()
    tab.work.writing, tab.mark = Writing(text, subject, kind), mark
    _save_draft(tab)


def _save_draft(tab: Tab) -> None:
    writing = tab.work.writing
    if writing == tab.saved.writing and tab.newer is None:
        if tab.line.state == "not_saved":
            _save_what_is_left(tab)
        return
    mark = tab.mark or tab.next_mark()
    saved = tab.attempt(
        lambda store: store.save_draft(
            tab.who, writing, base=mark.base, writer=mark.writer, number=mark.number, after=mark.after
        )
    )
    _show_address(tab)
    if saved is not None:
        tab.saved.writing = writing
        tab.draft_revision, tab.version = saved.revision, saved.version
        _save_all_anew(tab)


def save_plan(plan: Mapping[str, Any]) -> None:
    """Save the service plan (the contract's JSON); the one before it can be had back with ``undo_plan``."""
    tab = _tab_at_address()
    tab.work.plan = copy.deepcopy(dict(plan))
    _save_plan(tab)


def _save_plan(tab: Tab) -> None:
    plan = copy.deepcopy(tab.work.plan)
    if plan == tab.saved.plan and tab.newer is None:
        return
    saved = tab.attempt(lambda store: store.save_plan(tab.who, plan, base=tab.plan_revision, writer=tab.writer))
    _show_address(tab)
    if saved is not None:
        tab.saved.plan, tab.plan_revision = plan, saved.revision
        _save_all_anew(tab)


def save_preferences(preferences: Mapping[str, Any]) -> None:
    """Save the preferences; those that another tab set meanwhile under other names stay."""
    tab = _tab_at_address()
    wanted = copy.deepcopy(dict(preferences))
    tab.work.preferences = copy.deepcopy(wanted)
    before = tab.saved.preferences
    changed = {name: value for name, value in wanted.items() if name not in before or before[name] != value}
    removed = frozenset(before) - frozenset(wanted)
    if not changed and not removed:
        return
    saved = tab.attempt(lambda store: store.save_preferences(tab.who, changed, removed))
    _show_address(tab)
    if saved is not None:
        tab.saved.preferences = wanted


def _save_all_anew(tab: Tab) -> None:
    """Store what this tab holds in a new database, when the one before was lost while the page was open."""
    if not tab.is_anew:
        return
    tab.is_anew = False
    _save_what_is_left(tab)
    if tab.line.state == "saved":
        tab.line = SavedLine("saved", f"{tab.line.text}, in a new file. The one before was moved or deleted.")


def _save_what_is_left(tab: Tab) -> None:
    if tab.work.plan != tab.saved.plan:
        _save_plan(tab)
    if tab.work.writing != tab.saved.writing:
        _save_draft(tab)
    save_preferences(tab.work.preferences)


def try_again() -> SavedLine:
    """Save what could not be saved before, and return how that went."""
    tab = _tab_at_address()
    if tab.line.state == "not_saved" and tab.newer is None:
        _save_what_is_left(tab)
    return saved_line()


def attach_report(writing: Writing, summary: Mapping[str, Any]) -> None:
    """Keep what a report said about ``writing`` (JSON) with the version that holds it, unless that was changed since.

    A report can always be made again, so the line does not speak of one that was not kept.
    """
    tab = current_tab()
    if tab.version:
        try:
            store().versions.attach_report(tab.who, tab.version, writing, summary)
        except (NotStoredError, NotAllowedError):
            return


def saved_line() -> SavedLine:
    """Return how the last save went, as long as what was saved is still there."""
    tab = current_tab()
    if tab.line.state == "saved":
        try:
            store().check()
        except NotStoredError as error:
            tab.note_refused(error)
    return tab.line


def draft_revision() -> int:
    """Return the revision of the stored draft that this tab goes on from; 0 before the first one."""
    return current_tab().draft_revision


def draft_version() -> int:
    """Return the number of the version that this tab's draft is; 0 before the first one."""
    return current_tab().version


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
            _save_draft(tab)
    else:
        tab.plan_revision, tab.saved.plan = newer.revision, copy.deepcopy(dict(newer.plan))
        _save_plan(tab)
        if keep == "newer" and tab.line.state == "saved":
            tab.work.plan = copy.deepcopy(dict(newer.plan))
            _save_plan(tab)


def _step_plan(by: int) -> dict[str, Any] | None:
    tab = _tab_at_address()
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


def open_workspace(workspace_id: str) -> bool:
    """Go on with another workspace; False when there is none under this id, or it cannot be read now."""
    tab = current_tab()
    try:
        found = store().load(signed_in.owner_of(workspace_id))
    except NotStoredError as error:
        tab.line = SavedLine(tab.line.state, f"That work could not be opened: {REASONS[error.reason]}.")
        return False
    except NotAllowedError:
        tab.line = SavedLine(tab.line.state, "That work belongs to somebody else.")
        return False
    if found is None:
        return False
    opened = _put(tab.fresh(workspace_id))
    opened.take(found)
    _show_address(opened)
    return True


def new_workspace() -> None:
    """Begin with an empty workspace; the one before it stays stored."""
    _show_address(_put(current_tab().fresh()))


def recent() -> list[RecentWork]:
    """Return the workspaces that this browser session has opened or saved, newest first."""
    return sorted(current_tab().recent.values(), key=lambda seen: seen.saved_at, reverse=True)
