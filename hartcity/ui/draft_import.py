"""Bringing a draft that was begun elsewhere: drop a document, look at its words, go on with them."""

from __future__ import annotations

import streamlit as st

from hartcity.documents import ENDINGS, LARGEST_BYTES, DocumentText, read_document
from hartcity.files import RefusedFileError
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


_TURN = "bring_turn"
_READ = "bring_read"


def bring_draft() -> None:
    """Draw a closed box in which a document becomes the draft; nothing changes before the last click."""
    with st.expander("Bring a draft from a file", icon=":material/upload_file:"):
        turn = st.session_state.setdefault(_TURN, 0)
        file = st.file_uploader(
            "Draft file (Word, OpenDocument, PDF, email, web page, Markdown or text)",
            type=list(ENDINGS),
            key=f"bring_{turn}",
            max_upload_size=LARGEST_BYTES // 1_000_000,
        )
        if file is None:
            return
        known = st.session_state.get(_READ)
        if known is None or known[0] != file.file_id:
            try:
                with st.spinner("Reading the document"):
                    known = (file.file_id, read_document(file.getvalue(), file.name))
            except RefusedFileError as refusal:
                st.error(f"{safe(str(refusal))} Your draft has not changed.", icon=":material/block:")
                return
            st.session_state[_READ] = known
        _offer(known[1])


def _offer(found: DocumentText) -> None:
    work = session.work()
    for notice in found.notices:
        st.caption(safe(notice))
    if found.subject:
        st.markdown(f"**Subject** {safe(found.subject)}")
    st.text(found.text)
    if found.quoted:
        with st.expander("The message that is answered, kept apart"):
            st.text(found.quoted)
    if work.text.strip():
        st.caption("The words in the editor now stay among the versions.")
    if st.button("Use these words", type="primary", icon=":material/check:"):
        session.save_draft(text=found.text, subject=found.subject or work.subject, kind=work.kind)
        st.session_state[_TURN] += 1
        st.session_state.pop(_READ, None)
        st.rerun()
