"""The way in: every page is reached through ``app.py``, also the first one that a process is asked for."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def send_through_app() -> None:
    """Start this run again through ``app.py`` when Streamlit has taken ``pages/`` for an app of its first kind.

    It does so until ``st.navigation`` has been called once in the process, and then shows whoever comes first under
    ``/email`` that one file, without navigation. Outside a run nothing happens.
    """
    if PagesManager.uses_pages_directory and get_script_run_ctx(suppress_warning=True) is not None:
        PagesManager.uses_pages_directory = False
        st.rerun()
