"""Where a button leads, remembered until the page is there, so that nothing that comes between undoes the click."""

from __future__ import annotations

import streamlit as st

from hartcity.ui.workspace import session


_ASKED_FOR = "next_page"


def go_to(name: str) -> None:
    """Ask for the page ``pages/<name>.py``. For callbacks: a run of a page may be broken off, and a callback is not."""
    st.session_state[_ASKED_FOR] = name


def follow(drawn: str) -> None:
    """Go where a callback asked to go, unless that page (``drawn``, the last part of its address) is there."""
    asked = st.session_state.get(_ASKED_FOR)
    if asked == drawn:
        del st.session_state[_ASKED_FOR]
    elif asked:
        st.switch_page(f"pages/{asked}.py", query_params={"w": session.work().id})
