"""Which directory a workspace uses: the student's own once it is there, the illustrative one until then."""

from __future__ import annotations

import streamlit as st

from hartcity.directory import Directory, from_text, load, to_text
from hartcity.ui.workspace import session


PREFERENCE = "directory"
"""The preference that holds the student's own directory as ``hartcity.directory.to_text`` wrote it."""

MOST_KEPT = 4_000_000
"""Characters of a directory that is saved with the work: some 10,000 services."""

_OPENED = "directory_opened"


@st.cache_resource(show_spinner=False)
def illustrative() -> Directory:
    """Return the illustrative directory, which all sessions share and none changes."""
    return load()


def in_use() -> Directory:
    """Return the workspace's directory. One that can no longer be read gives way to the illustrative one."""
    work = session.work()
    kept = work.preferences.get(PREFERENCE)
    opened = st.session_state.get(_OPENED)
    if opened is not None and opened[0] == work.id and opened[1] in {kept, None}:
        directory: Directory = opened[2]
        return directory
    if not isinstance(kept, str) or not kept:
        return illustrative()
    try:
        directory = from_text(kept)
    except ValueError:
        return illustrative()
    st.session_state[_OPENED] = (work.id, kept, directory)
    return directory


def use(directory: Directory) -> bool:
    """Make ``directory`` the workspace's own; whether it is saved with the work, or stays for this visit only."""
    work = session.work()
    text = to_text(directory)
    is_kept = len(text) <= MOST_KEPT
    kept = {name: value for name, value in work.preferences.items() if name != PREFERENCE}
    session.save_preferences({**kept, PREFERENCE: text} if is_kept else kept)
    st.session_state[_OPENED] = (session.work().id, text if is_kept else None, directory)
    return is_kept


def use_illustrative() -> None:
    """Go back to the illustrative directory."""
    st.session_state.pop(_OPENED, None)
    kept = session.work().preferences
    session.save_preferences({name: value for name, value in kept.items() if name != PREFERENCE})
