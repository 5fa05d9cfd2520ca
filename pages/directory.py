"""The directory: who offers what to whom, who is not served, and what it takes to get in."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from hartcity.directory import to_csv, to_hsds
from hartcity.ui.directory import current, in_use
from hartcity.ui.directory.cards import MOST_COMPARED, draw_cards, draw_comparison
from hartcity.ui.directory.importing import draw_import
from hartcity.ui.next_page import go_to
from hartcity.ui.plan import places
from hartcity.ui.progress import plan_report
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


FACET_LABELS = {"need": "Need", "cost": "Cost", "people": "Who is served", "language": "Language"}


def with_count(counts: Mapping[str, int], value: str) -> str:
    """Return a facet's value with how many services it would leave."""
    return f"{value} ({counts.get(value, 0)})"


directory = in_use()


def go_on(place: str) -> None:
    """Draw the way to the plan, once a service of it is known: to the tab with what is missing next."""
    planned = [one for one in session.work().plan.get("services") or [] if one.get("organization")]
    number = "1 service" if len(planned) == 1 else f"{len(planned)} services"
    label = f"Go on with my plan ({number})"
    if planned:
        icon = ":material/arrow_forward:"
        st.button(label, key=f"directory_go_on_{place}", icon=icon, type="primary", on_click=to_what_is_missing)


def to_what_is_missing() -> None:
    """Open the plan at what is missing next."""
    places.open_tab(places.next_tab(plan_report(session.work())))
    go_to("plan")


st.title("Directory")
if directory.is_illustrative:
    st.info(
        "**Illustrative: not your course's directory.** These organizations are invented. "
        "Bring your own under *Bring your directory*.",
        icon=":material/info:",
    )
else:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Your own directory: **{safe(directory.name)}**")
        if st.button("Go back to the illustrative one", icon=":material/undo:"):
            current.use_illustrative()
            st.rerun()
if told := st.session_state.pop("directory_told", ""):
    st.toast(told, icon=":material/check:", duration="long")  # stays when the page is drawn again

find, bring = st.tabs(["Find a service", "Bring your directory"])

with find:
    query = st.text_input(
        "Search services and organizations",
        placeholder="for example shelter, rent help, evening child care",
        icon=":material/search:",
        key="directory_query",
    )
    facets = directory.facets()
    chosen = {}
    for column, (facet, label) in zip(st.columns(4), FACET_LABELS.items(), strict=True):
        with column:
            counts = facets[facet]
            chosen[facet] = st.multiselect(
                label,
                list(counts),
                format_func=partial(with_count, counts),
                key=f"directory_{facet}",
                placeholder="Any",
            )
    found = directory.search(
        query, needs=chosen["need"], costs=chosen["cost"], people=chosen["people"], languages=chosen["language"]
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        owners = len({service.organization for service in found})
        services, organizations = (
            "service" if len(found) == 1 else "services",
            "organization" if owners == 1 else "organizations",
        )
        st.markdown(f"**{len(found):,} {services}** of {owners:,} {organizations}")
        with st.container(horizontal=True, width="content"):
            st.download_button(
                "These as CSV",
                data=partial(to_csv, found),
                file_name="services.csv",
                mime="text/csv",
                on_click="ignore",
                icon=":material/download:",
                disabled=not found,
            )
            st.download_button(
                "All as HSDS 3.0",
                data=partial(to_hsds, directory),
                file_name="directory.zip",
                mime="application/zip",
                on_click="ignore",
                icon=":material/folder_zip:",
            )
    go_on("above")
    draw_comparison(directory)
    if found:
        st.caption(f"Tick *Compare* at up to {MOST_COMPARED} services to see them side by side here.")
        draw_cards(directory, found)
        go_on("below")
    else:
        st.markdown(
            "No service here fits all of that. Could fewer filters or a plainer word help? "
            "What the directory does not hold may still exist: a call to 211 often finds it."
        )

with bring:
    draw_import()
