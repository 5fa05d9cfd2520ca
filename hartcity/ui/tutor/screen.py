"""The screen as a whole: the way in, what was shared, and a glance every second whether it changed or ended."""

from __future__ import annotations

import streamlit as st

from hartcity.ui.safe import safe
from hartcity.ui.tutor.brief import draw_brief
from hartcity.ui.tutor.draft_tab import draw_draft_tab
from hartcity.ui.tutor.entrance import ask_the_browser, entrance
from hartcity.ui.tutor.history import draw_history
from hartcity.ui.tutor.plan import draw_plan
from hartcity.ui.tutor.student_view import draw_students_view
from hartcity.ui.tutor.tutor_session import Seen, TutorSession, may_comment, tutor_session
from hartcity.ui.workspace import session


_LOOK_SECONDS = 1.0


def tutor_screen() -> None:
    """Draw the way in, or what is open."""
    here = tutor_session()
    ask_the_browser()
    seen = here.look() if here.is_in else None
    if seen is None:
        entrance()
        return
    here.drawn, here.pending = seen.stamp, False
    _head(here, seen)
    draft, history, plan, view, brief = st.tabs(
        ["Draft and report", "Versions", "Service plan", "The student's own view", "Office-hours brief"]
    )
    with draft:
        draw_draft_tab(here, seen)
    with plan:
        draw_plan(here, seen)
    with view:
        draw_students_view(here, seen)
    with brief:
        draw_brief(here, seen)
    with history:
        draw_history(here, seen)
    st.fragment(_glance, run_every=_LOOK_SECONDS)()


def _head(here: TutorSession, seen: Seen) -> None:
    saved = "" if seen.work.draft is None else f"saved {session.on_this_clock(seen.work.draft.saved_at)}"
    may = "you may read and comment" if may_comment(seen) else "you may read"
    until = session.on_this_clock(seen.shared.expires_at, "%b %d, %H:%M")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        told = " · ".join(filter(None, [":material/sensors: **Live**", safe(saved), f"{may} until {safe(until)}"]))
        st.markdown(told, width="content")
        if st.button("Leave", icon=":material/logout:", help="The link opens it again."):
            here.leave("You have left. The link opens it again.")
            st.rerun()


def _glance() -> None:
    """Draw the page anew when the work was changed or the share has ended."""
    here = tutor_session()
    seen = here.look()
    if seen is None or seen.stamp != here.drawn or here.pending:
        st.rerun()
