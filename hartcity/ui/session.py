"""The workspace of one browser tab: opened, kept in session state, saved, and told about in one line.

Nothing here raises to the screen. When the database refuses, the work stays in session state, the line says why, and
the next save tries again.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from hartcity.storage import (
    DraftConflict,
    NotStoredError,
    PlanConflict,
    Reason,
    Saved,
    Store,
    Workspace,
    Writing,
    new_id,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

ADDRESS_PARAMETER = "w"
"""The query parameter that holds the workspace's id."""

_KEY = "hartcity_session"

SavedState = Literal["saved", "saving", "not_saved", "nothing_yet", "conflict", "read_only"]

_REASONS: Mapping[Reason, str] = {
    Reason.FULL: "the disk is full",
    Reason.BUSY: "another program is using the database",
    Reason.READ_ONLY: "the database may only be read",
    Reason.UNREACHABLE: "the database cannot be reached",
    Reason.DAMAGED: "the stored data cannot be read",
    Reason.NEWER: "the data was written by a newer version of this program",
    Reason.REFUSED: "the database did not accept it",
}


@dataclass
class Work:
    """What the student has so far, as the screens read it. Change it through the functions of this module.

    ``plan`` is the contract's ServicePlan as JSON (``{}`` when new), ``kind`` is ``email`` or ``letter``, and
    ``preferences`` is any JSON that the screens want to find again.
    """

    id: str
    plan: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    subject: str = ""
    kind: str = "email"
    preferences: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedLine:
    """Whether the work is safe, in a word for the program and a sentence for the student."""

    state: SavedState
    text: str


@dataclass(frozen=True, slots=True)
class RecentWork:
    """A workspace that this browser session has opened."""

    id: str
    title: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Newer:
    """What another tab saved while this one was open. ``kept`` is the version that holds this tab's draft."""

    part: Literal["draft", "plan"]
    text: str = ""
    subject: str = ""
    kind: str = "email"
    plan: Mapping[str, Any] = field(default_factory=dict)
    kept: int = 0


_NOTHING_YET = SavedLine("nothing_yet", "Nothing to save yet")


@dataclass
class _Tab:
    """One Streamlit session. ``is_loaded`` is false while a workspace of the address could not be read yet."""

    work: Work
    writer: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    is_loaded: bool = True
    is_stored: bool = False
    draft_revision: int = 0
    plan_revision: int = 0
    version: int = 0
    retention_days: int | None = None
    saved: Work | None = None
    line: SavedLine = _NOTHING_YET
    newer: Newer | None = None
    newer_revision: int = 0
    recent: dict[str, RecentWork] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)


@st.cache_resource(show_spinner=False, on_release=Store.close)
def _store() -> Store:
    return Store.open()


def store() -> Store:
    """Return the store that all sessions of this process share.

    Raises:
        NotStoredError: the database could not be opened.
    """
    return _store()


def _tab() -> _Tab:
    tab: _Tab | None = st.session_state.get(_KEY)
    if tab is None:
        tab = _Tab(Work(new_id()))
        st.session_state[_KEY] = tab
    return tab


def _local_zone() -> tzinfo | None:
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def clock_words(moment: datetime) -> str:
    """Return the time of day on the student's clock, ``14:02``."""
    return moment.astimezone(_local_zone()).strftime("%H:%M")


def _not_saved(error: NotStoredError) -> SavedLine:
    state: SavedState = "read_only" if error.reason in {Reason.READ_ONLY, Reason.NEWER} else "not_saved"
    return SavedLine(state, f"Not saved: {_REASONS[error.reason]}. You can download a copy.")


def _copy(work: Work) -> Work:
    return Work(work.id, dict(work.plan), work.text, work.subject, work.kind, dict(work.preferences))


def _title(work: Work) -> str:
    person = work.plan.get("service_user")
    alias = person.get("alias") if isinstance(person, dict) else ""
    return str(alias or work.subject or "Untitled")


def _remember(tab: _Tab, moment: datetime) -> None:
    tab.recent[tab.work.id] = RecentWork(tab.work.id, _title(tab.work), moment)


