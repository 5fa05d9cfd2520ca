"""The tab with the plan as a picture and a timeline, to look at and to paste into the paper."""

from __future__ import annotations

import textwrap

import altair as alt
import pandas as pd
import streamlit as st

from hartcity.exports.picture_file import PictureError, PictureFormat, draw_plan
from hartcity.model import ServicePlan
from hartcity.plan.answering import links
from hartcity.plan.picture_dot import in_order, outline, picture_dot
from hartcity.plan.services import planned
from hartcity.plan.setting import day
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe


ACROSS, DOWN = "Across", "Down"
_WIDTH = 40
"""Characters of a name that fit a line on a phone."""

_LINE, _BAR = 17, 36
"""Pixels of a line of a name, and of a bar with the room around it."""


def draw(form: PlanForm) -> None:
    """Draw the picture, its files, the timeline, and the same in words."""
    ordered = outline(form.plan)
    if not ordered:
        st.markdown("The picture grows with the plan: service user, needs, services in order, organizations.")
        return
    words = "The plan as a picture. " + ". ".join(ordered)
    is_down = st.radio("Direction", [ACROSS, DOWN], key="plan-picture-direction", horizontal=True) == DOWN
    dot = picture_dot(form.plan, is_down=is_down)
    st.graphviz_chart(dot, width="stretch", alt=words)
    with st.container(horizontal=True):
        _download(form.plan, "png", "image/png", "Picture (PNG)", is_down=is_down)
        _download(form.plan, "svg", "image/svg+xml", "Picture (SVG)", is_down=is_down)
        st.download_button("Graph (DOT)", dot, "service-plan.dot", "text/vnd.graphviz", on_click="ignore")
    st.caption("A picture can be put into your paper; *down* is easier to read on a phone or a narrow page.")
    _needs_and_services(form.plan)
    _timeline(form.plan)
    st.header("In words", anchor=False)
    st.markdown("\n".join(f"- {safe(line)}" for line in ordered))


def _needs_and_services(plan: ServicePlan) -> None:
    """Draw which service answers which stated need, and which needs are left."""
    needs = [need for need in plan.service_user.needs if need.strip()]
    services = planned(plan)
    if not needs or not services:
        return
    st.header("Needs and services", anchor=False)
    linked = links(needs, [one.service for one in services])
    columns = [f"Service {one.number + 1}: {safe(one.name)}" for one in services]
    rows = {
        safe(need): {title: "answers" if number in places else "" for number, title in enumerate(columns)}
        for need, places in zip(needs, linked, strict=True)
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table["Gap"] = ["" if any(row.values()) else "no service yet" for row in rows.values()]
    st.table(table, alt="Which service answers which need")


def _download(plan: ServicePlan, form: PictureFormat, mime: str, label: str, *, is_down: bool) -> None:
    try:
        drawn = draw_plan(plan, form, is_down=is_down)
    except PictureError as error:
        st.caption(f"{label}: {error}")
        return
    st.download_button(label, drawn, f"service-plan.{form}", mime, icon=":material/download:", on_click="ignore")


def _timeline(plan: ServicePlan) -> None:
    rows = [
        {
            "Service": one.name,
            "Name": textwrap.fill(", ".join(filter(None, (one.name, one.service.organization.strip()))), _WIDTH),
            "Organization": one.service.organization,
            "Start": pd.Timestamp(start),
            "Review": pd.Timestamp(review),
        }
        for one in in_order(plan)
        if (start := day(one.service.start)) and (review := day(one.service.review)) and start <= review
    ]
    if not rows:
        st.caption("With start and review dates a timeline joins the picture.")
        return
    st.header("From start to review", anchor=False)
    data = pd.DataFrame(rows)
    lines = max(name.count("\n") + 1 for name in data["Name"])
    height = lines * _LINE + _BAR
    services = alt.Y("Service:N", sort=list(data["Service"]), axis=None)
    bars = (
        alt.Chart(data)
        .mark_bar(height=14, cornerRadius=4, yOffset=lines * _LINE / 2)
        .encode(
            x=alt.X("Start:T", title=None, axis=alt.Axis(format="%b %-d", labelOverlap=True, labelFlush=True)),
            x2="Review:T",
            y=services,
            tooltip=["Service", "Organization", "Start:T", "Review:T"],
        )
    )
    # Names stand above their bars and wrap: beside them, or in a legend, a long one is cut where there is little room.
    color = st.get_option(f"theme.{st.context.theme.type or 'light'}.textColor")
    names = (
        alt.Chart(data)
        .mark_text(
            align="left", baseline="top", dy=2 - height / 2, lineBreak="\n", fontSize=13, lineHeight=_LINE, color=color
        )
        .encode(x=alt.value(0), y=services, text="Name:N")
    )
    st.altair_chart((bars + names).properties(height=alt.Step(height)), width="stretch")
