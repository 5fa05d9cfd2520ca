"""The documents with a picture of their first page, and the ways to take them along."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import streamlit as st

from hartcity.exports import Exporter, HandIn, exporters, mailto
from hartcity.exports.printable import missing_in_pdf


if TYPE_CHECKING:
    from collections.abc import Callable

_PREVIEW_SCALE = 1.1
_PICTURE = "hand_in_picture"
_PART_TITLES = {"assignment": "Assignment, both parts", "email": "Email or letter alone", "report": "Report"}
_LONGEST_LINK = 1900
"""Characters of a mailto link that every mail program takes."""


def draw_documents(hand_in: HandIn, *, is_open: bool) -> None:
    """Draw every document by part; while a privacy finding waits, the downloads are closed."""
    picture, downloads = st.columns([2, 3], gap="large")
    with picture:
        st.image(
            _first_page(hand_in),
            caption="Page 1 of the assignment",
            alt="The first page of the assignment",
            width="stretch",
        )
    with downloads:
        for part, title in _PART_TITLES.items():
            st.subheader(title, anchor=False)
            with st.container(horizontal=True):
                for exporter in exporters():
                    if exporter.part == part:
                        _download(exporter, hand_in, is_open=is_open)
                if part == "email":
                    _mail_program(hand_in, is_open=is_open)
            if part == "email" and is_open and hand_in.draft.text.strip():
                with st.expander("Copy the words"):
                    st.code(f"Subject: {hand_in.draft.subject}\n\n{hand_in.draft.text}", language=None, wrap_lines=True)
    lost = missing_in_pdf(f"{hand_in.draft.text}{hand_in.title_page}{hand_in.plan}{hand_in.references}")
    if lost:
        st.caption("The PDF cannot show every letter that you used; the Word document can.")


def _download(exporter: Exporter, hand_in: HandIn, *, is_open: bool) -> None:
    st.download_button(
        exporter.title,
        data=partial(exporter.write, hand_in) if is_open else b"",  # made when it is asked for
        file_name=exporter.file_name,
        mime=exporter.mime,
        key=f"hand_in_{exporter.key}",
        icon=":material/download:",
        on_click="ignore",
        disabled=not is_open,
    )


def _mail_program(hand_in: HandIn, *, is_open: bool) -> None:
    label, icon, link = "Open in mail program", ":material/mail:", mailto(hand_in)
    is_short = len(link) <= _LONGEST_LINK
    if is_open and is_short and hand_in.draft.text.strip():
        st.link_button(label, link, icon=icon)
        return
    # A link that is closed says so to nobody who hears the page; a button does.
    too_long = "This email is too long for a link; the email file opens in a mail program too."
    st.button(label, key="hand_in_mail_closed", icon=icon, disabled=True, help=None if is_short else too_long)


def _writer(key: str) -> Callable[[HandIn], bytes]:
    return next(exporter.write for exporter in exporters() if exporter.key == key)


def _first_page(hand_in: HandIn) -> bytes:
    """Return a picture of the assignment's first page, drawn anew when something of the hand-in has changed."""
    known: tuple[HandIn, bytes] | None = st.session_state.get(_PICTURE)
    if known is None or known[0] != hand_in:
        known = (hand_in, _pictured(_writer("assignment_pdf")(hand_in)))
        st.session_state[_PICTURE] = known
    return known[1]


def _pictured(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    out = io.BytesIO()
    document[0].render(scale=_PREVIEW_SCALE).to_pil().save(out, "PNG")
    document.close()
    return out.getvalue()
