"""What a tutor would ask: each check of Part 1 with its state, and a question where something is open."""

from __future__ import annotations

import streamlit as st

from hartcity.model import CheckResult, Severity, State
from hartcity.plan import plan_checks
from hartcity.ui import labels
from hartcity.ui.plan.inputs import SHAPES
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.progress import part_one
from hartcity.ui.safe import safe


WORDS = {State.MET: "met", State.PARTLY: "partly", State.NOT_SEEN: "not yet", State.NOT_APPLICABLE: "not known"}


def draw(form: PlanForm) -> None:
    """Draw the checks, then the advice that no check counts."""
    st.header("What a tutor would ask", anchor=False)
    growing = sorted(plan_checks(), key=lambda check: check.comes)
    places = [check.id for check in growing]
    results = sorted(form.report.checks, key=lambda result: places.index(result.check))
    if not any((form.services, form.plan.service_user.needs, form.plan.coordination, form.plan.email_recipient)):
        st.markdown("Begin where you like: with the person, or with a service. These are the things to come to:")
        for check in growing:
            st.markdown(f"{SHAPES[State.NOT_SEEN]} {safe(check.title)}")
        return
    st.caption(f"{part_one(form.report).words}. Practice feedback, not your grade.")
    asked = False
    for result in results:
        asked = _check(result, is_first=not asked) or asked
    advice = [one for one in form.report.findings if one.severity is Severity.ADVICE and one.check.startswith("plan.")]
    for finding in advice:
        st.markdown(f":material/lightbulb: {safe(finding.message)} {safe(finding.question)}")
    wording = len(form.report.findings) - len(advice)
    if wording:
        st.markdown(f":material/edit_note: Wording to look at again: {wording}, each under its field.")


def _check(result: CheckResult, *, is_first: bool) -> bool:
    """Draw one check; the first open one shows its question at once. Return whether this one is open."""
    line = f"{SHAPES[result.state]} **{safe(labels.title(result.check))}** · {WORDS[result.state]}"
    is_open = result.state in {State.PARTLY, State.NOT_SEEN}
    if not is_open:
        st.markdown(line)
        return False
    with st.expander(line, expanded=is_first):
        st.markdown(f"{safe(result.reason)}  \n{safe(result.question)}")
    return True
