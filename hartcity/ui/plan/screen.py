"""The screen as a whole."""

from __future__ import annotations

import streamlit as st

from hartcity.plan import PlanError
from hartcity.ui.plan import (
    consent,
    coordination,
    money,
    panel,
    picture_tab,
    plan_form,
    service_user,
    services,
    two_plans,
)
from hartcity.ui.safe import safe


TABS = {
    "Service user": service_user.draw,
    "Services": services.draw,
    "Coordination": coordination.draw,
    "Consent": consent.draw,
    "Money": money.draw,
    "Picture": picture_tab.draw,
}


def plan_screen() -> None:
    """Draw the tabs of the plan and, beside them, what a tutor would ask."""
    plan_form.gather()
    try:
        here = plan_form.open_form()
    except PlanError as error:
        _unreadable(error)
        return
    with st.container():
        two_plans.draw(here)
    main, side = st.columns([7, 3], gap="large")
    with main:
        with st.container(horizontal=True):
            st.button("Undo", icon=":material/undo:", key="plan-undo", on_click=plan_form.step, kwargs={"back": True})
            st.button("Redo", icon=":material/redo:", key="plan-redo", on_click=plan_form.step, kwargs={"back": False})
        for tab, draw in zip(st.tabs(list(TABS), key="plan-tabs"), TABS.values(), strict=True):
            with tab:
                draw(here)
    with side, st.container(border=True):
        panel.draw(here)


def _unreadable(error: PlanError) -> None:
    st.warning(
        "The stored plan does not have the shape of a service plan. Nothing is lost; it can be had back by undo."
    )
    for fault in error.faults:
        st.markdown(f"- {safe(fault.path)}: {safe(fault.reason)}")
    st.button("Start an empty plan", on_click=plan_form.start_over)
