"""The way in: every page is reached through ``app.py``, also the first one that a process is asked for."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx


def send_through_app() -> None:
    """Keep Streamlit from taking ``pages/`` for an app of its first kind; start a run that it did so in again.

    It does so until ``st.navigation`` has been called once in the process, and then shows whoever comes first under
    ``/email`` that one file, without navigation.
    """
    is_taken = PagesManager.uses_pages_directory
    PagesManager.uses_pages_directory = False
    if is_taken and get_script_run_ctx(suppress_warning=True) is not None:
        st.rerun()
