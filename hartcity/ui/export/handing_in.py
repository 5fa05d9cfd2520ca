"""Handing a copy into a tutor's class by its code."""

from __future__ import annotations

import streamlit as st

from hartcity.model import Finding
from hartcity.storage import CodeError, CodeRefusal, NotAllowedError, NotStoredError, Version
from hartcity.ui import signed_in
from hartcity.ui.export import gathering
from hartcity.ui.export.gate import draw_waiting
from hartcity.ui.safe import safe
from hartcity.ui.versions import labels
from hartcity.ui.workspace import drafts, session, stored
from hartcity.ui.workspace.clock import on_this_clock
from hartcity.ui.workspace.store import REASONS, store


_REFUSED = {
    CodeRefusal.NOT_A_CODE: "A class code has twelve letters and digits. Could one be missing?",
    CodeRefusal.WRONG: "No class has this code, or not any more. Could you read it once more?",
    CodeRefusal.TOO_MANY_TRIES: "Too many codes were tried. Please wait ten minutes.",
}
_NOW = 0
_ASKED_ABOUT = "version_to_hand_in"


def draw_handing_in(*, is_open: bool) -> None:
    """Draw the way into a class; it is closed while words that could identify somebody wait for a decision."""
    with st.expander("Hand a copy into your class", icon=":material/inbox:"):
        st.markdown(
            "With a code from your tutor you leave a copy of your draft and plan in their class. It is sealed for your "
            "tutor: nobody else can open it. A second copy takes the place of the first."
        )
        if not is_open:
            st.markdown("First there is something to decide above: could those words identify the service user?")
            return
        kept = session.work().preferences.get(stored.CLASS_CODE)
        versions = {version.number: version for version in reversed(stored.versions())}
        with st.form("hand_into_class", border=False):
            left, middle, right = st.columns(3)
            typed = left.text_input(
                "Class code",
                kept if isinstance(kept, str) else "",
                max_chars=40,
                placeholder="for example K7FM-2QXR-4HJL",
            )
            account = signed_in.account()
            name = middle.text_input(
                "Your name, for your tutor",
                gathering.details().author or (account.name if account else ""),
                max_chars=80,
            )
            chosen = right.selectbox(
                "Version",
                [_NOW, *versions],
                format_func=lambda number: "As it stands now" if number == _NOW else labels.title(versions[number]),
            )
            if st.form_submit_button("Hand in a copy", icon=":material/upload:"):
                st.session_state["handed_in"] = _hand_in(typed, name, versions.get(chosen))
        if told := st.session_state.pop("handed_in", ""):
            st.info(safe(told), icon=":material/inbox:")
        asked = versions.get(st.session_state.get(_ASKED_ABOUT, _NOW))
        if asked is not None:
            _draw_asked(asked)
        _draw_handed()


def _hand_in(typed: str, name: str, version: Version | None) -> str:
    """Hand in a version, or with None the draft as it stands, and say in a sentence how that went."""
    st.session_state.pop(_ASKED_ABOUT, None)
    if refusal := asked_first(name, version):
        st.session_state[_ASKED_ABOUT] = version.number if version else _NOW
        return refusal
    account, address = signed_in.account(), st.context.ip_address or "this machine"
    page = session.work().id if account is None else account.id
    try:
        called = store().inboxes.named(typed, page=page, address=address, account=account)
        at = store().inboxes.hand_in(session.who(), typed, name=name, version=version.number if version else _NOW)
    except CodeError as error:
        return _REFUSED[error.refusal]
    except NotStoredError as error:
        return f"That was not handed in: {REASONS[error.reason]}. Would you try again?"
    except NotAllowedError:
        return "That was not handed in: you are not signed in as the owner of this work."
    if at is None:
        return "That was not handed in: there is no draft yet, or the class takes no more."
    session.save_preferences({**session.work().preferences, stored.CLASS_CODE: typed.strip().upper()})
    return f"Your copy is in \u201c{called or 'A class'}\u201d, handed in at {on_this_clock(at)}."


def asked_first(name: str, version: Version | None) -> str:
    """Return what is asked before a version (None: the draft as it stands) is handed in; empty when nothing is."""
    if not name.strip():
        return "What does your tutor call you? The class lists copies by name."
    if version is not None:
        # What was decided on this page is about the draft as it stands; an older one may hold a name that is gone.
        waiting = _waiting_in(version)
        if waiting:
            words = ", ".join(f"\u201c{finding.text}\u201d" for finding in waiting)
            return (
                f"First there is something to decide: could {words} in this version identify the service user? Would "
                "you say below what can stay, or hand in a version without it?"
            )
    return ""


def _draw_asked(version: Version) -> None:
    """Draw the ways out for a version that was not handed in, since words in it wait for a decision."""
    waiting = _waiting_in(version)
    draw_waiting(waiting, place="version_", can_change=False)
    if not waiting:
        st.caption(
            f"Nothing in \u201c{safe(labels.title(version))}\u201d waits for a decision now: it can be handed in."
        )


def _waiting_in(version: Version) -> tuple[Finding, ...]:
    return gathering.undecided_in(drafts.of_writing(version.writing, session.work().plan))


def _draw_handed() -> None:
    """Say when a copy was handed in, and let its writer take it back."""
    kept = session.work().preferences.get(stored.CLASS_CODE)
    if not isinstance(kept, str):
        return
    try:
        at = store().inboxes.handed(session.who(), kept)
    except (NotStoredError, NotAllowedError):
        return
    if at is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"A copy is there since {on_this_clock(at, '%b %d, %H:%M')}. Your tutor may have read it already. It goes "
            "with the class, or when you take it back."
        )
        st.button("Take it back", icon=":material/undo:", on_click=_take_back, args=(kept,))


def _take_back(code: str) -> None:
    try:
        store().inboxes.take_back(session.who(), code)
    except (NotStoredError, NotAllowedError):
        st.session_state["handed_in"] = "It could not be taken back just now. Would you try again?"
    else:
        st.session_state["handed_in"] = "It is gone from the inbox; what your tutor has read already stays with them."