def _take(tab: _Tab, workspace_id: str, found: Workspace) -> None:
    """Make ``found`` the tab's work."""
    draft = found.draft
    writing = Writing() if draft is None else draft.writing
    tab.work = Work(
        workspace_id, dict(found.plan), writing.text, writing.subject, writing.kind, dict(found.preferences)
    )
    tab.saved = _copy(tab.work)
    tab.is_loaded = tab.is_stored = True
    tab.plan_revision = found.plan_revision
    tab.draft_revision, tab.version = (0, 0) if draft is None else (draft.revision, draft.version)
    tab.retention_days = found.retention_days
    tab.newer = None
    tab.line = SavedLine("saved", f"Saved {clock_words(found.touched_at)}")
    _remember(tab, found.touched_at)


def _address() -> str:
    return st.query_params.get(ADDRESS_PARAMETER, "")


def _show_address(tab: _Tab) -> None:
    """Keep the address bar at this workspace; Streamlit clears it when the page changes."""
    if tab.is_stored or not tab.is_loaded:
        if _address() != tab.work.id:
            st.query_params[ADDRESS_PARAMETER] = tab.work.id
    elif ADDRESS_PARAMETER in st.query_params:
        del st.query_params[ADDRESS_PARAMETER]


def _read(tab: _Tab) -> None:
    """Read the workspace that the tab stands at, leaving alone what was typed while it could not be read."""
    try:
        found = store().load(tab.work.id)
    except NotStoredError as error:
        tab.is_loaded = False
        tab.line = SavedLine("not_saved", f"Your work could not be opened: {_REASONS[error.reason]}.")
        return
    tab.is_loaded = True
    if found is None:
        tab.work.id = new_id()
        tab.line = SavedLine("nothing_yet", "No work was found under this address, so this is a new one")
    elif tab.work == Work(tab.work.id):
        _take(tab, tab.work.id, found)
    else:
        tab.is_stored = True


def work() -> Work:
    """Return this tab's workspace: the one in the address, else a fresh one that is stored at its first save."""
    tab = _tab()
    asked = _address()
    if asked and asked != tab.work.id and asked not in tab.left:
        tab.left.add(tab.work.id)
        tab.work, tab.saved = Work(asked), None
        tab.is_stored, tab.draft_revision, tab.plan_revision, tab.version, tab.newer = False, 0, 0, 0, None
        tab.is_loaded = False
    if not tab.is_loaded:
        _read(tab)
    _show_address(tab)
    return tab.work


def _attempt(tab: _Tab, save: Callable[[Store], Saved | DraftConflict | PlanConflict]) -> Saved | None:
    """Run one save and set the line by how it went."""
    tab.line = SavedLine("saving", "Saving…")
    try:
        outcome = save(store())
    except NotStoredError as error:
        tab.line = _not_saved(error)
        return None
    tab.is_stored = tab.is_loaded = True
    _show_address(tab)
    if isinstance(outcome, DraftConflict):
        theirs = outcome.newer.writing
        tab.newer = Newer("draft", theirs.text, theirs.subject, theirs.kind, kept=outcome.kept)
        tab.newer_revision = outcome.newer.revision
    elif isinstance(outcome, PlanConflict):
        tab.newer = Newer("plan", plan=outcome.newer)
        tab.newer_revision = outcome.revision
    if not isinstance(outcome, Saved):
        tab.line = SavedLine("conflict", "Another tab has a newer version. Both are kept; which one would you like?")
        return None
    tab.line = SavedLine("saved", f"Saved {clock_words(outcome.saved_at)}")
    tab.saved = tab.saved or Work(tab.work.id)
    _remember(tab, outcome.saved_at)
    return outcome


def save_draft(*, text: str, subject: str, kind: str) -> None:
    """Save the draft; what is there already is not saved again."""
    work()
    tab = _tab()
    tab.work.text, tab.work.subject, tab.work.kind = text, subject, kind
    _save_draft(tab)


def _save_draft(tab: _Tab) -> None:
    writing = Writing(tab.work.text, tab.work.subject, tab.work.kind)
    before = tab.saved or Work(tab.work.id)
    if writing == Writing(before.text, before.subject, before.kind) and tab.newer is None:
        return
    outcome = _attempt(
        tab,
        lambda store: store.save_draft(tab.work.id, writing, base=tab.draft_revision, writer=tab.writer),
    )
    if outcome is not None and tab.saved is not None:
        tab.draft_revision, tab.version = outcome.revision, outcome.version
        tab.saved.text, tab.saved.subject, tab.saved.kind = writing.text, writing.subject, writing.kind


