"""The way in: a link that was opened, or a code that was read out, and what the tutor wants to be called."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import streamlit as st

from hartcity.storage import CodeError, CodeRefusal, NotAllowedError, NotStoredError
from hartcity.ui import signed_in
from hartcity.ui.safe import safe
from hartcity.ui.tutor.tutor_session import ENDED, TutorSession, tutor_session
from hartcity.ui.workspace.store import REASONS, store


_BROWSER = "tutor_browser"
_REFUSED = {
    CodeRefusal.NOT_A_CODE: "A code has ten letters and digits. Could one be missing?",
    CodeRefusal.WRONG: "This code opens nothing. A code works once, for ten minutes: could the student make a new one?",
    CodeRefusal.TOO_MANY_TRIES: "That was tried too often. In ten minutes codes work again; a link opens at once.",
}


@cache
def _script() -> str:
    return resources.files("hartcity.ui.tutor").joinpath("browser.js").read_text(encoding="utf-8")


def ask_the_browser() -> None:
    """Take the secret and the tutor's own things from the browser, and let it keep what changed."""
    here = tutor_session()
    found = _found()
    data = {"secret": here.secret if found is not None else None, "own": here.own or None, "ask": found is None}
    mount = st.components.v2.component("hartcity_tutor_browser", js=_script())
    mount(key=_BROWSER, data=data, on_found_change=_take)


def _found() -> dict[str, Any] | None:
    found = st.session_state.get(_BROWSER, {}).get("found")
    return dict(found) if found else None


def _take() -> None:
    here, found = tutor_session(), _found()
    if found is None:
        return
    secret, own = str(found.get("secret") or ""), found.get("own")
    if isinstance(own, dict) and not here.own:
        here.own = dict(own)
        here.name = here.name or str(own.get("name") or "")[:80]
    if secret and secret != here.secret:
        here.leave("")
        here.secret = secret


def entrance() -> None:
    """Draw the way in; afterwards ``tutor_session().is_in`` says whether somebody came in."""
    here = tutor_session()
    if here.told:
        st.info(safe(here.told), icon=":material/info:")
    if here.secret:
        _introduce(here)
    else:
        _code(here)


def _introduce(here: TutorSession) -> None:
    with st.form("tutor_name", border=True):
        account = signed_in.account()
        if account is None:
            st.markdown("**A student shares their work with you.** What may they call you?")
            name = st.text_input("Your name", here.name, max_chars=80, placeholder="for example Dr. Rivera")
            st.caption("The student sees this name and when you opened their work. No account, no password.")
        else:
            name = here.guest.called
            st.markdown(f"**A student shares their work with you.** They know you as {safe(name)}.")
            st.caption("The student sees this name and when you opened their work.")
        if st.form_submit_button("Open", type="primary"):
            here.name = name.strip()
            here.own = {**here.own, "name": here.name}
            _enter(here)


def _enter(here: TutorSession) -> None:
    try:
        store().shares.enter(here.guest)
    except NotAllowedError as error:
        here.leave(ENDED[error.refusal])
    except NotStoredError as error:
        here.told = f"The work cannot be opened just now: {REASONS[error.reason]}."
    else:
        here.is_in, here.told = True, ""
    st.rerun()


def _code(here: TutorSession) -> None:
    st.markdown(
        "Here you see a student's plan and draft as they see it themselves, with the same report, and can say what you "
        "think of it. Nothing is graded, and you cannot change a word."
    )
    with st.form("tutor_code", border=True):
        st.markdown("**Open it with a link that the student sent you, or type the code that they read to you.**")
        typed = st.text_input("Code", max_chars=40, placeholder="for example K7FM2-QXR4H", autocomplete="off")
        if st.form_submit_button("Open", type="primary"):
            _redeem(here, typed)


def _redeem(here: TutorSession, typed: str) -> None:
    account, address = signed_in.account(), st.context.ip_address or "this machine"
    page = here.page if account is None else account.id
    try:
        here.secret = store().shares.redeem(typed, page=page, address=address, account=account).secret
    except CodeError as error:
        here.told = _REFUSED[error.refusal]
    except NotAllowedError as error:
        here.told = ENDED[error.refusal]
    except NotStoredError as error:
        here.told = f"That could not be looked up just now: {REASONS[error.reason]}."
    else:
        here.told = ""
    st.rerun()
