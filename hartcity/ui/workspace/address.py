"""Which workspace a tab stands at: kept in session state, shown in the address bar, opened and left again."""

from __future__ import annotations

import streamlit as st

from hartcity.storage import NotAllowedError, NotStoredError, Who, new_id
from hartcity.ui import signed_in
from hartcity.ui.workspace.retention import purge_once_an_hour
from hartcity.ui.workspace.store import REASONS, store
from hartcity.ui.workspace.tab import Tab
from hartcity.ui.workspace.work import RecentWork, SavedLine, Work


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


def show_address(tab: Tab) -> None:
    """Keep the address bar at this workspace; Streamlit clears it when the page changes."""
    if tab.is_stored or not tab.is_loaded:
        if st.query_params.get(ADDRESS_PARAMETER) != tab.work.id:
            st.query_params[ADDRESS_PARAMETER] = tab.work.id
    elif ADDRESS_PARAMETER in st.query_params:
        del st.query_params[ADDRESS_PARAMETER]


def tab_at_address() -> Tab:
    """Return what this tab holds of the workspace in the address, read first where that has not been done yet."""
    tab = current_tab()
    asked = st.query_params.get(ADDRESS_PARAMETER, "")
    if asked and asked != tab.work.id and asked not in tab.left:
        tab = _put(tab.fresh(asked))
    if not tab.is_loaded:
        tab.read()
    show_address(tab)
    return tab


def work() -> Work:
    """Return this tab's workspace: the one in the address, else a fresh one that is stored at its first save."""
    return tab_at_address().work


def who() -> Who:
    """Return the principal that asks the store about this tab's workspace."""
    return tab_at_address().who


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
    show_address(opened)
    return True


def new_workspace() -> None:
    """Begin with an empty workspace; the one before it stays stored."""
    show_address(_put(current_tab().fresh()))


def recent() -> list[RecentWork]:
    """Return the workspaces that this browser session has opened or saved, newest first."""
    return sorted(current_tab().recent.values(), key=lambda seen: seen.saved_at, reverse=True)
