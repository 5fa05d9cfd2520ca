"""The privacy gate of this page: each word that waits, and the ways out of it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from hartcity.model import Finding
from hartcity.ui.safe import safe
from hartcity.ui.workspace import privacy, session


def draw_waiting(waiting: Iterable[Finding], *, place: str = "", can_change: bool = True) -> None:
    """Draw each finding with what can be decided about it.

    ``place`` keeps its buttons apart from those of another place of the page; ``can_change`` adds the way to where the
    words stand, which a stored version has none of.
    """
    for finding in waiting:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{safe(finding.text)}**  \n{safe(finding.message)}")
            if st.button("It can stay", key=f"stay_{place}{privacy.words_key(finding.text)}"):
                session.save_preferences(privacy.decided(session.work().preferences, finding.text, "stay"))
                st.rerun()
            if can_change:
                st.page_link(
                    "pages/plan.py" if finding.field else "pages/email.py",
                    label="Change it",
                    icon=":material/edit:",
                    query_params={"w": session.work().id},
                )
