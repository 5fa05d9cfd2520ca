"""The distribution of every score, as small pictures."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from hartcity.classes.counted import numbers
from hartcity.classes.summary_table import SCORES
from hartcity.model import whole_points
from hartcity.ui.classes.current_class import Opened
from hartcity.ui.classes.words import NOT_A_GRADE


_COLUMNS = 3
_STEP = 10


def draw_scores(this: Opened) -> None:
    """Draw a histogram for each criterion and each score of the wording."""
    named = {**this.criteria, **{f"score_{name}": f"Wording: {name}" for name in SCORES}}
    long = [
        {"Score": score, "Of": title} for head, title in named.items() for score in numbers(this.finished.rows, head)
    ]
    if not long:
        st.markdown("Pictures appear when a draft could be scored.")
        return
    data = pd.DataFrame(long)
    order = [title for title in named.values() if title in set(data["Of"])]
    chart = (
        alt.Chart(data)
        .mark_bar()
        .encode(
            x=alt.X("Score:Q", bin=alt.Bin(step=_STEP, extent=[0, 100]), title=None),
            y=alt.Y("count():Q", title="Drafts"),
            tooltip=[
                alt.Tooltip("Score:Q", bin=alt.Bin(step=_STEP, extent=[0, 100])),
                alt.Tooltip("count():Q", title="Drafts"),
            ],
            facet=alt.Facet("Of:N", columns=_COLUMNS, sort=order, title=None),
        )
        .properties(width=260, height=130)
    )
    st.altair_chart(chart, width="content")
    with st.expander("The same as a table"):
        grouped = data.groupby("Of", sort=False)["Score"]
        table = grouped.describe(percentiles=[0.25, 0.5, 0.75]).loc[order, ["count", "min", "25%", "50%", "75%", "max"]]
        st.dataframe(table.map(whole_points), width="stretch")
    st.caption(NOT_A_GRADE)
