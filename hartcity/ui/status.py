"""The thin line that every page carries: what is saved, and which engines read the words that it shows."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from hartcity.analysis import engine_status
from hartcity.engines import EngineState, EngineStatus
from hartcity.ui import labels
from hartcity.ui.safe import safe
from hartcity.ui.workspace import session


_TICK_SECONDS = 2.0
_TRY_AGAIN_SECONDS = 5.0
_STILL_THERE_SECONDS = 30.0


def status_line(*, shows_words: bool) -> None:
    """Draw the line; ``shows_words`` says that the page shows words of the student which the engines read.

    It looks again soon while an engine is on its way or something is not saved, and else now and then, since what was
    saved can be lost underneath a page that is left open.
    """
    waiting = any(status.state.is_on_its_way for status in engine_status().engines)
    unsaved = session.saved_line().state == "not_saved"
    every = _TRY_AGAIN_SECONDS if unsaved else _TICK_SECONDS if waiting else _STILL_THERE_SECONDS
    st.fragment(_line, run_every=every)(waiting=waiting, unsaved=unsaved, shows_words=shows_words)


def _line(*, waiting: bool, unsaved: bool, shows_words: bool) -> None:
    engines = engine_status().engines
    ready = [status.name for status in engines if status.state is EngineState.READY]
    line = session.try_again() if unsaved else session.saved_line()
    said = [words for words in (line.text, engines_line(engines, ready if shows_words else ())) if words]
    st.caption(safe(" · ".join(said)))
    is_ready = waiting and not any(status.state.is_on_its_way for status in engines)
    if is_ready or unsaved != (line.state == "not_saved"):
        st.rerun()


def engines_line(engines: tuple[EngineStatus, ...], read_by: Collection[str]) -> str:
    """Return which engines read the words, by their names, how far those are that come later, and who is not here."""
    names = [labels.engine(status.name) for status in engines if status.name in read_by]
    words = f"Checked by {' and '.join(names)}" if names else ""
    absent = [labels.engine(status.name) for status in engines if status.state is EngineState.ABSENT]
    here = [labels.engine(status.name) for status in engines if status.state is EngineState.READY]
    if absent and len(here) == 1:
        without = f"alone, as {' and '.join(absent)} is not here"
        words = f"{words} {without}" if names == here else f"{here[0]} checks {without}"
    on_their_way = [_on_its_way(status) for status in engines if status.state.is_on_its_way]
    return " · ".join([words, *on_their_way] if words else on_their_way)


def _on_its_way(status: EngineStatus) -> str:
    share = "" if status.progress is None else f" {round(100 * status.progress)} %"
    return f"{labels.engine(status.name)} {status.state.value}{share}"
