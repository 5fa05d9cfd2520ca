"""The store that all sessions of this process share, and why it may not have taken something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from hartcity.storage import Reason, Store
from hartcity.ui import signed_in


if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS: Mapping[Reason, str] = {
    Reason.FULL: "the disk is full",
    Reason.BUSY: "the database is busy",
    Reason.READ_ONLY: "the database may only be read",
    Reason.UNREACHABLE: "the database cannot be reached",
    Reason.GONE: "the file with the stored work was moved or deleted",
    Reason.DAMAGED: "the stored data cannot be read",
    Reason.NEWER: "the data was written by a newer version of this program",
    Reason.REFUSED: "the database did not accept it",
}
"""What a student is told, after "Not saved:"."""


@st.cache_resource(show_spinner=False, on_release=Store.close)
def store() -> Store:
    """Return the store that all sessions of this process share.

    Raises:
        NotStoredError: the database could not be opened; the next call tries again.

    """
    how = signed_in.settings()
    return Store.open(account_secret="" if how is None else how.account_secret)
