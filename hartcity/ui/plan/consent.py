"""The tab on consent, and on who will read the email."""

from __future__ import annotations

import streamlit as st

from hartcity.plan.vocabulary import table
from hartcity.ui.plan import inputs
from hartcity.ui.plan.desk import Desk
from hartcity.ui.safe import safe


def draw(desk: Desk) -> None:
    """Draw the email's reader and the record of consent."""
    named = list(dict.fromkeys(one.organization.strip() for one in desk.plan.services if one.organization.strip()))
    st.caption("Good practice: share the least that lets the agency say yes to a meeting.")
    reader, recipient = st.columns(2)
    with reader:
        inputs.choice(desk, "email_recipient", "Who will read the email?", named)
    with recipient:
        inputs.choice(desk, "consent.recipient", "Which agency does the consent name?", named)
    obtained, written, revocable = st.columns(3)
    with obtained:
        inputs.flag(desk, "consent.obtained", "The service user has agreed")
    with written:
        inputs.flag(desk, "consent.written", "In writing, signed and dated")
    with revocable:
        inputs.flag(desk, "consent.revocable", "May be withdrawn at any time")
    left, right = st.columns(2)
    with left:
        inputs.area(desk, "consent.purpose", "What for?")
    with right:
        inputs.lines(desk, "consent.scope", "What may be shared?")
    starts, expires, _ = st.columns(3)
    with starts:
        inputs.date(desk, "consent.starts", "From")
    with expires:
        inputs.date(desk, "consent.expires", "Until", help_="A day, so that it can be asked about again.")
    inputs.lines(desk, "meeting_times", "Times that you could meet")
    with st.expander("Records with rules of their own"):
        for rule in table("consent")["stricter"]:
            st.markdown(f"**{safe(rule['records'].capitalize())}:** {safe(rule['says'])}  \n{safe(rule['source'])}")
