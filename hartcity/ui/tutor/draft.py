"""The draft on the tutor's screen, with the marks of the report and of the comments, and the words that are chosen."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.model import Draft, Span
from hartcity.text import Document
from hartcity.text.anchor import whole_words
from hartcity.ui import labels


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.model import Report
    from hartcity.ui.sharing.threads import Thread

_KEY = "tutor_draft"
_HTML = '<div class="text" role="document" tabindex="0"></div>'


@cache
def _asset(name: str) -> str:
    return resources.files("hartcity.ui.tutor").joinpath(name).read_text(encoding="utf-8")


def draw_draft(text: str, report: Report | None, threads: Sequence[Thread], *, revision: str, may_choose: bool) -> None:
    """Draw the draft; ``revision`` names the text, so that words chosen in an older one do not count."""
    marks: list[list[object]] = [
        [*thread.span, "comment", thread.root.remark.text]
        for thread in threads
        if thread.span is not None and thread.is_open
    ]
    for finding in report.findings if report is not None else ():
        marks += [[*finding.span, labels.GROUPS[finding.family], finding.message]]
    mount = st.components.v2.component(
        "hartcity_tutor_draft", html=_HTML, js=_asset("draft.js"), css=_asset("draft.css")
    )
    data = {"text": text, "marks": marks, "label": "The draft", "revision": revision, "choose": may_choose}
    mount(key=_KEY, data=data, on_chosen_change=_note)


def _note() -> None:
    """Do nothing: the run that follows reads what was chosen."""


def chosen(text: str, revision: str) -> Span | None:
    """Return the words that the tutor selected with mouse or keys in this text, as whole words."""
    found = st.session_state.get(_KEY, {}).get("chosen")
    if not found or found.get("of") != revision:
        return None
    start, end = int(found.get("start", 0)), int(found.get("end", 0))
    span = whole_words(text, Span(max(0, start), min(len(text), end)))
    return span if span.start < span.end else None


def sentences(text: str) -> dict[str, Span]:
    """Return the sentences of the draft with their places, for choosing without a mouse."""
    return {sentence.span.of(text): sentence.span for sentence in Document(Draft(text=text)).sentences}
