"""The directory to look through: words, filters, what they leave, and how to take it along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from hartcity.directory import Directory, to_csv, to_hsds
from hartcity.directory.danger import whom_to_call
from hartcity.model import Service
from hartcity.ui.directory import current
from hartcity.ui.directory.cards import MOST_COMPARED, draw_cards, draw_comparison
from hartcity.ui.next_page import go_to
from hartcity.ui.plan import places
from hartcity.ui.progress import plan_report
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


_QUERY = "directory_query"
_FACETS = {"need": "Need", "cost": "Cost", "people": "Who is served", "language": "Language"}


def draw_whose(directory: Directory) -> None:
    """Say whose directory this is, and lead back from one's own to the illustrative one."""
    if directory.is_illustrative:
        st.info(
            "**Illustrative: not your course's directory.** These organizations are invented. "
            "Bring your own under *Bring your directory*.",
            icon=":material/info:",
        )
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Your own directory: **{safe(directory.name)}**")
        if st.button("Go back to the illustrative one", icon=":material/undo:"):
            current.use_illustrative()
            st.rerun()


def draw_finding(directory: Directory) -> None:
    """Draw the search and what it finds."""
    found = _found(directory)
    with st.container():  # what follows keeps its place when the note comes and goes
        _draw_danger(st.session_state.get(_QUERY) or "")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(_how_many(found))
        with st.container(horizontal=True, width="content"):
            _draw_downloads(directory, found)
    _go_on("above")
    draw_comparison(directory)
    if found:
        st.caption(f"Tick *Compare* at up to {MOST_COMPARED} services to see them side by side here.")
        draw_cards(directory, found)
        _go_on("below")
    else:
        st.markdown(
            "No service here fits all of that. Could fewer filters or a plainer word help? "
            "What the directory does not hold may still exist: a call to 211 often finds it."
        )


def _found(directory: Directory) -> Sequence[Service]:
    query = st.text_input(
        "Search services and organizations",
        placeholder="for example shelter, rent help, evening child care",
        icon=":material/search:",
        key=_QUERY,
    )
    facets = directory.facets()
    chosen = {}
    for column, (facet, label) in zip(st.columns(len(_FACETS)), _FACETS.items(), strict=True):
        with column:
            chosen[facet] = st.multiselect(
                label,
                list(facets[facet]),
                format_func=partial(_with_count, facets[facet]),
                key=f"directory_{facet}",
                placeholder="Any",
            )
    return directory.search(
        query, needs=chosen["need"], costs=chosen["cost"], people=chosen["people"], languages=chosen["language"]
    )


def _draw_danger(query: str) -> None:
    """Say calmly whom to call, above all results, where a query tells of danger to somebody's life."""
    lines = whom_to_call(query)
    if lines:
        told = "\n".join(f"- {line}" for line in lines)
        st.info(f"If somebody's life may be in danger, people can help right now:\n\n{told}", icon=":material/call:")


def _with_count(counts: Mapping[str, int], value: str) -> str:
    """Return a facet's value with how many services it would leave."""
    return f"{value} ({counts.get(value, 0)})"


def _how_many(found: Sequence[Service]) -> str:
    owners = len({service.organization for service in found})
    services = "service" if len(found) == 1 else "services"
    organizations = "organization" if owners == 1 else "organizations"
    return f"**{len(found):,} {services}** of {owners:,} {organizations}"


def _draw_downloads(directory: Directory, found: Sequence[Service]) -> None:
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


def _go_on(place: str) -> None:
    """Draw the way to the plan, once a service of it is known: to the tab with what is missing next."""
    planned = [one for one in session.work().plan.get("services") or [] if one.get("organization")]
    number = "1 service" if len(planned) == 1 else f"{len(planned)} services"
    label = f"Go on with my plan ({number})"
    if planned:
        icon = ":material/arrow_forward:"
        st.button(label, key=f"directory_go_on_{place}", icon=icon, type="primary", on_click=_to_what_is_missing)


def _to_what_is_missing() -> None:
    """Open the plan at what is missing next."""
    places.open_tab(places.next_tab(plan_report(session.work())))
    go_to("plan")
