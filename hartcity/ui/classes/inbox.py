"""The class code: students leave a copy of their work by it, and it stands beside what was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from hartcity.classes import handed_in as files
from hartcity.classes.folder import BusyError, ClassFolder
from hartcity.classes.run_process import Stage
from hartcity.storage import NotAllowedError, NotStoredError, Received
from hartcity.ui import signed_in
from hartcity.ui.safe import safe
from hartcity.ui.workspace.clock import on_this_clock
from hartcity.ui.workspace.store import REASONS, store


if TYPE_CHECKING:
    from collections.abc import Callable

    from hartcity.storage.inboxes import Inboxes

Answer = TypeVar("Answer")


def draw_inbox(found: ClassFolder) -> None:
    """Draw the class's code, who handed in by it, and the button that reads what is new."""
    account = signed_in.account()
    code = _ask(lambda inboxes: inboxes.code(found.id, account=account))
    if code is None:
        return
    with st.expander("Class code", icon=":material/inbox:", expanded=bool(code)):
        if not code:
            st.markdown(
                "With a code, students hand a copy of their draft and plan into this class, under *Hand in*. The "
                "copies are sealed: they open with the address of this class and with nothing else."
            )
            st.button("Make a class code", icon=":material/key:", on_click=make, args=(found,))
            return
        st.code(code, language=None)
        copies = _ask(lambda inboxes: inboxes.received(found.id, account=account))
        if copies is None:
            return
        if not copies:
            st.caption("Nobody has handed in yet. Students type the code under *Hand in*.")
            return
        st.table(
            [
                {"Student": safe(copy.name), "Handed in": on_this_clock(copy.handed_at, "%b %d, %H:%M")}
                for copy in copies
            ]
        )
        unread = files.unread(map(handed_in, copies), found.source)
        if not unread:
            st.caption("All of them stand in the class.")
            return
        is_running = found.standing().stage is Stage.RUNNING
        word = "copy that is" if unread == 1 else "copies that are"
        if st.button(f"Read {unread} {word} new", type="primary", icon=":material/play_arrow:", disabled=is_running):
            _read(found, copies)


def handed_in(copy: Received) -> files.HandedInCopy:
    """Return a copy as a file of the class."""
    return files.HandedInCopy(copy.name, copy.key, copy.draft, copy.plan)


def forget(found: ClassFolder) -> bool:
    """Delete the class's inbox with all that is in it; whether there is none any more."""
    return _ask(lambda inboxes: inboxes.close(found.id, account=signed_in.account())) is not None


def make(found: ClassFolder) -> None:
    """Make the class's code; the one that there is stays."""
    name = found.settings.name or "A class"
    _ask(lambda inboxes: inboxes.open(found.id, name, account=signed_in.account()))


def _read(found: ClassFolder, copies: list[Received]) -> None:
    try:
        found.start(bring=lambda: files.take(map(handed_in, copies), found.source))
    except BusyError as busy:
        st.session_state["class_busy"] = str(busy)
    st.rerun()


def _ask(question: Callable[[Inboxes], Answer]) -> Answer | None:
    """Ask the store; None, with a word to the tutor, when it does not answer."""
    try:
        return question(store().inboxes)
    except NotStoredError as error:
        st.error(f"The class code cannot be looked up just now: {REASONS[error.reason]}.", icon=":material/error:")
    except NotAllowedError:
        st.error("The class code is for tutors.", icon=":material/lock:")
    return None
