"""Which directory a workspace uses: the student's own once it is there, the illustrative one until then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


def kept_in(preferences: Mapping[str, Any]) -> str:
    """Return the student's own directory as it is saved with their work, empty where there is none."""
    kept = preferences.get(PREFERENCE)
    return kept if isinstance(kept, str) else ""


def opened(kept: str) -> Directory | None:
    """Return the directory that was saved as ``kept``; None where it can no longer be read, or there is none."""
    try:
        return from_text(kept) if kept else None
    except ValueError:
        return None


def in_use() -> Directory:
    """Return the workspace's directory. One that can no longer be read gives way to the illustrative one."""
    work = session.work()
    kept = kept_in(work.preferences)
    known: tuple[str, str | None, Directory] | None = st.session_state.get(_OPENED)
    if known is not None and known[0] == work.id and known[1] in {kept, None}:
        return known[2]
    directory = opened(kept)
    if directory is None:
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
