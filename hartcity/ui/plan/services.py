"""The tab of services: choose from the directory or type, say what it would change, what it costs, who sees to it."""

from __future__ import annotations

import streamlit as st

from hartcity.model import PlannedService, Service
from hartcity.plan.vocabulary import table
from hartcity.ui.directory import in_use
from hartcity.ui.next_page import go_to
from hartcity.ui.plan import inputs, listing, places, plan_form
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe


SAID = "for example: intake worker, by phone, March 3"


def draw(form: PlanForm) -> None:
    """Draw each service in a box of its own, and the button that adds one."""
    with st.container():  # the button below keeps its place, and with it the focus, when a service joins
        if not form.services:
            st.markdown("Part 1 asks for two services or more, from different organizations. Which need comes first?")
            label, icon = "Look for services in the directory", ":material/domain:"
            st.button(label, key="plan-directory", icon=icon, on_click=go_to, args=("directory",))
        for number in range(len(form.services)):
            with st.container(border=True):
                _service(form, number)
    st.button("Add a service", key="plan-add", icon=":material/add:", on_click=plan_form.add_service)


def _service(form: PlanForm, number: int) -> None:
    path = f"services[{number}]"
    planned = form.plan.services[number]
    _heading(form, number)
    organization, service = st.columns(2)
    with organization:
        inputs.choice(form, f"{path}.organization", "Organization", listing.organizations())
    with service:
        inputs.choice(form, f"{path}.service", "Service", listing.services_of(planned.organization))
    _from_directory(planned)
    inputs.area(form, f"{path}.need", "Which need does it answer?")
    inputs.offer(form, f"{path}.need", "Needs stated so far", form.plan.service_user.needs)
    inputs.area(form, f"{path}.benefit", "How would it help this person?")
    entry = listing.listed(planned)
    inputs.area(form, f"{path}.finances", "What does access cost, and how is it met?")
    _directory_says(entry.cost if entry else "")
    inputs.text(form, f"{path}.finances_said", "Who said so about the cost, and when?", placeholder=SAID)
    st.caption("Think of: " + " · ".join(prompt["name"] for prompt in table("programs")["access_costs"]["prompts"]))
    left, right = st.columns(2)
    with left:
        _eligibility(form, path)
        _directory_says(entry.served if entry else "")
        inputs.text(form, f"{path}.eligibility_said", "Who said so about who may come, and when?", placeholder=SAID)
        inputs.area(form, f"{path}.barriers", "What stands in the way (transport, child care, language)?")
    with right:
        _way_in(form, path, entry)


def _heading(form: PlanForm, number: int) -> None:
    """Draw what the service is called, and what can be done with all of it."""
    planned = form.plan.services[number]
    name = planned.service.strip()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"Service {number + 1}" + (f": {safe(name)}" if name else ""), anchor=False)
        if planned.organization.strip() and planned.organization != form.plan.email_recipient:
            st.button(
                "Write to them",
                key=f"plan-write-{number}",
                icon=":material/mail:",
                help="The email of Part 2 goes to this organization.",
                on_click=_write_to,
                args=(planned.organization,),
            )
        st.button(
            "Duplicate",
            key=f"plan-duplicate-{number}",
            icon=":material/content_copy:",
            on_click=plan_form.add_service,
            args=(number,),
        )
        st.button(
            "Remove",
            key=f"plan-remove-{number}",
            icon=":material/delete:",
            on_click=plan_form.remove_service,
            args=(number,),
        )


def _write_to(organization: str) -> None:
    plan_form.write_to(organization)
    st.toast(f"The email goes to {safe(organization)} now: it stands under *{places.CONSENT}*, and beside your draft.")


def _way_in(form: PlanForm, path: str, entry: Service | None) -> None:
    """Draw what it takes to get in, who sees to it, and when."""
    inputs.lines(form, f"{path}.documents", "Documents to bring")
    inputs.text(form, f"{path}.owner", "Who sees to it?")
    inputs.text(form, f"{path}.wait", "How long is the wait?")
    _directory_says(entry.wait if entry else "")
    inputs.text(form, f"{path}.if_refused", "And if the service says no?")
    inputs.text(form, f"{path}.chosen", "What did the service user choose themselves?")
    start, review = st.columns(2)
    with start:
        inputs.date(form, f"{path}.start", "Start")
    with review:
        inputs.date(form, f"{path}.review", "Review")


@inputs.in_its_place
def _eligibility(form: PlanForm, path: str) -> None:
    """Draw whom the service serves; what speaks against it shows before a word is written."""
    field = f"{path}.eligibility"
    inputs.area(form, field, "Whom does it serve, and does this person fit?")
    if not plan_form.value_at(form.fields, field):
        inputs.notes(form, field, even_if_empty=True)


@inputs.in_its_place
def _from_directory(planned: PlannedService) -> None:
    """Say whom the service does not serve, always; and what else the directory knows."""
    if not planned.organization and not planned.service:
        return
    entry = listing.listed(planned)
    if entry is None:
        st.info(
            "**Whom does it not serve?** The directory does not know this service. Who could tell you?",
            icon=":material/help:",
        )
        return
    not_served = (
        "; ".join(safe(group) for group in entry.not_served) or "The directory names nobody. Who could tell you?"
    )
    st.info(f"**Whom does it not serve?** {not_served}", icon=":material/block:")
    with st.expander("What the directory says, to be confirmed"):
        for label, words in _entry(entry):
            st.markdown(f"**{label}:** {safe(words)}")
        if in_use().is_illustrative:
            st.caption("Illustrative: your course page says what holds in your Hart City.")


def _entry(entry: Service) -> list[tuple[str, str]]:
    known = (
        ("Whom it serves", entry.served),
        ("Cost", entry.cost),
        ("Documents", "; ".join(entry.documents)),
        ("How to apply", entry.application),
        ("Waiting time", entry.wait),
        ("Hours", "; ".join(entry.hours)),
        ("Languages", ", ".join(entry.languages)),
        ("Accessibility", "; ".join(entry.accessibility)),
        ("Contact", entry.contact),
    )
    return [(label, words) for label, words in known if words]


@inputs.in_its_place
def _directory_says(words: str) -> None:
    """Show beside a field what the directory says; the field itself is for what the student found out."""
    if words:
        st.caption(f":material/domain: The directory says: {safe(words)}")
