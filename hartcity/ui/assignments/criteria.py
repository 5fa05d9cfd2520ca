"""The criteria of an assignment: what earns points, what costs them, and where the levels begin."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from hartcity.model import Family
from hartcity.ui import labels
from hartcity.ui.safe import safe


_FULL = 100


def edit_criteria(criteria: list[dict[str, Any]], stamp: str) -> None:
    """Draw every criterion and write what is changed into ``criteria``."""
    for criterion in criteria:
        key = f"{criterion['id']}_{stamp}"
        with st.expander(safe(criterion["title"])):
            criterion["asks"] = st.text_input("Asks", criterion["asks"], max_chars=200, key=f"asks_{key}")
            left, right = st.columns(2)
            criterion["met_from"] = left.number_input("Met from", 1, _FULL, criterion["met_from"], key=f"met_{key}")
            criterion["partly_from"] = right.number_input(
                "Partly from", 0, _FULL, criterion["partly_from"], key=f"partly_{key}"
            )
            _edit_earnings(criterion, key)
            _edit_costs(criterion, key)


def _edit_earnings(criterion: dict[str, Any], key: str) -> None:
    lines = criterion["earns"]
    names = [line.get("check") or line.get("metric") for line in lines]
    table = pd.DataFrame(
        {"Looks at": [labels.title(name) for name in names], "Points": [float(line["of"]) for line in lines]}
    )
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["Looks at"],
        column_config={"Points": st.column_config.NumberColumn(min_value=0.0, max_value=float(_FULL), step=1.0)},
        key=f"earns_{key}",
        width="stretch",
    )
    for line, points in zip(lines, edited["Points"], strict=True):
        line["of"] = _number(points)
    criterion["earns"] = [line for line in lines if line["of"]]
    total = sum(line["of"] for line in lines)
    if total != _FULL:
        st.warning(f"The points add up to {total:g}; they should make {_FULL}.", icon=":material/calculate:")


def _edit_costs(criterion: dict[str, Any], key: str) -> None:
    costs = {line["family"]: line for line in criterion.get("costs", [])}
    table = pd.DataFrame(
        {
            "Marked words": [labels.title(family) for family in Family],
            "Each costs": [float(costs.get(family, {}).get("each", 0)) for family in Family],
            "At most": [float(costs.get(family, {}).get("most", 0)) for family in Family],
        }
    )
    numbers = st.column_config.NumberColumn(min_value=0.0, max_value=float(_FULL), step=1.0)
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["Marked words"],
        column_config={"Each costs": numbers, "At most": numbers},
        key=f"costs_{key}",
        width="stretch",
    )
    kept = []
    for family, each, most in zip(Family, edited["Each costs"], edited["At most"], strict=True):
        if each and most:
            line = costs.get(family, {"family": family.value})
            kept.append({**line, "each": _number(each), "most": _number(most)})
    order = list(costs)
    kept.sort(key=lambda line: order.index(line["family"]) if line["family"] in order else len(order))
    if kept or "costs" in criterion:
        criterion["costs"] = kept


def _number(value: float) -> int | float:
    """Return a whole number as one, as a teacher would write it."""
    return int(value) if float(value).is_integer() else float(value)
