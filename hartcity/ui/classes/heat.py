"""The heat map: students down, checks across; a color, a shape and a word for every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd
import streamlit as st

from hartcity.ui import labels
from hartcity.ui.classes.current_class import Opened
from hartcity.ui.classes.words import STATES
from hartcity.ui.look import add_style


_AT_ONCE = 60
_ROW_PIXELS = 20
_COLUMN_PIXELS = 24
_AROUND_PIXELS = 300
_COLORS = {"● Met": "#0f6b66", "◐ Partly": "#e0b04c", "○ Not seen": "#f0e7da"}
_INKS = {"● Met": "#ffffff", "◐ Partly": "#1d1500", "○ Not seen": "#4a3f30"}
_KEY = "class_heat_map"
_STYLE = f".st-key-{_KEY} {{ overflow-x: auto; }}"
"""Columns keep their room for a heading; on a narrow screen the map is moved sideways."""

_WEIGHT = {"met": 0, "partly": 1, "not_seen": 2}


def draw_heat(this: Opened) -> None:
    """Draw the map, checks and students with the most to do first."""
    rows = [row for row in this.finished.rows if any(row.get(f"check_{check}") for check in this.checks)]
    if not rows:
        st.markdown("The map appears when a draft has been read for its checks.")
        return
    missed = {check: sum(_WEIGHT.get(row[f"check_{check}"], 0) for row in rows) for check in this.checks}
    checks = sorted(this.checks, key=lambda check: (-missed[check], check))
    rows.sort(key=lambda row: (-sum(_WEIGHT.get(row[f"check_{check}"], 0) for check in checks), row["student"]))
    first = _first_shown(this, len(rows))
    shown = rows[first : first + _AT_ONCE]
    add_style(_STYLE)
    with st.container(key=_KEY):
        st.altair_chart(_chart(shown, checks), width="content")
    st.caption("The checks most missed stand left, the students with the most to do above. The table says the same.")


def _first_shown(this: Opened, count: int) -> int:
    """Draw the pages of a large class; return the number of the student that the chosen one begins with."""
    if count <= _AT_ONCE:
        return 0
    chosen = st.segmented_control(
        "Students",
        list(range(0, count, _AT_ONCE)),
        default=0,
        format_func=lambda start: f"{start + 1} to {min(start + _AT_ONCE, count)}",
        key=this.key("heat"),
    )
    return chosen or 0


def _chart(rows: Sequence[Mapping[str, str]], checks: Sequence[str]) -> alt.LayerChart:
    data = pd.DataFrame(
        [
            {"Student": row["student"], "Check": labels.title(check), "State": STATES[row[f"check_{check}"]]}
            for row in rows
            for check in checks
            if row[f"check_{check}"] in _WEIGHT
        ]
    )
    data["Shape"] = data["State"].str[0]
    across = alt.Axis(labelAngle=-45, labelLimit=260, labelOverlap=False, orient="top")
    down = alt.Axis(labelLimit=160, labelOverlap=False)
    base = alt.Chart(data).encode(
        x=alt.X("Check:N", sort=[labels.title(check) for check in checks], title=None, axis=across),
        y=alt.Y("Student:N", sort=[row["student"] for row in rows], title=None, axis=down),
        tooltip=["Student", "Check", "State"],
    )
    fill = alt.Scale(domain=list(_COLORS), range=list(_COLORS.values()))
    ink = alt.Scale(domain=list(_INKS), range=list(_INKS.values()))
    cells = base.mark_rect(stroke="#ffffff", strokeWidth=1).encode(
        color=alt.Color("State:N", scale=fill, legend=alt.Legend(title=None, orient="bottom"))
    )
    shapes = base.mark_text(fontSize=11).encode(text="Shape:N", color=alt.Color("State:N", scale=ink, legend=None))
    layered = alt.layer(cells, shapes).resolve_scale(color="independent")
    size = {"width": _COLUMN_PIXELS * len(checks), "height": _ROW_PIXELS * len(rows)}
    chart: alt.LayerChart = layered.properties(**{side: pixels + _AROUND_PIXELS for side, pixels in size.items()})
    return chart
