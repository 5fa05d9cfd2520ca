"""The page before all others, where people sign in, and the line that says who is in and lets them out."""

from __future__ import annotations

from functools import cache
from importlib import resources

import streamlit as st

from hartcity.identity import Account, Role
from hartcity.ui import signed_in, where_words_go
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


_BROWSER = "gate"
_WAS_SAVED = "was_saved_when_signed_out"
"""The key in session state of whoever has asked to sign out: whether all that they wrote was saved by then."""

_LOOPBACK = frozenset({None, "127.0.0.1", "::1"})
_ROLES = {Role.TUTOR: "tutor", Role.ADMINISTRATOR: "administrator"}


@cache
def _script() -> str:
    return resources.files("hartcity.ui").joinpath("sign_in_gate.js").read_text(encoding="utf-8")


def may_enter() -> bool:
    """Whether the pages are open for whoever sits here."""
    return signed_in.settings() is None or signed_in.account() is not None


def draw_gate() -> None:
    """Draw the page on which people sign in."""
    _tell_browser(None)
    st.title("Hart City assignment assistant")
    st.markdown(
        "Plan the services, write the advocacy email, see how it reads. In your own words.\n\n"
        "Sign in with the account of your school. Your work then opens for you alone, on any browser."
    )
    st.button("Sign in", type="primary", icon=":material/login:", on_click=st.login)
    st.caption(
        f"Your school tells this app your name, and that it is you. What you write stays "
        f"{safe(where_words_go.kept())}; your school is not told of it."
    )


def draw_account() -> None:
    """Draw who is in and the way out; nothing where nobody signs in."""
    found = signed_in.account()
    if found is None:
        return
    _tell_browser(found)
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        roles = [words for role, words in _ROLES.items() if role in found.roles]
        st.caption(safe(", ".join([found.name or found.subject, *roles])))
        st.button("Sign out", icon=":material/logout:", type="tertiary", on_click=_sign_out)


def _sign_out() -> None:
    """Ask the browser to forget first: once the way out has begun, no word of ours reaches it for certain."""
    if _WAS_SAVED in st.session_state:  # it was asked before and has not answered
        st.logout()
    st.session_state[_WAS_SAVED] = session.current_tab().line.state in {"nothing_yet", "saved"}


def _tell_browser(account: Account | None) -> None:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    data = {
        "account": "" if account is None else account.id,
        "leaves": _WAS_SAVED in st.session_state,
        "is_saved": bool(st.session_state.get(_WAS_SAVED, False)),
        "start": f"/{base}/" if base else "/",
    }
    gate = st.components.v2.component("hartcity_gate", js=_script())
    gate(key=_BROWSER, data=data, on_forgotten_change=st.logout)


def for_tutors() -> bool:
    """Whether a tutor's page may be drawn; it says so when not."""
    if signed_in.has_role(Role.TUTOR):
        return True
    st.info("This page is for tutors. Whoever runs this server can say that you are one.", icon=":material/school:")
    return False


def is_administrator() -> bool:
    """Whether whoever sits here runs this copy: by their role, or as this machine's own user where nobody signs in."""
    if signed_in.settings() is not None:
        return signed_in.has_role(Role.ADMINISTRATOR)
    return not where_words_go.host() and st.context.ip_address in _LOOPBACK


def for_administrators() -> bool:
    """Whether the administrator's page may be drawn; it says so when not."""
    if is_administrator():
        return True
    st.info("This page is for whoever runs this copy.", icon=":material/admin_panel_settings:")
    return False
