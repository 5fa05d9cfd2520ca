"""Questions to the store about shares and comments; a refusal is told on the screen and never raised to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from hartcity.storage import NotAllowedError, NotStoredError, Store
from hartcity.ui.workspace.store import REASONS, store


if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


def ask(question: Callable[[Store], Answer]) -> Answer | None:
    """Ask the store; None, with a word to the reader, when it does not answer."""
    try:
        return question(store())
    except NotStoredError as error:
        st.toast(f"That was not kept: {REASONS[error.reason]}. Please try again.", icon=":material/error:")
    except NotAllowedError:
        st.toast("This share has ended, so that was not kept.", icon=":material/lock:")
    return None
