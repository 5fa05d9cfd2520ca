"""All of one's data: carried away, brought back, kept for some days, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.ui import signed_in, where_words_go
from hartcity.ui.safe import safe
from hartcity.ui.workspace import browser_memory, counting, session, stored


if TYPE_CHECKING:
    from collections.abc import Callable

_FILE_NAME = "hart-city-work.json"
LARGEST_COPY_MEGABYTES = 20
_WITHOUT = (
    "Your words stay {kept}, sealed with the address of this page: whoever has the address can open your work, and "
    "nobody can without it. Keep it, and keep it to yourself."
)
_WITH_ACCOUNT = "Your words are sealed, and open for your account alone. Sign out when others use this browser too."
_FOR_EVER = 0
_DAYS = {
    _FOR_EVER: "Until I delete it",
    30: "30 days after the last change",
    90: "90 days after the last change",
    180: "180 days after the last change",
    365: "A year after the last change",
}


def _bring_back() -> None:
    file = st.session_state.get("import_file")
    if file is None:
        st.session_state["import_answer"] = ""
    else:
        refusal = stored.restore_export(file.getvalue())
        st.session_state["import_answer"] = (
            refusal or "Your work is back, as a new workspace with an address of its own."
        )


def _set_days() -> None:
    stored.set_retention(st.session_state["retention_days"] or None)


def _set_remembered() -> None:
    browser_memory.set_remembered(on=bool(st.session_state["remembered"]))


def _deletion(words: str, what_goes: str, delete: Callable[[], None]) -> None:
    key = words.lower().replace(" ", "_")
    with st.expander(words, icon=":material/delete_forever:"):
        st.markdown(f"{what_goes} It cannot be brought back. Would you like a copy first?")
        sure = st.checkbox("Yes, delete it for good", key=f"{key}_sure")
        st.button(words, key=key, disabled=not sure, type="primary", on_click=delete)


def _draw_remembering() -> None:
    st.toggle(
        "This browser remembers it", value=browser_memory.is_remembered(session.work()), key="remembered",
        on_change=_set_remembered,
        help="The start page then offers it to whoever uses this browser. Better off on a shared computer.",
    )  # fmt: skip


def your_data() -> None:
    """Draw the part of the page that is about the data itself."""
    st.header("Your data", anchor=False)
    signs_in = signed_in.settings() is not None
    st.caption(_WITH_ACCOUNT if signs_in else _WITHOUT.format(kept=safe(where_words_go.kept())))
    exported = stored.export() if session.saved_line().state != "nothing_yet" else None
    copy, bring, keeping = st.columns(3, gap="large")
    with copy:
        _draw_copy(exported)
    with bring:
        _draw_bringing()
    with keeping:
        _draw_keeping(is_stored=exported is not None)
        if exported is not None:
            if not signs_in:
                _draw_remembering()
            counting.draw_switch()
            _draw_deleting()


def _draw_copy(exported: bytes | None) -> None:
    st.markdown("**A copy of everything**")
    st.download_button(
        "Download as JSON", exported or b"{}", _FILE_NAME, "application/json",
        icon=":material/download:", on_click="ignore", disabled=exported is None,
    )  # fmt: skip
    st.caption(
        "Plan, draft, all versions, choices, each as you wrote it, names too: a copy for yourself. It does not "
        "open your workspace."
    )


def _draw_bringing() -> None:
    st.markdown("**Bring a copy back**")
    st.file_uploader(
        "A copy that was downloaded here", type=["json"], key="import_file", max_upload_size=LARGEST_COPY_MEGABYTES,
        on_change=_bring_back, label_visibility="collapsed",
    )  # fmt: skip
    answer = st.session_state.get("import_answer", "")
    if answer:
        st.info(safe(answer))


def _draw_keeping(*, is_stored: bool) -> None:
    st.markdown("**How long it is kept**")
    days = stored.retention_days() or _FOR_EVER
    choices = _DAYS if days in _DAYS else {**_DAYS, days: f"{days} days after the last change"}
    st.selectbox(
        "How long it is kept", list(choices), index=list(choices).index(days), format_func=choices.__getitem__,
        key="retention_days", on_change=_set_days, label_visibility="collapsed", disabled=not is_stored,
    )  # fmt: skip


def _draw_deleting() -> None:
    _deletion("Delete draft", "The draft and all its versions go; the plan stays.", stored.delete_draft)
    _deletion(
        "Delete everything",
        "Plan, draft, versions and choices go, and the copy in the inbox of the class you handed into last. "
        "What your tutor has read already stays with them.",
        stored.delete_work,
    )
