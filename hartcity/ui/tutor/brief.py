"""The office-hours brief on the screen and as a page to print."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.analysis import Reviewed, office_hours
from hartcity.exports import HandIn, exporters
from hartcity.model import Draft, Kind
from hartcity.ui.safe import safe
from hartcity.ui.sharing.threads import remarks_of, threads_of
from hartcity.ui.tutor.tutor_session import plan_of


if TYPE_CHECKING:
    from hartcity.model.brief import Brief, Quoted
    from hartcity.storage import Writing
    from hartcity.ui.tutor.tutor_session import Seen, TutorSession


def draw_brief(here: TutorSession, seen: Seen) -> None:
    """Draw the page; names are hidden until they are asked for."""
    if not seen.writing.text.strip():
        st.markdown("There is no draft to talk about yet.")
        return
    masked = not st.toggle("Show names", key="tutor_names")
    now = _reviewed(here, seen, seen.writing)
    then = seen.shared.then
    before = _reviewed(here, seen, then) if then is not None else None
    if now is None:
        st.caption("The report could not be made just now.")
        return
    comments, overrides = remarks_of(threads_of(seen.comments, seen.writing.text))
    brief = office_hours(
        now, before=before, masked=masked, comments=comments, overrides=overrides, assignment=seen.assignment
    )
    _draw_page(brief)
    draft = Draft(text=seen.writing.text)
    page = next(exporter for exporter in exporters() if exporter.key == "office_hours_pdf")
    as_of = dt.datetime.now(dt.UTC).date()
    made = partial(page.write, HandIn(draft=draft, as_of=as_of, brief=brief))
    st.download_button(
        "As PDF, one page", made, page.file_name, page.mime,
        icon=":material/print:", on_click="ignore",
    )  # fmt: skip


def _draw_page(brief: Brief) -> None:
    with st.container(border=True):
        st.header(safe(brief.about), anchor=False)
        for notice in brief.notices:
            st.markdown(safe(notice))
        left, right = st.columns(2, gap="large")
        with left:
            _quoted("What already works", brief.strengths)
            _quoted("Essentials that are not there yet", brief.missing)
            if brief.changed:
                st.markdown("**Since it was shared**")
                st.markdown("\n".join(f"- {safe(line)}" for line in brief.changed))
        with right:
            _quoted("To talk about", brief.questions)
            _quoted("Comments that wait", brief.comments)
            _quoted("What a tutor says does not hold", brief.overrides)
            if brief.agenda:
                st.markdown("**Ten minutes**")
                st.markdown("\n".join(f"- {item.minutes} min: {safe(item.what)}" for item in brief.agenda))
        st.text_area("Notes", key="tutor_notes", help="They stay on this page and are gone when you close it.")


def _reviewed(here: TutorSession, seen: Seen, writing: Writing) -> Reviewed | None:
    report = here.report_on(writing, seen.work)
    draft = Draft(text=writing.text, subject=writing.subject, kind=Kind(writing.kind), plan=plan_of(seen.work))
    return None if report is None else Reviewed(draft, report, here.set_aside_on(writing, seen.work))


def _quoted(title: str, items: tuple[Quoted, ...]) -> None:
    if items:
        st.markdown(f"**{title}**")
        lines = [f"{safe(one.point)}" + (f"  \n   “{safe(one.words)}”" if one.words else "") for one in items]
        st.markdown("\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1)))
