"""What Streamlit's own parts need beside a theme."""

from __future__ import annotations

import streamlit as st


_STYLE = """
[data-testid="stExpandSidebarButton"] { width: auto; }
[data-testid="stExpandSidebarButton"]::after { content: "Menu"; margin-left: 0.25rem; }
"""
"""On a narrow screen the pages stand behind a button with two angles; a word says what it opens."""


def put_right() -> None:
    """Draw what every page needs."""
    add_style(_STYLE)


def add_style(style: str) -> None:
    """Put a style sheet of ours into the page; it takes no room."""
    st.html(f"<style>{style}</style>")
