"""The tab with the plan as a picture and a timeline, to look at and to paste into the paper."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from hartcity.exports.picture import PictureError, PictureFormat, draw_plan
from hartcity.model import ServicePlan
from hartcity.plan.picture import in_order, outline, picture_dot
from hartcity.plan.setting import day
from hartcity.ui.plan.desk import Desk
from hartcity.ui.safe import safe


def draw(desk: Desk) -> None:
    """Draw the picture, its files, the timeline, and the same in words."""
    ordered = outline(desk.plan)
    if not ordered:
        st.markdown("The picture grows with the plan: service user, needs, services in order, organizations.")
        return
    words = "The plan as a picture. " + ". ".join(ordered)
    st.graphviz_chart(picture_dot(desk.plan), width="stretch", alt=words)
    with st.container(horizontal=True):
        _download(desk.plan, "png", "image/png", "Picture (PNG)")
        _download(desk.plan, "svg", "image/svg+xml", "Picture (SVG)")
        st.download_button(
            "Graph (DOT)", picture_dot(desk.plan), "service-plan.dot", "text/vnd.graphviz", on_click="ignore"
        )
    _timeline(desk.plan)
    st.header("In words", anchor=False)
    for line in ordered:
        st.markdown(safe(line))


def _download(plan: ServicePlan, form: PictureFormat, mime: str, label: str) -> None:
    try:
        drawn = draw_plan(plan, form)
    except PictureError as error:
        st.caption(f"{label}: {error}")
        return
    st.download_button(label, drawn, f"service-plan.{form}", mime, icon=":material/download:", on_click="ignore")


def _timeline(plan: ServicePlan) -> None:
    rows = [
        {
            "Service": one.name,
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
    bars = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(height=18, cornerRadius=4)
        .encode(
            x=alt.X("Start:T", title=None, axis=alt.Axis(format="%b %-d", labelOverlap=True)),
            x2="Review:T",
            y=alt.Y("Service:N", sort=[str(row["Service"]) for row in rows], title=None, axis=alt.Axis(labelLimit=240)),
            color=alt.Color("Organization:N", legend=alt.Legend(orient="bottom", title=None, labelLimit=300)),
            tooltip=["Service", "Organization", "Start:T", "Review:T"],
        )
        .properties(height=alt.Step(34))
    )
    st.altair_chart(bars, width="stretch")
