"""Memory is given back on a timer of our own, and never after each run of a page."""

from __future__ import annotations

import gc
import threading

import pytest
from streamlit import config

from hartcity.server import garbage, settings


class _Ring:
    """An object that only a collection can free."""

    def __init__(self, freed: threading.Event) -> None:
        self.itself = self
        self._freed = freed

    def __del__(self) -> None:
        self._freed.set()


def test_the_collector_frees_what_refers_to_itself():
    """What counting references cannot free is gone after the next turn of the timer."""
    collector, freed = garbage.Collector(every_seconds=0.01), threading.Event()
    gc.disable()
    try:
        _Ring(freed)
        collector.start()
        assert freed.wait(30)
    finally:
        gc.enable()
        collector.stop()


def test_the_collector_waits_while_a_page_is_drawn(monkeypatch):
    """No collection begins while the thread of a run lives, unless it has lived for long."""
    collected, may_end = threading.Event(), threading.Event()
    monkeypatch.setattr(garbage, "collect", collected.set)
    run = threading.Thread(target=may_end.wait, name="ScriptRunner.scriptThread")
    run.start()
    collector = garbage.Collector(every_seconds=0.01)
    collector.start()
    try:
        assert not garbage.is_quiet()
        assert not collected.wait(0.3)
        may_end.set()
        run.join()
        assert collected.wait(30)
    finally:
        may_end.set()
        collector.stop()


@pytest.mark.parametrize("value", [True, False])
def test_streamlit_never_collects_after_a_run(value):
    """Whatever a file or a variable says: with that pass, fifty students wait for each other."""
    config.set_option("runner.postScriptGC", value)
    settings(screens="hartcity.ui")
    assert config.get_option("runner.postScriptGC") is False


def test_streamlit_names_its_runs_as_the_collector_knows_them():
    """The name by which a run is recognized is the one that Streamlit gives its threads."""
    from pathlib import Path  # noqa: PLC0415

    from streamlit.runtime.scriptrunner import script_runner  # noqa: PLC0415

    assert f'"{garbage.RUNS}"' in Path(script_runner.__file__).read_text("utf-8")


def test_passes_take_a_small_share_of_the_time():
    """A short pass comes again soon; one that held everybody up for a second comes again after minutes."""
    assert garbage.pause_after(0.01) == garbage.EVERY_SECONDS
    assert garbage.pause_after(1.0) == pytest.approx(100)
