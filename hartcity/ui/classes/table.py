"""The table: a row a student; one of them opens below."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pandas as pd
import streamlit as st

from hartcity.analysis import next_steps
from hartcity.classes.report_from_json import hand_in
from hartcity.exports import exporters
from hartcity.model import whole_points
from hartcity.ui import labels
from hartcity.ui.classes.current_class import Opened
from hartcity.ui.classes.words import LEVELS, NOT_A_GRADE, STATES, how_many, titles
from hartcity.ui.safe import safe


_FOLDERS = re.compile(r"(?:(?<=; )|^)[^:;]*/(?=[^:;/]+:)")
"""The folders before a file's name, which would fill the column and say little."""


def draw_table(this: Opened) -> None:
    """Draw the filters, the table, and the student whose row is chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Student", placeholder="Part of a name", icon=":material/search:", key=this.key("who"))
        missing = st.multiselect(
            "Not there yet",
            [*this.criteria, *this.checks],
            format_func=lambda each: this.criteria.get(each, "") or labels.title(each),
            placeholder="Any criterion or check",
            key=this.key("missing"),
        )
    rows = [row for row in this.finished.rows if _fits(row, name, missing)]
    st.markdown(how_many(len(rows), this.finished.rows))
    if not rows:
        st.markdown("No student fits that. Would fewer filters help?")
        return
    heads = [head for head in rows[0] if head != "report" and not head.startswith("plan_")]
    heads += [head for head in rows[0] if head.startswith("plan_")]
    named = titles(heads, this.criteria)
    data = pd.DataFrame({named[head]: [_value(head, row[head], this) for row in rows] for head in heads})
    chosen = st.dataframe(
        data.dropna(axis="columns", how="all"),
        hide_index=True,
        width="stretch",
        on_select="rerun",
        selection_mode="single-row",
        column_config=_columns(this, named),
        key=this.key("table"),
        placeholder="",
    )
    st.caption(f"Click a head to sort, a row's box to open the student below. {NOT_A_GRADE}")
    if chosen.selection.rows:
        row = rows[chosen.selection.rows[0]]
        report = this.finished.report(row)
        if report is not None:
            _draw_student(this, row, report)


def _fits(row: dict[str, str], name: str, missing: list[str]) -> bool:
    if name.casefold() not in row["student"].casefold():
        return False
    states = [row.get(f"check_{each}") or row.get(f"{each}_level") for each in missing]
    return all(state in {"not_seen", "partly", "not_yet"} for state in states)


def _value(head: str, cell: str, this: Opened) -> object:
    if head == "versions":
        numbers = [float(each) for each in cell.split()]
        return numbers if len(numbers) > 1 else None
    if head in this.criteria or head.startswith("score_"):
        return whole_points(float(cell)) if cell else None
    if head.startswith("findings_") or head == "words":
        return float(cell) if cell else None
    if head.endswith("_level"):
        return LEVELS.get(cell, cell) or None
    if head.startswith(("check_", "plan_")):
        return STATES.get(cell, cell) or None
    return (_FOLDERS.sub("", cell) if head == "not_read" else cell) or None


def _columns(this: Opened, named: dict[str, str]) -> dict[str, Any]:
    columns: dict[str, Any] = {named["student"]: st.column_config.TextColumn(pinned=True)}
    for criterion in this.criteria:
        columns[named[criterion]] = st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.0f")
    for head, title in named.items():
        if head == "words" or head.startswith(("score_", "findings_")):
            columns[title] = st.column_config.NumberColumn(format="%.0f")
    columns[named["not_read"]] = st.column_config.TextColumn(
        width="medium", help="Open the student's row to read all of it"
    )
    columns[named["versions"]] = st.column_config.LineChartColumn(
        y_min=0, y_max=100, help="The middle of the criteria's scores, from the first version to the last"
    )
    return columns


def _draw_student(this: Opened, row: dict[str, str], report: dict[str, Any]) -> None:
    st.header(safe(report["student"]), anchor=False)
    for one in report["left_out"]:
        st.warning(f"{safe(one['file'])}: {safe(one['reason'])}", icon=":material/report:")
    if "error" in report:
        return
    left, right = st.columns([3, 2])
    with left:
        _draw_draft(report)
    with right:
        _draw_report(this, report, row["report"].replace(".json", ".pdf"))


def _draw_draft(report: dict[str, Any]) -> None:
    if not report["has_draft"]:
        st.markdown("No email or letter was handed in.")
        return
    if report["subject"]:
        st.markdown(f"**Subject** {safe(report['subject'])}")
    st.text(report["text"])


def _draw_report(this: Opened, report: dict[str, Any], file_name: str) -> None:
    """Draw levels, the next steps, and the report to take along as ``file_name``."""
    if report["refused"] and report["has_draft"]:
        st.markdown(safe(report["refused"]))
    for name, result in report["criteria"].items():
        if result["score"] is not None:
            title = safe(this.criteria.get(name, name))
            st.markdown(f"{LEVELS[result['level']]} · {title} {whole_points(result['score'])}")
    document = hand_in(report, dt.datetime.now().astimezone().date(), this.assignment)
    steps = next_steps(document.report, this.assignment) if document.report else ()
    if steps:
        st.markdown("**Next**")
    for step in steps:
        st.markdown(f"1. **{safe(labels.title(step.check))}** {safe(step.question or step.seen)}")
    write = next(exporter.write for exporter in exporters() if exporter.key == "report_pdf")
    st.download_button(
        "This report as PDF",
        data=lambda: write(document),
        file_name=file_name,
        mime="application/pdf",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption(NOT_A_GRADE)
