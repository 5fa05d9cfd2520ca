"""The service plan as the tutor sees it, with its open points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from hartcity.analysis import check_plan
from hartcity.model import PlannedService, State
from hartcity.ui.directory.current import kept_in
from hartcity.ui.safe import safe
from hartcity.ui.tutor.draft_tab import STATES
from hartcity.ui.tutor.tutor_session import Seen, TutorSession, plan_of


if TYPE_CHECKING:
    from hartcity.directory import Directory
    from hartcity.model import PlanReport, ServicePlan


def draw_plan(here: TutorSession, seen: Seen) -> None:
    """Draw the plan on the left and, by the directory that the student has in use, what is open on the right."""
    plan = plan_of(seen.work)
    if plan is None:
        st.markdown("There is no service plan yet.")
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        _the_plan(plan)
    with right:
        st.header("What is open", anchor=False)
        own = here.own_directory(seen.work)
        _open_points(check_plan(plan, own))
        st.caption(f"{_checked_by(own, is_kept=bool(kept_in(seen.work.preferences)))} Practice feedback, not a grade.")


def _the_plan(plan: ServicePlan) -> None:
    user = plan.service_user
    st.header(safe(user.alias or "The service user"), anchor=False)
    for name, items in (("Needs", user.needs), ("Strengths", user.strengths), ("Goals", user.goals)):
        if items:
            st.markdown(f"**{name}:** {safe('; '.join(items))}")
    if plan.services:
        st.dataframe(pd.DataFrame([_row(service) for service in plan.services]), hide_index=True, width="stretch")
    for name, words in (
        ("Coordination", plan.coordination),
        ("The email goes to", plan.email_recipient),
        ("Consent for", plan.consent.purpose),
        ("Consent to", plan.consent.recipient),
    ):
        if words.strip():
            st.markdown(f"**{name}:** {safe(words)}")


def _row(service: PlannedService) -> dict[str, str]:
    return {
        "Organization": service.organization,
        "Service": service.service,
        "Need": service.need,
        "Benefit": service.benefit,
        "Cost and how it is met": service.finances,
        "Coordination": service.coordination,
    }


def _open_points(report: PlanReport) -> None:
    waiting = [check for check in report.checks if check.state in {State.NOT_SEEN, State.PARTLY}]
    for check in waiting:
        st.markdown(f"{STATES[check.state]} {safe(check.reason)}  \n*{safe(check.question)}*")
    for finding in report.findings:
        st.markdown(f"“{safe(finding.text)}” {safe(finding.message)}" if finding.text else safe(finding.message))
    if not waiting and not report.findings:
        st.markdown("Nothing that this page can see.")


def _checked_by(own: Directory | None, *, is_kept: bool) -> str:
    """Say which directory the points rest on, and why it is not the student's own."""
    if own is not None:
        return f"Checked against the student's own directory, “{safe(own.name)}”."
    why = "the student's own can no longer be read" if is_kept else "none of the student's own is saved with this work"
    return f"Checked against the illustrative directory: {why}."
