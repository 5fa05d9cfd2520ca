"""What the tutor said, in a panel beside the editor; it looks for news by itself."""

from __future__ import annotations

import streamlit as st

from hartcity.ui import overrides, session
from hartcity.ui.sharing.asking import ask
from hartcity.ui.sharing.threads import draw_threads


_LOOK_SECONDS = 3.0


def comments_beside_the_editor() -> None:
    """Draw the panel when the work was ever shared or commented on."""
    work = session.work()
    if not work.text and not work.plan:
        return
    shares = ask(lambda store: store.shares.list(session.who()))
    if shares or ask(lambda store: store.comments.list(session.who())):
        with st.sidebar:
            st.fragment(_panel, run_every=_LOOK_SECONDS)()


def _panel() -> None:
    work = session.work()
    comments = ask(lambda store: store.comments.list(session.who())) or []
    overrides.remember(work.id, comments)
    st.header("From your tutor", anchor=False)
    if not comments:
        st.caption("No comments yet. They appear here while you write.")
    else:
        draw_threads(session.who(), comments, work.text, may_answer=True, key="mine")
