"""The thin line that every page carries: what is saved, and which engines check the words."""

from __future__ import annotations

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.engines import EngineStatus
from hartcity.ui import labels, session
from hartcity.ui.safe import safe


_TICK_SECONDS = 2.0


def status_line() -> None:
    """Draw the line; while an engine is on its way it looks again every two seconds, and then it stops."""
    waiting = any(status.state.is_on_its_way for status in engine_status().engines)
    st.fragment(_line, run_every=_TICK_SECONDS if waiting else None)(waiting=waiting)


def _line(*, waiting: bool) -> None:
    engines = engine_status().engines
    said = [words for words in (session.saved_line().text, engines_line(engines)) if words]
    st.caption(safe(" · ".join(said)))
    if waiting and not any(status.state.is_on_its_way for status in engines):
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
