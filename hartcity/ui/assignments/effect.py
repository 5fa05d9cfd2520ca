"""What a change does to drafts that there are: levels and scores before and after, before anything is saved."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hartcity.analysis import check_draft
from hartcity.assignment import Assignment, parse
from hartcity.model import Draft, whole_points
from hartcity.ui import practice
from hartcity.ui.classes.current_class import known, opened


_SAMPLE = 12


def draw_effect(before: str, after: str) -> None:
    """Draw one row a criterion: the middle score of the sample and how many drafts meet it, before and after."""
    names, texts = _sample()
    chosen = st.selectbox("Sample", names, key="assignment_sample") if len(names) > 1 else names[0]
    data = _compared(before, after, tuple(texts[chosen]))
    st.dataframe(data, hide_index=True, width="stretch")
    st.caption(f"{len(texts[chosen])} drafts, read without the grammar engines. Nothing is saved yet.")


def _sample() -> tuple[list[str], dict[str, list[str]]]:
    texts = {"Practice drafts": [practice.email()["text"]]}
    for each in known():
        this = opened(each)
        if this is not None:
            drafts = [report["text"] for report, _ in zip(this.finished.reports(), range(_SAMPLE), strict=False)]
            if drafts:
                texts[f"{each.settings.name or 'A class'}: {len(drafts)} drafts"] = drafts
    return list(reversed(texts)), texts


@st.cache_data(max_entries=32, show_spinner="Reading the sample")
def _compared(before: str, after: str, texts: tuple[str, ...]) -> pd.DataFrame:
    old, new = parse("before", before), parse("after", after)
    scored = {name: _scores(asked, texts) for name, asked in (("before", old), ("after", new))}
    titles = {each.id: each.title for each in (*old.criteria, *new.criteria)}
    return pd.DataFrame(
        [
            {
                "Criterion": title,
                "Middle score before": _middle(scored["before"], name),
                "after": _middle(scored["after"], name),
                "Met before": _met(scored["before"], name),
                "Met after": _met(scored["after"], name),
            }
            for name, title in titles.items()
        ]
    )


_Scores = dict[str, list[tuple[float, str]]]


def _scores(asked: Assignment, texts: tuple[str, ...]) -> _Scores:
    found: _Scores = {}
    for text in texts:
        for result in check_draft(Draft(text), assignment=asked, engines=()).criteria:
            if result.score is not None:
                found.setdefault(result.criterion, []).append((result.score, result.level))
    return found


def _middle(scores: _Scores, name: str) -> int | None:
    values = sorted(score for score, _ in scores.get(name, ()))
    return whole_points(values[len(values) // 2]) if values else None


def _met(scores: _Scores, name: str) -> int | None:
    return sum(level == "met" for _, level in scores[name]) if name in scores else None
