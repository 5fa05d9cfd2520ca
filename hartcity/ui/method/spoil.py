"""A sample draft to spoil on purpose, to see whether the scores notice."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hartcity.analysis import check_draft
from hartcity.analysis.moves import all_moves
from hartcity.assignment.titles import criterion_title
from hartcity.model import Draft, Kind, Report, whole_points
from hartcity.ui import practice


def show() -> None:
    """Draw the moves; one chosen shows both reports side by side."""
    st.markdown("A score that does not fall when the ask is cut out does not measure the ask. Which one shall we try?")
    moves = {move.id: move for move in all_moves()}
    chosen = st.pills("Move", list(moves), format_func=lambda name: moves[name].title, key="move")
    if chosen is None:
        return
    email = practice.email()
    draft = Draft(text=email["text"], subject=email["subject"], kind=Kind(email["kind"]))
    changed = moves[chosen].make(draft)
    if changed is None:
        st.info("This draft has nothing that this move could change.", icon=":material/info:")
        return
    before = check_draft(draft, wait=False)
    after = check_draft(Draft(text=changed, subject=draft.subject, kind=draft.kind), wait=False)
    is_noticed = moves[chosen].noticed(before, after)
    says = "noticed" if is_noticed else "not noticed"
    icon = ":material/check_circle:" if is_noticed else ":material/cancel:"
    (st.success if is_noticed else st.warning)(f"Expected: {moves[chosen].expectation}. It was {says}.", icon=icon)
    if after.refused:
        st.info(after.refused, icon=":material/info:")
    st.dataframe(_scores(before, after), hide_index=True, width="stretch", alt="Scores before and after")
    st.text_area("The draft after the move", changed, height=320, disabled=True)


def _scores(before: Report, after: Report) -> pd.DataFrame:
    was, now = _shown(before), _shown(after)
    return pd.DataFrame({"Criterion": criterion_title(name), "Before": was[name], "After": now[name]} for name in was)


def _shown(report: Report) -> dict[str, int | None]:
    scores = {result.criterion: result.score for result in report.criteria}
    return {name: None if score is None else whole_points(score) for name, score in scores.items()}
