"""Where a tutor writes a comment: on words, a criterion, or a check that does not hold; and their quick comments."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import streamlit as st

from hartcity.assignment.titles import criterion_title
from hartcity.storage import Remark
from hartcity.storage.comments import LONGEST_TEXT
from hartcity.text.anchor import anchor
from hartcity.ui import labels
from hartcity.ui.safe import safe
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.tutor.draft import sentences


if TYPE_CHECKING:
    from hartcity.assignment import Assignment
    from hartcity.model import Report, Span
    from hartcity.ui.tutor.tutor_session import TutorSession

_WORDS, _CRITERION, _OVERRIDE = "Words of the draft", "A criterion", "Something that does not hold here"
_TEXT = "tutor_comment"
_QUICK = "tutor_mark"
_MOST_QUICK = 200
_LONGEST_QUICK = 500


def draw_composer(here: TutorSession, text: str, words: Span | None, report: Report | None, asked: Assignment) -> None:
    """Draw the fields and keep what is sent.

    Each list has a key of its own, so that a choice stands while the student goes on writing and the list changes.
    """
    with st.container(border=True, key="composer"):
        st.markdown("**A comment**")
        about = st.selectbox("About", [_WORDS, _CRITERION, _OVERRIDE], key="tutor_about")
        remark = _about(str(about), text, words, report, asked)
        _quick(here)
        st.text_area("Comment", key=_TEXT, max_chars=LONGEST_TEXT, placeholder="What would you ask the student?")
        with st.container(horizontal=True):
            st.button("Send", type="primary", icon=":material/send:", on_click=_send, args=(here, remark),
                      disabled=remark is None)  # fmt: skip
            st.button("Keep as a quick comment", icon=":material/bookmark_add:", on_click=_keep, args=(here,))
    _library(here)


def _about(about: str, text: str, words: Span | None, report: Report | None, asked: Assignment) -> Remark | None:
    if about == _CRITERION:
        names = [result.criterion for result in report.criteria] if report is not None else []
        name = st.selectbox(
            "Criterion", names, key="tutor_criterion", format_func=lambda one: criterion_title(one, asked)
        )
        return Remark("", criterion=name) if name else None
    if about == _OVERRIDE:
        return _override(text, report)
    known = sentences(text)
    if words is not None:
        st.markdown(f"On “{safe(words.of(text)[:160])}”")
        span: Span | None = words
    else:
        picked = st.selectbox("Select words above, or choose a sentence", list(known), index=None, key="tutor_sentence")
        span = known.get(str(picked)) if picked is not None else None
    return None if span is None else Remark("", **asdict(anchor(text, span)))


def _override(text: str, report: Report | None) -> Remark | None:
    options: dict[str, Remark] = {}
    for check in report.checks if report is not None else ():
        options[f"Check: {labels.title(check.check)}"] = Remark("", check=check.check, overrides=True)
    for finding in report.findings if report is not None else ():
        place = asdict(anchor(text, finding.span)) | {"quote": finding.text}
        options[f"Finding: “{finding.text[:60]}” {finding.message[:60]}"] = Remark(
            "", check=finding.check, overrides=True, **place
        )
    picked = st.selectbox("Check or finding", list(options), index=None, key="tutor_override")
    st.caption("Say why in the comment. The student sees both, and the points stay as they are.")
    return options.get(str(picked)) if picked is not None else None


def _quick(here: TutorSession) -> None:
    if here.quick_comments:
        st.selectbox(
            "Quick comments",
            here.quick_comments,
            index=None,
            key=_QUICK,
            on_change=_use,
            placeholder="Use one of yours",
        )


def _use() -> None:
    picked = st.session_state.get(_QUICK)
    if picked:
        before = str(st.session_state.get(_TEXT) or "").rstrip()
        st.session_state[_TEXT] = f"{before}\n{picked}" if before else picked
        st.session_state[_QUICK] = None


def _send(here: TutorSession, remark: Remark) -> None:
    words = str(st.session_state.get(_TEXT) or "").strip()
    if not words:
        st.toast("The comment is empty. What would you ask the student?")
        return
    said = Remark(**{**asdict(remark), "text": words})
    if ask(lambda store: store.comments.add(here.guest, said)) is not None:
        st.session_state[_TEXT] = ""


def _keep(here: TutorSession) -> None:
    words = str(st.session_state.get(_TEXT) or "").strip()
    if words:
        _set(here, [*here.quick_comments, words])


def _set(here: TutorSession, comments: list[str]) -> None:
    """Let the browser keep these quick comments, each once."""
    short = [one.strip()[:_LONGEST_QUICK] for one in comments if one.strip()]
    here.own = {**here.own, "name": here.name, "marks": list(dict.fromkeys(short))[-_MOST_QUICK:]}


def _library(here: TutorSession) -> None:
    with st.expander(f"Your quick comments ({len(here.quick_comments)})"):
        st.caption("They stay in this browser. Take them along as a file, or bring a file with more.")
        for number, comment in enumerate(here.quick_comments):
            line, button = st.columns([6, 1], vertical_alignment="center")
            line.markdown(safe(comment))
            others = [*here.quick_comments[:number], *here.quick_comments[number + 1 :]]
            button.button("Remove this quick comment", key=f"mark-{number}", icon=":material/delete:", type="tertiary",
                          on_click=_set, args=(here, others))  # fmt: skip
        st.download_button(
            "Export", json.dumps({"quick_comments": here.quick_comments}, indent=2), "quick-comments.json",
            "application/json", icon=":material/download:", on_click="ignore", disabled=not here.quick_comments,
        )  # fmt: skip
        st.file_uploader("Import quick comments", type=["json"], key="tutor_marks_file", max_upload_size=1,
                         on_change=_import, args=(here,))  # fmt: skip


def _import(here: TutorSession) -> None:
    file = st.session_state.get("tutor_marks_file")
    if file is None:
        return
    brought = read_quick_comments(file.getvalue())
    if brought is None:
        st.toast("That file holds no quick comments. Was it exported here?")
    else:
        _set(here, [*here.quick_comments, *brought])


def read_quick_comments(data: bytes) -> list[str] | None:
    """Return the quick comments in a file, or None when it holds none."""
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return None
    found = value.get("quick_comments") if isinstance(value, dict) else None
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else None
