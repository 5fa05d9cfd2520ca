"""The thin line that every page carries: what is saved, and which engines check the words."""

from __future__ import annotations

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.engines import EngineStatus
from hartcity.ui import labels
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


_TICK_SECONDS = 2.0
_TRY_AGAIN_SECONDS = 5.0


def status_line() -> None:
    """Draw the line; it looks again while an engine is on its way or something is not saved, and then it stops."""
    waiting = any(status.state.is_on_its_way for status in engine_status().engines)
    unsaved = session.saved_line().state == "not_saved"
    every = _TRY_AGAIN_SECONDS if unsaved else _TICK_SECONDS if waiting else None
    st.fragment(_line, run_every=every)(waiting=waiting, unsaved=unsaved)


def _line(*, waiting: bool, unsaved: bool) -> None:
    engines = engine_status().engines
    line = session.try_again() if unsaved else session.saved_line()
    said = [words for words in (line.text, engines_line(engines)) if words]
    st.caption(safe(" · ".join(said)))
    is_ready = waiting and not any(status.state.is_on_its_way for status in engines)
    if is_ready or unsaved != (line.state == "not_saved"):
        st.rerun()


def engines_line(engines: tuple[EngineStatus, ...]) -> str:
    """Return which engines check the words, and how far those are that come later."""
    ready = [labels.engine(status.name) for status in engines if status.state.value == "ready"]
    words = f"Checked by {' and '.join(ready)}" if ready else ""
    on_their_way = [_on_its_way(status) for status in engines if status.state.is_on_its_way]
    return " · ".join([words, *on_their_way] if words else on_their_way)


def _on_its_way(status: EngineStatus) -> str:
    share = "" if status.progress is None else f" {round(100 * status.progress)} %"
    return f"{labels.engine(status.name)} {status.state.value}{share}"
