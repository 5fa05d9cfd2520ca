"""What a tutor would ask: each check of Part 1 with its state, and a question where something is open."""

from __future__ import annotations

import streamlit as st

from hartcity.model import CheckResult, Severity, State
from hartcity.ui.plan.inputs import SHAPES
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.progress import part_one
from hartcity.ui.safe import safe


WORDS = {State.MET: "met", State.PARTLY: "partly", State.NOT_SEEN: "not yet", State.NOT_APPLICABLE: "not known"}
TITLES = {
    "two_services": "Two services",
    "different_organizations": "Different organizations",
    "needs_covered": "A need for each service",
    "benefits": "A benefit for each service",
    "finances": "Costs, and how they are met",
    "eligibility_fit": "Open to this person",
    "dates_in_order": "Start and review dates",
    "coordination": "Coordination",
    "recipient_in_plan": "A reader from the plan",
    "consent_record": "Consent for this email",
}
"""The checks in the order in which a plan grows; one that is not named here comes last, under its id."""


def draw(form: PlanForm) -> None:
    """Draw the checks, then the advice that no check counts."""
    st.header("What a tutor would ask", anchor=False)
    places = {name: place for place, name in enumerate(TITLES)}
    results = sorted(form.report.checks, key=lambda result: places.get(result.check, len(places)))
    if not any((form.services, form.plan.service_user.needs, form.plan.coordination, form.plan.email_recipient)):
        st.markdown("Begin where you like: with the person, or with a service. These are the things to come to:")
        for title in TITLES.values():
            st.markdown(f"{SHAPES[State.NOT_SEEN]} {safe(title)}")
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
    title = TITLES.get(result.check, result.check.replace("_", " ").capitalize())
    line = f"{SHAPES[result.state]} **{safe(title)}** · {WORDS[result.state]}"
    is_open = result.state in {State.PARTLY, State.NOT_SEEN}
    if not is_open:
        st.markdown(line)
        return False
    with st.expander(line, expanded=is_first):
        st.markdown(f"{safe(result.reason)}  \n{safe(result.question)}")
    return True