def save_plan(plan: dict[str, Any]) -> None:
    """Save the service plan (the contract's JSON); the one before it can be had back with ``undo_plan``."""
    work()
    tab = _tab()
    tab.work.plan = dict(plan)
    _save_plan(tab)


def _save_plan(tab: _Tab) -> None:
    plan = tab.work.plan
    if plan == (tab.saved or Work(tab.work.id)).plan and tab.newer is None:
        return
    outcome = _attempt(tab, lambda store: store.save_plan(tab.work.id, plan, base=tab.plan_revision, writer=tab.writer))
    if outcome is not None and tab.saved is not None:
        tab.plan_revision, tab.saved.plan = outcome.revision, dict(plan)


def save_preferences(preferences: dict[str, Any]) -> None:
    """Save the preferences; those that another tab set meanwhile under other names stay."""
    work()
    tab = _tab()
    tab.work.preferences = dict(preferences)
    before = (tab.saved or Work(tab.work.id)).preferences
    changed = {name: value for name, value in preferences.items() if name not in before or before[name] != value}
    removed = frozenset(before) - frozenset(preferences)
    if not changed and not removed:
        return
    outcome = _attempt(tab, lambda store: store.save_preferences(tab.work.id, changed, removed))
    if outcome is not None and tab.saved is not None:
        tab.saved.preferences = dict(preferences)


def saved_line() -> SavedLine:
    """Return how the last save went."""
    return _tab().line


def conflict() -> Newer | None:
    """Return what another tab saved over this tab's starting point, until ``settle_conflict`` is called."""
    return _tab().newer


def settle_conflict(keep: Literal["mine", "newer"]) -> None:
    """Go on with this tab's words or with the newer ones; the others stay among the versions (or the plan's undo)."""
    tab = _tab()
    newer = tab.newer
    if newer is None:
        return
    mine = dict(tab.work.plan)
    tab.newer, tab.writer = None, secrets.token_urlsafe(16)
    if newer.part == "draft":
        tab.draft_revision = tab.newer_revision
        if keep == "newer":
            tab.work.text, tab.work.subject, tab.work.kind = newer.text, newer.subject, newer.kind
        _save_draft(tab)
    else:
        tab.plan_revision = tab.newer_revision
        _save_plan(tab)
        if keep == "newer" and tab.work.plan == mine and tab.line.state == "saved":
            tab.work.plan = dict(newer.plan)
            _save_plan(tab)


def _step_plan(by: int) -> dict[str, Any] | None:
    work()
    tab = _tab()
    try:
        stepped = store().step_plan(tab.work.id, by, writer=tab.writer)
    except NotStoredError as error:
        tab.line = _not_saved(error)
        return None
    if stepped is None:
        return None
    plan, saved = stepped
    tab.work.plan, tab.plan_revision = plan, saved.revision
    tab.line = SavedLine("saved", f"Saved {clock_words(saved.saved_at)}")
    if tab.saved is not None:
        tab.saved.plan = dict(plan)
    return plan


def undo_plan() -> dict[str, Any] | None:
    """Go back to the plan before the last change; None when there is none."""
    return _step_plan(-1)


def redo_plan() -> dict[str, Any] | None:
    """Take the last ``undo_plan`` back; None when there is nothing to redo."""
    return _step_plan(1)


def open_workspace(workspace_id: str) -> bool:
    """Go on with another workspace; False when there is none under this id, or it cannot be read now."""
    tab = _tab()
    try:
        found = store().load(workspace_id)
    except NotStoredError as error:
        tab.line = SavedLine("not_saved", f"That work could not be opened: {_REASONS[error.reason]}.")
        return False
    if found is None:
        return False
    tab.left.add(tab.work.id)
    tab.left.discard(workspace_id)
    _take(tab, workspace_id, found)
    _show_address(tab)
    return True


def new_workspace() -> None:
    """Begin with an empty workspace; the one before it stays stored."""
    tab = _tab()
    left = tab.left | {tab.work.id, _address()}
    st.session_state[_KEY] = fresh = _Tab(Work(new_id()), recent=tab.recent, left=left)
    _show_address(fresh)


def recent() -> list[RecentWork]:
    """Return the workspaces that this browser session has opened or saved, newest first."""
    return sorted(_tab().recent.values(), key=lambda seen: seen.saved_at, reverse=True)
