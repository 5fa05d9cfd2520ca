"""How well rules and checks held with those who met them here, and which are advice for it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hartcity.analysis.standing import Standing, fewest_cases, standing
from hartcity.model import Family
from hartcity.ui import labels
from hartcity.ui.workspace import counting


def show() -> None:
    """Say what is counted, and draw what was decided often enough to be judged, advice first."""
    st.markdown(
        "Students who agree let this copy count how often a mark was right: the words were changed, or set aside "
        "with a reason, or a tutor said that it does not hold. Where that says for certain that a rule or check is "
        "wrong too often, it is advice here: it costs no points, and says so. Privacy is never turned into advice."
    )
    found = sorted(map(standing, counting.judged()), key=lambda one: (not one.is_advice, one.low, one.name))
    if not found:
        st.info(
            f"Nothing was decided {fewest_cases()} times yet, so every rule stands as it was made.",
            icon=":material/info:",
        )
        return
    st.dataframe(
        table(found), hide_index=True, width="stretch", alt="How often rules and checks held here, with intervals"
    )


def table(found: list[Standing]) -> pd.DataFrame:
    """Return a row for each rule or check: how often it held, of how many, and what follows."""
    return pd.DataFrame(
        [
            {
                "Rule or check": _named(one),
                "Held": "" if one.precision is None else f"{one.precision:.0%}",
                "95 % interval": f"{one.low:.0%} to {one.high:.0%}" if one.decided else "",
                "Cases": one.decided,
                "Bar": f"{one.bar:.0%}",
                "Here it is": "advice" if one.is_advice else "a claim",
            }
            for one in found
        ]
    )


def _named(one: Standing) -> str:
    if one.family in set(Family):
        return one.name if one.name != one.family else labels.title(one.family)
    return labels.title(one.name)
