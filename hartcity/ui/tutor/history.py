"""The versions as the tutor sees them: how the scores moved, and what the edits between two versions did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.storage import Version
from hartcity.ui.safe import safe
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.versions import choose_two, labels, timeline
from hartcity.ui.versions.changes import edits, follow
from hartcity.ui.versions.scores import Scored
from hartcity.ui.versions.sides import listed, marked


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.ui.tutor.tutor_session import Seen, TutorSession


def draw_history(here: TutorSession, seen: Seen) -> None:
    """Draw the plot of the scores and two versions side by side."""
    versions = ask(lambda store: store.versions.list(here.guest)) or []
    if not versions:
        st.markdown("There are no versions yet. They appear by themselves while the student writes.")
        return
    timeline([scored for version in versions if (scored := _scored(here, seen, version))], seen.assignment)
    if len(versions) < 2:  # noqa: PLR2004 - two make a comparison
        return
    before, after = choose_two(versions)
    _side_by_side(here, seen, before, after)


def _scored(here: TutorSession, seen: Seen, version: Version) -> Scored | None:
    """Return a version with the scores that the student saw, or those of now where none were kept with it."""
    if "criteria" in version.summary:
        return Scored(version, version.summary["criteria"])
    report = here.report_on(version.writing, seen.work)
    if report is None:
        return None
    return Scored(version, {result.criterion: result.score for result in report.criteria})


def _side_by_side(here: TutorSession, seen: Seen, before: Version, after: Version) -> None:
    changes = edits(before.writing.text, after.writing.text)
    left, right = st.columns(2, gap="medium")
    sides = (
        (left, before, marked(before.writing.text, "del", [edit.before for edit in changes])),
        (right, after, marked(after.writing.text, "ins", [edit.after for edit in changes])),
    )
    for column, version, html in sides:
        with column, st.container(border=True):
            st.markdown(f"**{safe(labels.title(version))}**  \n{safe(labels.details(version))}")
            st.html(html)
    old, new = here.report_on(before.writing, seen.work), here.report_on(after.writing, seen.work)
    if old is None or new is None:
        return
    progress = follow(old, new, changes)
    parts: Sequence[tuple[str, str]] = (
        (f"Resolved ({len(progress.resolved)})", listed(progress.resolved)),
        (f"Kept ({len(progress.kept)})", listed(progress.kept)),
        (f"New ({len(progress.new)})", listed(progress.new)),
    )
    for column, (title, html) in zip(st.columns(3, gap="medium"), parts, strict=True):
        with column:
            st.markdown(f"**{title}**")
            st.html(html)
