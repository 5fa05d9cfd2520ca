"""The draft with its report, as the student sees it, and the tutor's comments on it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.assignment.titles import criterion_title
from hartcity.model import State, whole_points
from hartcity.ui import labels, overrides
from hartcity.ui.safe import safe
from hartcity.ui.sharing.threads import draw_threads, threads_of
from hartcity.ui.tutor.composer import draw_composer
from hartcity.ui.tutor.draft import chosen, draw_draft
from hartcity.ui.tutor.tutor_session import Seen, TutorSession, may_comment


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.assignment import Assignment
    from hartcity.model import CriterionResult, Report, Span

LEVELS = {"met": "● met", "partly": "◐ partly", "not_yet": "○ not yet"}
STATES = {
    State.MET: "● met",
    State.PARTLY: "◐ partly",
    State.NOT_SEEN: "○ not seen",
    State.NOT_APPLICABLE: "does not apply",
}
_NOW, _THEN = "As it is now", "As it was shared"


def draw_draft_tab(here: TutorSession, seen: Seen) -> None:
    """Draw the draft on the left, comments and report on the right."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        is_now = _which(seen)
        writing = seen.writing if is_now or seen.shared.then is None else seen.shared.then
        st.markdown(f"Subject: **{safe(writing.subject or 'none yet')}**")
        if not writing.text.strip():
            st.markdown("Nothing is written yet. The words appear here while the student types.")
            return
        text = writing.text
        slot = st.container()
    report = here.report_on(writing, seen.work)
    threads = threads_of(seen.comments, text)
    revision = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    with slot:
        can_choose = is_now and may_comment(seen)
        draw_draft(text, report, threads, revision=revision, may_choose=can_choose)
        st.caption(
            "Underlined: what the report found. On a ground of color: what was commented on."
            + (" Select words to comment on them." if can_choose else "")
        )
        if can_choose:
            draw_composer(here, text, chosen(text, revision), report, seen.assignment)
    with right:
        st.header("Comments", anchor=False)
        if not seen.comments:
            st.caption("None yet.")
        draw_threads(here.guest, seen.comments, text, seen.assignment, may_answer=may_comment(seen), key="tutor")
        st.header("The report", anchor=False)
        if report is None:
            st.caption("The report could not be made just now.")
        else:
            told = overrides.told(report, overrides.overrides_of(seen.comments))
            draw_report(report, text, told, seen.assignment)


def _which(seen: Seen) -> bool:
    """Let the tutor choose between the draft now and as it was shared; whether it is the one of now."""
    if seen.shared.then is None or seen.shared.then == seen.writing:
        return True
    return st.segmented_control("Which draft", [_NOW, _THEN], default=_NOW, label_visibility="collapsed") != _THEN


def draw_report(report: Report, text: str, told: Mapping[str, Sequence[str]], asked: Assignment) -> None:
    """Draw levels, receipts, checks and findings; what a tutor overrode says so where it stands."""
    if report.refused:
        st.info(safe(report.refused))
    for result in report.criteria:
        score = "" if result.score is None else f" · {whole_points(result.score)}"
        title = f"{LEVELS[result.level]} {safe(criterion_title(result.criterion, asked))}{score}"
        with st.expander(title):
            _receipt(result, text, told)
    with st.expander(f"All checks ({len(report.checks)})"):
        for check in report.checks:
            st.markdown(f"{STATES[check.state]} **{safe(labels.title(check.check))}**  \n{safe(check.reason)}")
            _overridden(told, check.check)
    with st.expander(f"Findings ({len(report.findings)})"):
        for finding in report.findings:
            st.markdown(f"“{safe(finding.text)}” {safe(finding.message)}")
            _overridden(told, f"{finding.check} {finding.text}")
    st.caption("Practice feedback, not a grade.")


def _receipt(result: CriterionResult, text: str, told: Mapping[str, Sequence[str]]) -> None:
    for line in result.receipt:
        of = f" of {line.of:g}" if line.of else ""
        words = _quoted(line.spans, text)
        st.markdown(f"**{line.points:g}{of}** {safe(labels.title(line.check))}  \n{safe(line.reason)}{words}")
        _overridden(told, line.check)
    if not result.receipt:
        st.caption("There is too little to say anything yet.")


def _quoted(spans: Sequence[Span], text: str) -> str:
    return "  \n“" + safe(spans[0].of(text)[:160]) + "”" if spans else ""


def _overridden(told: Mapping[str, Sequence[str]], name: str) -> None:
    for sentence in told.get(name, ()):
        st.markdown(f":material/gavel: {safe(sentence)}")
