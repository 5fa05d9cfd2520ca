"""What can be taken along: the table, every report, and a summary, for oneself or for others."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from hartcity.classes.downloads import as_csv, as_workbook, reports_zip
from hartcity.classes.small_counts import FEWEST
from hartcity.classes.summary import summary_pdf
from hartcity.ui import labels
from hartcity.ui.classes.current_class import Opened, class_needs
from hartcity.ui.classes.words import NOT_A_GRADE, titles


def draw_taking(this: Opened) -> None:
    """Draw the downloads; each is made when it is asked for."""
    today = dt.datetime.now().astimezone().date()
    st.header("For yourself", anchor=False)
    _draw_table(this)
    _draw_reports(this, today)
    st.header("Summary of the class", anchor=False)
    _draw_summary(this, today)


def _draw_table(this: Opened) -> None:
    rows = this.finished.rows
    named = titles(list(rows[0]), this.criteria)
    with st.container(horizontal=True):
        _offer("Table as CSV", partial(as_csv, rows), "class.csv", "text/csv")
        _offer(
            "Table as Excel",
            partial(as_workbook, rows, named),
            "class.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )


def _draw_reports(this: Opened, today: dt.date) -> None:
    made = this.key(f"zip_{this.stamp}")
    if made in st.session_state:
        _offer("Every report as PDF (zip)", st.session_state[made], "reports.zip", "application/zip")
    elif st.button("Make every report as PDF", icon=":material/picture_as_pdf:"):
        bar = st.progress(0.0, text="Writing the reports")
        st.session_state[made] = reports_zip(
            this.finished,
            today,
            this.assignment,
            lambda share: bar.progress(share, text=f"Writing the reports, {share:.0%}"),
        )
        st.rerun()


def _draw_summary(this: Opened, today: dt.date) -> None:
    for_others = st.toggle(
        f"For others: groups under {FEWEST} students are hidden", value=True, key=this.key("for_others")
    )
    needs = class_needs(str(this.finished.out), this.stamp)
    settings = this.folder.settings
    make = partial(
        summary_pdf,
        settings.name,
        this.finished.rows,
        needs,
        settings.quotations or {},
        criteria=list(this.criteria),
        checks=this.checks,
        titled=lambda name: this.criteria.get(name, "") or labels.title(name),
        as_of=today,
        for_others=for_others,
    )
    _offer("Summary as PDF", make, "class-summary.pdf", "application/pdf")
    st.caption(f"The summary names no student. {NOT_A_GRADE}")


def _offer(label: str, data: object, file_name: str, mime: str) -> None:
    st.download_button(
        label,
        data=data,  # type: ignore[arg-type] # bytes, or what makes them when the button is pressed
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
    )
