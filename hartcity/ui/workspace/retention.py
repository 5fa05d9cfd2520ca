"""What the program deletes by itself: work and classes whose days are over."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from hartcity.classes.folder import delete_old_classes
from hartcity.storage import NotStoredError
from hartcity.ui.workspace.store import store


@st.cache_resource(ttl=timedelta(hours=1), show_spinner=False)
def purge_once_an_hour() -> None:
    """Delete what nobody wants or opens any more, unless the clock that says so is in doubt.

    A database that does not answer puts it off; classes stay then too, since each goes together with its inbox.
    """
    try:
        erasure = store().erasure
        if erasure.trusts_the_clock():
            erasure.purge()
            delete_old_classes(erasure.delete_inbox)
    except NotStoredError:
        return
