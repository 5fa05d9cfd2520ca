"""Cards of organizations with their services, and up to three services side by side."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.directory import NOT_SERVED, Directory, aspects, compare
from hartcity.ui.plan import plan_form
from hartcity.ui.safe import safe


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.model import Organization, Service

MOST_COMPARED = 3
CARDS_ON_A_PAGE = 12

_CHOSEN = "directory_compared"
_ALWAYS_SHOWN = ("Who it serves", NOT_SERVED)


def compared(directory: Directory) -> list[Service]:
    """Return the services that were chosen to stand side by side, in the order of choosing."""
    chosen = [directory.service(key) for key in st.session_state.get(_CHOSEN, [])]
    return [service for service in chosen if service is not None]


def draw_comparison(directory: Directory) -> None:
    """Draw the chosen services side by side; nothing while none is chosen."""
    services = compared(directory)
    if not services:
        return
    st.header("Side by side")
    if len(services) == 1:
        st.caption("One service is chosen. Which other one would you like to see beside it?")
    table = compare(services)
    table.columns = [safe(column) for column in table.columns]
    st.table(table.map(safe), alt="Services side by side")
    if st.button("Clear the comparison", icon=":material/close:"):
        for service in services:
            st.session_state.pop(_box(service), None)
        st.session_state[_CHOSEN] = []
        st.rerun()


def draw_cards(directory: Directory, services: Sequence[Service]) -> None:
    """Draw the organizations of ``services``, best first, a page of them at a time."""
    order = {name: place for place, name in enumerate(dict.fromkeys(service.organization for service in services))}
    grouped = [
        (name, list(found))
        for name, found in groupby(
            sorted(services, key=lambda service: order[service.organization]), key=lambda service: service.organization
        )
    ]
    pages = -(-len(grouped) // CARDS_ON_A_PAGE)
    shown = st.session_state.get("directory_page", 1) if pages > 1 else 1
    first = (min(shown, pages) - 1) * CARDS_ON_A_PAGE
    left, right = st.columns(2, gap="medium")
    for place, (name, found) in enumerate(grouped[first : first + CARDS_ON_A_PAGE]):
        organization = directory.organization(name)
        if organization is not None:
            with right if place % 2 else left:
                _draw_card(directory, organization, found)
    if pages > 1:
        st.pagination(pages, key="directory_page")


def _draw_card(directory: Directory, organization: Organization, found: Sequence[Service]) -> None:
    with st.container(border=True):
        st.header(safe(organization.name), anchor=False)
        if organization.mission:
            st.markdown(safe(organization.mission))
        for service in found:
            st.divider()
            _draw_service(directory, service)
        others = len(organization.services) - len(found)
        facts = {
            "Funding": "; ".join(organization.funding),
            "Address": organization.address,
            "Phone": organization.phone,
            "Email": organization.email,
        }
        lines = [f"**{label}** {safe(text)}" for label, text in facts.items() if text]
        if others:
            lines.append(f"{others} more of its services {'is' if others == 1 else 'are'} hidden by your search.")
        if lines:
            st.divider()
            st.markdown("  \n".join(lines))


def _draw_service(directory: Directory, service: Service) -> None:
    told = aspects(service)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{safe(service.name)}**" + (f"  \n{safe(', '.join(service.needs))}" if service.needs else ""))
        is_planned = plan_form.holds_listed(service)
        st.button(
            "In my plan" if is_planned else "Use in my plan",
            key=f"directory_use_{service.id}",
            icon=":material/check:" if is_planned else ":material/add:",
            on_click=_use,
            args=(service,),
            disabled=is_planned,
        )
        st.checkbox(
            "Compare",
            key=_box(service),
            value=service.id in st.session_state.get(_CHOSEN, []),
            on_change=_choose,
            args=(service,),
            disabled=len(compared(directory)) >= MOST_COMPARED and service not in compared(directory),
        )
    st.markdown(
        f":material/check: **Serves** {safe(told[_ALWAYS_SHOWN[0]])}  \n"
        f":material/block: **Does not serve** {safe(told[NOT_SERVED])}"
    )
    with st.expander("Cost, documents and how to apply"):
        rest = {aspect: text for aspect, text in told.items() if aspect not in _ALWAYS_SHOWN}
        about = f"{safe(service.description)}\n\n" if service.description else ""
        st.markdown(about + "\n\n".join(f"**{aspect}**  \n{safe(text)}" for aspect, text in rest.items()))


def _use(service: Service) -> None:
    plan_form.use_listed(service)
    st.toast(f"{safe(service.name)} is in your plan now. What would it change for this person?")


def _box(service: Service) -> str:
    return f"directory_compare_{service.id}"


def _choose(service: Service) -> None:
    chosen = [key for key in st.session_state.get(_CHOSEN, []) if key != service.id]
    if st.session_state[_box(service)] and len(chosen) < MOST_COMPARED:
        chosen.append(service.id)
        st.toast(f"{len(chosen)} of {MOST_COMPARED} chosen. They stand side by side above the list.")
    st.session_state[_CHOSEN] = chosen
