"""The tab about the service user."""

from __future__ import annotations

import streamlit as st

from hartcity.ui.plan import inputs
from hartcity.ui.plan.plan_form import PlanForm


PREFERENCES = {"person_first": "Person first (“a person with …”)", "identity_first": "Identity first (as they say it)"}


def draw(form: PlanForm) -> None:
    """Draw who the plan is for: an alias, the household, needs, strengths and goals."""
    st.caption("An alias only, and no detail that you would not want to see forwarded.")
    left, middle, right = st.columns(3)
    with left:
        inputs.text(form, "service_user.alias", "Alias", placeholder="for example Ms. A", help_="An initial is enough.")
    with middle:
        inputs.text(form, "service_user.pronouns", "Pronouns", placeholder="for example she/her")
    with right:
        inputs.number(form, "service_user.household_size", "People in the household", least=1)
    inputs.lines(form, "service_user.needs", "Needs", help_="What is missing, in the service user's own terms.")
    inputs.lines(form, "service_user.strengths", "Strengths", help_="What is already there: efforts, skills, people.")
    inputs.lines(form, "service_user.goals", "Goals", help_="Whose wish is it, by when, and what would show it?")
    inputs.option(
        form,
        "service_user.language_preference",
        "How does the service user like to be spoken of?",
        PREFERENCES,
    )
