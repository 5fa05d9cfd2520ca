"""What a tutor would ask: each check of Part 1 with its state, and a question where something is open."""

from __future__ import annotations

import streamlit as st

from hartcity.model import CheckResult, State
from hartcity.plan import plan_checks
from hartcity.ui import labels
from hartcity.ui.plan import places
from hartcity.ui.plan.inputs import SHAPES
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.progress import part_one
from hartcity.ui.safe import safe


KEY = "plan-panel"
WORDS = {State.MET: "met", State.PARTLY: "partly", State.NOT_SEEN: "not yet", State.NOT_APPLICABLE: "not known"}


def draw(form: PlanForm) -> None:
    """Draw the checks, then the advice that no check counts."""
    st.header("What a tutor would ask", anchor=False)
    growing = sorted(plan_checks(), key=lambda check: check.comes)
    if not any((form.services, form.plan.service_user.needs, form.plan.coordination, form.plan.email_recipient)):
        st.markdown("Begin where you like: with the person, or with a service. These are the things to come to:")
        for check in growing:
            st.markdown(f"{SHAPES[State.NOT_SEEN]} {safe(check.title)}")
        return
    st.caption(f"{part_one(form.report).words}. Practice feedback, not your grade.")
    asked = False
    for result in places.in_order(form.report):
        asked = _check(result, is_first=not asked) or asked
    for finding in form.report.findings:
        if places.is_advice(finding):
            st.markdown(f":material/lightbulb: {safe(finding.message)} {safe(finding.question)}")
    wording = places.with_wording(form.report)
    if wording:
        st.markdown(f":material/edit_note: Wording to look at again: {sum(wording.values())}, each under its field.")
        with st.container(horizontal=True):
            for tab, number in wording.items():
                _lead(tab, f"{tab}: {number}", key=f"plan-wording-{tab}")


def _check(result: CheckResult, *, is_first: bool) -> bool:
    """Draw one check; the first open one shows its question at once. Return whether this one is open."""
    line = f"{SHAPES[result.state]} **{safe(labels.title(result.check))}** · {WORDS[result.state]}"
    is_open = result.state in {State.PARTLY, State.NOT_SEEN}
    if not is_open:
        st.markdown(line)
        return False
    with st.expander(line, expanded=is_first):
        st.markdown(f"{safe(result.reason)}  \n{safe(result.question)}")
        # The key of the first one stays the same while others come and go.
        for number, (place, path) in enumerate(reversed(places.leads(result).items())):
            _lead(
                places.tab_of(path),
                f"Under {place}",
                path,
                key=f"plan-lead-{result.check}" + f"-{number}" * bool(number),
            )
    return True


def _lead(tab: str, label: str, path: str = "", *, key: str) -> None:
    """Draw a button that opens a tab of the plan, at the field at ``path``."""
    where, icon = (tab, path), ":material/arrow_forward:"
    st.button(label, key=key, icon=icon, type="tertiary", on_click=places.open_tab, args=where)
