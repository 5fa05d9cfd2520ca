"""The tab on how the services work together."""

from __future__ import annotations

import streamlit as st

from hartcity.plan.picture_dot import outline
from hartcity.ui.plan import inputs
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe


PROMPTS = (
    "Who leads, and what does each one do?",
    "Which service has to start first, and what does the next one wait for?",
    "Who calls or meets whom, and on which days?",
    "What is shared under the consent, and what is not?",
    "What happens if a service says no, or has a waiting list?",
)


def draw(form: PlanForm) -> None:
    """Draw the order so far, the questions to answer, and a field for all and for each service."""
    with st.container():
        if ordered := outline(form.plan):
            st.caption("In the order of their start:")
            st.markdown("\n".join(f"- {safe(line)}" for line in ordered))
    inputs.area(form, "coordination", "How do the services work together?")
    st.caption("  \n".join(f":material/chevron_right: {prompt}" for prompt in PROMPTS))
    for number, service in enumerate(form.plan.services):
        name = safe(" ".join(service.service.split()))
        label = f"Service {number + 1}{f', {name}' if name else ''}: who does what, and when?"
        inputs.area(form, f"services[{number}].coordination", label)
