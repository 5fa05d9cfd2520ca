"""The dialog behind *Share*: a link or a code for a tutor, who was let in and when, and the way to end it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from hartcity.storage import Event, Right, Share
from hartcity.ui.safe import safe
from hartcity.ui.sharing.draft_comments import heard
from hartcity.ui.sharing.store_calls import ask
from hartcity.ui.workspace import session, set_aside


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.storage import Entry, Who

RIGHTS: Mapping[Right, str] = {Right.READ: "Read", Right.COMMENT: "Read and comment"}

_LASTS = {
    timedelta(hours=1): "An hour",
    timedelta(days=1): "A day",
    timedelta(days=7): "A week",
    timedelta(days=30): "30 days",
    timedelta(days=180): "A semester (180 days)",
}
_EVENTS = {
    Event.SHARED: "You shared it",
    Event.CODE_MADE: "You made a code",
    Event.CODE_USED: "The code was used",
    Event.OPENED: "Opened",
    Event.REVOKED: "You ended it",
}
_CODE = "share_code_made"
_OPEN = "sharing_is_open"
_SHOWN = 30
_PATTERN = "%b %d, %H:%M"


def link_to(secret: str) -> str:
    """Return the address that opens a share; the secret stands behind ``#``, which no browser sends to a server."""
    here = urlsplit(str(st.context.url or ""))
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return urlunsplit((here.scheme, here.netloc, f"/{base}/tutor" if base else "/tutor", "", secret))


def share_button() -> None:
    """Draw the button that opens the dialog, and the dialog until it is closed, whatever is drawn again meanwhile."""
    st.button(
        "Share with a tutor", icon=":material/group_add:", key="open_sharing", type="tertiary", on_click=_set_open,
        args=(True,),
    )  # fmt: skip
    if st.session_state.get(_OPEN):
        _dialog()


def _set_open(is_open: bool) -> None:
    st.session_state[_OPEN] = is_open
    st.session_state.pop(_CODE, None)


def _close() -> None:
    _set_open(False)  # noqa: FBT003 - as above


@st.dialog("Share with a tutor", width="large", on_dismiss=_close)
def _dialog() -> None:
    work, who = session.work(), session.who()
    shares = ask(lambda store: store.shares.list(who)) or []
    st.markdown(
        "Your tutor sees your plan, your draft as you type, its versions, what you set aside, and which directory your "
        "plan is checked against. Nobody but you can change a word of it."
    )
    _new_share(work, who)
    record = ask(lambda store: store.shares.record(who)) or ()
    now = datetime.now(UTC)
    open_now = [share for share in shares if share.secret and share.expires_at > now]
    for share in open_now:
        _open_share(who, share, record)
    _set_aside(work)
    _ended([share for share in shares if share not in open_now], record)
    if record:
        with st.expander("Everything that happened, newest first"):
            for entry in record[:_SHOWN]:
                by = f" by {safe(entry.name)}" if entry.name else ""
                st.markdown(f"{_when(entry.at)} · {_EVENTS[entry.event]}{by} · share {entry.share}")


def _new_share(work: session.Work, who: Who) -> None:
    with st.form("new_share", border=True):
        st.markdown("**A new share**")
        left, middle, right = st.columns(3)
        label = left.text_input("For whom", max_chars=80, placeholder="for example Office hours, Dr. Rivera")
        may = middle.selectbox("They may", list(RIGHTS), index=1, format_func=RIGHTS.__getitem__)
        lasts = right.selectbox("For", list(_LASTS), index=2, format_func=_LASTS.__getitem__)
        if st.form_submit_button("Make a link", type="primary", icon=":material/link:"):
            made = ask(lambda store: store.shares.create(who, may, lasts=lasts, label=label))
            if made is None:
                st.info("There is nothing to share yet. What would you like to write first?")
            else:
                heard(work).forget()  # the editor listens for comments from now on
                st.rerun(scope="fragment")


def _name(share: Share) -> str:
    return safe(share.label) if share.label else f"Share {share.number}"


def _when(moment: datetime) -> str:
    return session.on_this_clock(moment, _PATTERN)


def _open_share(who: Who, share: Share, record: Sequence[Entry]) -> None:
    with st.container(border=True):
        st.markdown(f"**{_name(share)}** · {RIGHTS[share.may]} · until {_when(share.expires_at)}")
        st.code(link_to(share.secret), language=None, wrap_lines=True)
        with st.container(horizontal=True):
            if st.button("Make a code to read out", key=f"code-{share.number}", icon=":material/record_voice_over:"):
                code = ask(lambda store: store.shares.make_code(who, share.number))
                if code is not None:
                    st.session_state[_CODE] = (share.number, code)
            if st.button("End this share", key=f"end-{share.number}", icon=":material/block:"):
                ask(lambda store: store.shares.revoke(who, share.number))
                st.rerun(scope="fragment")
        number, code = st.session_state.get(_CODE, (0, None))
        if code is not None and number == share.number:
            st.header(safe(code.words), anchor=False)
            st.caption(f"Works once, until {session.on_this_clock(code.expires_at)}, on the page *Tutor*.")
        _opened(share, record)


def _ended(shares: Sequence[Share], record: Sequence[Entry]) -> None:
    if not shares:
        return
    with st.expander(f"Ended ({len(shares)})"):
        for share in shares:
            how = "ended by you" if share.revoked_at else "its time was over"
            st.markdown(f"**{_name(share)}** {RIGHTS[share.may]} · {how}")
            _opened(share, record)


def _opened(share: Share, record: Sequence[Entry]) -> None:
    lines = [entry for entry in record if entry.share == share.number and entry.event is Event.OPENED]
    if not lines:
        st.caption("Nobody has opened it yet.")
    for entry in lines[:_SHOWN]:
        st.caption(f"Opened by {safe(entry.name or 'somebody without a name')}, {_when(entry.at)}")


def _set_aside(work: session.Work) -> None:
    """Let the student say why they set something aside; the tutor reads it beside the choice."""
    kept = set_aside.kept(work.preferences)
    if not kept:
        return
    reasons = set_aside.reasons_of(work.preferences)
    with st.expander(f"What you set aside ({len(kept)}): why?"):
        st.caption("Your tutor sees these choices. A few words say why; they may stay empty.")
        for number, choice in enumerate(kept):
            words = st.text_input(
                f"{choice.what}: {choice.name}",
                reasons.get(choice.id, ""),
                max_chars=200,
                key=f"because-{number}-{choice.id}",
            )
            if words.strip() != reasons.get(choice.id, ""):
                reasons = {**reasons, choice.id: words.strip()}
                session.save_preferences({**session.work().preferences, set_aside.BECAUSE: reasons})
