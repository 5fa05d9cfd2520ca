"""Score by criterion over the versions, as a plot and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd
import streamlit as st

from hartcity.model import whole_points
from hartcity.storage import Origin
from hartcity.text.word_count import word_count
from hartcity.ui.versions import labels


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.assignment import Assignment
    from hartcity.ui.versions.scores import Scored

_HEIGHT = 280
"""Pixels of the plot alone; axis and legend come on top."""

_COLUMNS = "width > 720 ? 3 : width > 480 ? 2 : 1"
"""Criteria side by side in the legend, by the width of the plot."""


def rows(scored: Sequence[Scored], assignment: Assignment) -> pd.DataFrame:
    """Return one row for each score there is: version, when, criterion, score, the change since the version before."""
    titles = {item.id: item.title for item in assignment.criteria}
    found = []
    last: dict[str, int] = {}
    for item in scored:
        for criterion, score in item.scores.items():
            if score is None:
                continue
            points = whole_points(score)
            since = points - last[criterion] if criterion in last else None
            last[criterion] = points
            found.append(
                {
                    "Version": item.version.number,
                    "Name": labels.title(item.version),
                    "Saved": labels.time(item.version),
                    "Words": word_count(item.version.writing.text),
                    "Criterion": titles.get(criterion, criterion),
                    "Score": points,
                    "Since the one before": "first" if since is None else f"{since:+}",
                }
            )
    return pd.DataFrame(found)


def _chart(data: pd.DataFrame, met_from: float) -> alt.LayerChart:
    criteria = alt.Legend(
        title=None,
        orient="bottom",
        columns=alt.ExprRef(_COLUMNS),
        columnPadding=24,
        labelLimit=240,
        symbolStrokeWidth=0,  # the lines' dashes would fray the shapes
    )
    chosen = alt.selection_point(fields=["Criterion"], bind="legend")
    order = sorted(set(data["Version"]))
    across = alt.X("Version:O", sort=order, axis=alt.Axis(labelAngle=0, labelOverlap=True), title="Version")
    upward = alt.Y("Score:Q", scale=alt.Scale(domain=[0, 100]), title="Score")
    band = alt.Chart(pd.DataFrame({"from": [met_from], "to": [100]})).mark_rect(opacity=0.22, color="#3aa76d")
    lines = (
        alt.Chart(data)
        .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=70, filled=True))
        .encode(
            x=across,
            y=upward,
            color=alt.Color("Criterion:N", legend=criteria),
            shape=alt.Shape("Criterion:N", legend=criteria),
            strokeDash=alt.StrokeDash("Criterion:N", legend=None),
            opacity=alt.condition(chosen, alt.value(1.0), alt.value(0.12)),
            tooltip=["Name", "Saved", "Words", "Criterion", "Score", "Since the one before"],
        )
        .add_params(chosen)
    )
    # Fitted in width alone: fitted in height too, the legend would take its room from the plot.
    return alt.LayerChart(
        layer=[band.encode(y=alt.Y("from:Q"), y2="to:Q"), lines],
        height=_HEIGHT,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    )


def timeline(scored: Sequence[Scored], assignment: Assignment) -> None:
    """Draw the plot of the draft's own line of versions, what it says in words, and the numbers as a table."""
    own_line = [item for item in scored if item.version.origin is not Origin.OTHER_TAB]
    data = rows(own_line, assignment)
    if data.empty:
        st.caption("There is too little text in these versions to say anything yet. Longer drafts get a plot.")
        return
    met_from = max(item.met_from for item in assignment.criteria)
    st.altair_chart(_chart(data, met_from), width="stretch")
    st.caption(
        f"Shaded: {met_from:g} and more, where every criterion counts as met. Click a criterion in the legend to see "
        "it alone. Each version is read with the plan as it is now. Practice feedback, not your grade."
    )
    with st.expander("The same as a table"):
        table = data.pivot_table(index=["Version", "Name", "Saved"], columns="Criterion", values="Score").reset_index()
        st.dataframe(table, hide_index=True, width="stretch")
