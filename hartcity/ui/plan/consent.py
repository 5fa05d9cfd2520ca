"""The tab on consent, and on who will read the email."""

from __future__ import annotations

import streamlit as st

from hartcity.plan.vocabulary import table
from hartcity.ui.plan import inputs
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe


def draw(form: PlanForm) -> None:
    """Draw the email's reader and the record of consent."""
    named = list(dict.fromkeys(one.organization.strip() for one in form.plan.services if one.organization.strip()))
    st.caption("Good practice: share the least that lets the agency say yes to a meeting.")
    reader, recipient = st.columns(2)
    with reader:
        inputs.choice(form, "email_recipient", "Who will read the email?", named)
    with recipient:
        inputs.choice(form, "consent.recipient", "Which agency does the consent name?", named)
    obtained, written, revocable = st.columns(3)
    with obtained:
        inputs.flag(form, "consent.obtained", "The service user has agreed")
    with written:
        inputs.flag(form, "consent.written", "In writing, signed and dated")
    with revocable:
        inputs.flag(form, "consent.revocable", "May be withdrawn at any time")
    left, right = st.columns(2)
    with left:
        inputs.area(form, "consent.purpose", "What for?")
    with right:
        inputs.lines(form, "consent.scope", "What may be shared?")
    starts, expires, _ = st.columns(3)
    with starts:
        inputs.date(form, "consent.starts", "From")
    with expires:
        inputs.date(form, "consent.expires", "Until", help_="A day, so that it can be asked about again.")
    inputs.lines(form, "meeting_times", "Times that you could meet")
    with st.expander("Records with rules of their own"):
        for rule in table("consent")["stricter"]:
            st.markdown(f"**{safe(rule['records'].capitalize())}:** {safe(rule['says'])}  \n{safe(rule['source'])}")
