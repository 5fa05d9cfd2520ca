"""The service plan as the tutor sees it, with its open points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from hartcity.analysis import check_plan
from hartcity.model import PlannedService, State
from hartcity.ui.safe import safe
from hartcity.ui.tutor.draft_tab import STATES
from hartcity.ui.tutor.tutor_session import Seen, plan_of


if TYPE_CHECKING:
    from hartcity.model import PlanReport, ServicePlan


def draw_plan(seen: Seen) -> None:
    """Draw the plan on the left and what is open on the right."""
    plan = plan_of(seen.work)
    if plan is None:
        st.markdown("There is no service plan yet.")
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        _the_plan(plan)
    with right:
        st.header("What is open", anchor=False)
        _open_points(check_plan(plan))


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
    st.caption(
        "Checked against the illustrative directory; a student who brought their own may see other points. Practice "
        "feedback, not a grade."
    )
