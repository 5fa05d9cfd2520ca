"""What the plan holds for the email: who reads it, what is asked for, meeting times and consent."""

from __future__ import annotations

import streamlit as st

from hartcity.model import ServicePlan
from hartcity.plan import PlanError, plan_from_json
from hartcity.plan.lookup import services_of
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


def draw_facts() -> None:
    """Draw the plan's facts in view of the draft; what is missing is named, and a link leads to the plan."""
    try:
        plan = plan_from_json(session.work().plan)
    except PlanError:
        return
    if not (plan.services or plan.email_recipient):
        return
    with st.expander("From your plan", icon=":material/assignment:", expanded=not session.work().text):
        st.markdown("  \n".join(f"**{label}:** {safe(words) or 'not in the plan yet'}" for label, words in facts(plan)))
        st.page_link("pages/plan.py", label="Change it in the plan", icon=":material/edit:")


def facts(plan: ServicePlan) -> list[tuple[str, str]]:
    """Return each fact with its label; empty where the plan does not hold it."""
    asked = [one.service for one in services_of(plan, plan.email_recipient)] if plan.email_recipient.strip() else []
    consent = plan.consent
    agreed = "in writing" if consent.written else "spoken" if consent.obtained else ""
    until = f", until {consent.expires}" if agreed and consent.expires else ""
    to = f", to {consent.recipient}" if agreed and consent.recipient else ""
    return [
        ("Who reads it", plan.email_recipient),
        ("Service", "; ".join(filter(None, (one.service for one in asked)))),
        ("Need", "; ".join(filter(None, (one.need for one in asked)))),
        ("Times to meet", "; ".join(plan.meeting_times)),
        ("Consent", f"{agreed}{to}{until}"),
    ]
