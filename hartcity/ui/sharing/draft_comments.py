"""What a tutor said about the draft that is open in the editor, asked of the store every few seconds at most."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.storage import NotAllowedError, NotStoredError, Remark
from hartcity.storage.comments import LONGEST_TEXT
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.sharing.threads import Thread, threads_of
from hartcity.ui.workspace import session
from hartcity.ui.workspace.store import store


if TYPE_CHECKING:
    from collections.abc import Mapping

    from hartcity.storage import Comment
    from hartcity.ui.workspace.session import Work

_KEY = "heard_of_tutor"
_SHARED_SECONDS, _ALONE_SECONDS = 1.5, 20.0
"""How old what was heard may be; a draft that nobody was let in to is asked about more rarely."""


@dataclass
class Heard:
    """The comments on one workspace, and whether anybody was ever let in to it."""

    work: str
    comments: tuple[Comment, ...] = ()
    is_shared: bool = False
    _until: float = 0.0
    _text: str | None = None
    _threads: tuple[Thread, ...] = ()

    def renew(self) -> None:
        """Ask the store when that was long ago; what was known stays when it does not answer."""
        if time.monotonic() < self._until:
            return
        try:
            comments = tuple(store().comments.list(session.who()))
            self.is_shared = bool(comments) or bool(store().shares.list(session.who()))
        except (NotStoredError, NotAllowedError):
            comments = self.comments
        if comments != self.comments:
            self.comments, self._text = comments, None
        self._until = time.monotonic() + (_SHARED_SECONDS if self.is_shared else _ALONE_SECONDS)

    def threads(self, text: str) -> tuple[Thread, ...]:
        """Return the threads with the places of their words in ``text``."""
        if text != self._text:
            self._text, self._threads = text, tuple(threads_of(self.comments, text))
        return self._threads

    def forget(self) -> None:
        """Let the next question go to the store."""
        self._until = 0.0


def heard(work: Work) -> Heard:
    """Return what was said about this work."""
    known = st.session_state.get(_KEY)
    if not isinstance(known, Heard) or known.work != work.id:
        known = st.session_state[_KEY] = Heard(work.id)
    if work.text or work.plan:
        known.renew()
    return known


def answer(work: Work, what: Mapping[str, object]) -> None:
    """Keep the student's answer in a thread: ``thread`` is its number, ``text`` the words."""
    number, words = _number(what, "thread"), str(what.get("text", "")).strip()[:LONGEST_TEXT]
    if words:
        ask(lambda store: store.comments.add(session.who(), Remark(words), thread=number))
        heard(work).forget()


def settle(work: Work, what: Mapping[str, object]) -> None:
    """Settle a ``thread``, or open it again when it is not ``done``."""
    number, is_done = _number(what, "thread"), bool(what.get("done"))
    ask(lambda store: store.comments.resolve(session.who(), number, is_done=is_done))
    heard(work).forget()


def delete(work: Work, what: Mapping[str, object]) -> None:
    """Delete one of the student's own comments by its ``number``."""
    number = _number(what, "number")
    ask(lambda store: store.erasure.delete_comment(session.who(), number))
    heard(work).forget()


def _number(what: Mapping[str, object], name: str) -> int:
    found = what.get(name)
    return found if isinstance(found, int) else 0
