"""What the student thinks: what they set aside and why, and their own ratings beside ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.assignment.titles import criterion_title
from hartcity.ui.safe import safe
from hartcity.ui.tutor.draft_tab import LEVELS
from hartcity.ui.workspace import self_rating, set_aside


if TYPE_CHECKING:
    from hartcity.ui.tutor.tutor_session import Seen, TutorSession


def draw_students_view(here: TutorSession, seen: Seen) -> None:
    """Draw both, side by side."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Set aside", anchor=False)
        kept, reasons = set_aside.kept(seen.work.preferences), set_aside.reasons_of(seen.work.preferences)
        if not kept:
            st.markdown("Nothing was set aside.")
        for choice in kept:
            why = f"  \nBecause: {safe(reasons[choice.id])}" if reasons.get(choice.id) else "  \nNo reason given."
            st.markdown(f"**{safe(choice.what)}:** {safe(choice.name)}{why}")
    with right:
        st.header("Own ratings", anchor=False)
        mine = self_rating.shown(seen.work.preferences)["mine"]
        report = here.report_on(seen.writing, seen.work) if mine else None
        if not mine or report is None:
            st.markdown("The student has not rated the draft.")
            return
        rows = [
            {
                "Criterion": criterion_title(result.criterion, seen.assignment),
                "The student": LEVELS.get(mine.get(result.criterion, ""), "not rated"),
                "The report": LEVELS[result.level],
            }
            for result in report.criteria
        ]
        st.table(rows)
