"""What every page does in the browser while the app cannot be reached."""

from __future__ import annotations

import streamlit as st


_KEY = "page"


def watch_page() -> None:
    """Put a watch on the page that speaks in place of Streamlit's own boxes; it stays for as long as the page does."""
    st.components.v2.component("hartcity.page", js="page-*.js")(key=_KEY)
