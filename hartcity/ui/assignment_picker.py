"""Where a student sees which assignment the email is read for, and opens a tutor's own by its code."""

from __future__ import annotations

import streamlit as st

from hartcity.ui.safe import safe
from hartcity.ui.workspace import assignment_in_use, session


_LONGEST_CODE = 16


def draw_asked() -> None:
    """Draw the assignment in use, folded away."""
    preferences = session.work().preferences
    code, assignment = assignment_in_use.code_of(preferences), assignment_in_use.assignment_of(preferences)
    is_gone = bool(code) and assignment_in_use.opened(code) is None
    with st.expander(f"Assignment: {safe(assignment.title)}", icon=":material/assignment:", expanded=is_gone):
        if is_gone:
            st.info("Your tutor's assignment is not here any more, so the course's own is used.")
        for criterion in assignment.criteria:
            st.markdown(f"**{safe(criterion.title)}** {safe(criterion.asks)}")
        left, right = st.columns(2, vertical_alignment="bottom")
        with left.form("assignment_code", border=False):
            typed = st.text_input(
                "Code from your tutor", max_chars=_LONGEST_CODE, placeholder="10 letters and digits", autocomplete="off"
            )
            is_asked = st.form_submit_button("Open this assignment")
        if is_asked:
            _open(typed)
        if code:
            right.button("Use the course's own again", on_click=_choose, args=("",))
        st.caption("Your words stay as they are; the report beside them follows the assignment.")


def _open(typed: str) -> None:
    if assignment_in_use.opened(typed) is None:
        st.error("There is no assignment under this code here. Could a letter be missing?", icon=":material/block:")
        return
    _choose(typed)
    st.rerun()


def _choose(code: str) -> None:
    session.save_preferences(assignment_in_use.chosen(session.work().preferences, code))
