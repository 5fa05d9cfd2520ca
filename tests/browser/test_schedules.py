"""The real conversation in a browser, the real Python and the real store, with only the wire between them made up.

The wire holds messages and answers back, doubles them, changes their order, and brings old ones again, to the session
and the replica that they were meant for. Time in the browser goes by when the test says so.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import make_url

from hartcity.storage import Store, Writing, new_id
from hartcity.ui.editor import component
from hartcity.ui.workspace import address, clock, plan_history, saving, session, tab


if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DIST = Path(component.__file__).parent / "dist"
ADDRESS = "http://localhost:1/"
BENCH = """<!doctype html>
<script type="module">
import { Conversation } from "./editor.js";
const sent = [];
let talk = null;
function open() {
  talk = new Conversation({ onChange() {}, onLoad() {} });
  talk.connect({ setStateValue: (_, draft) => sent.push(structuredClone(draft)), setTriggerValue() {} });
}
const seen = () => ({ sent: sent.splice(0), text: talk.text, unsaved: talk.isUnsaved(), state: talk.savedLine.state,
                      torn: talk.choice !== null });
open();
window.bench = {
  seen,
  hear(data) { talk.hear(data); return seen(); },
  type(word) {
    const { text } = talk;
    talk.typed(text + word, talk.since.constructor.of({ from: text.length, insert: word }, text.length));
    return seen();
  },
  leave() { talk.flush(); return seen(); },
  redraw(data) { talk.close(); open(); talk.hear(data); return seen(); },
};
</script>
"""
STEPS = (
    "write",
    "write",
    "type",
    "wait",
    "deliver",
    "deliver",
    "answer",
    "answer",
    "replay",
    "reload",
    "move",
    "redraw",
)
WAITS = (100, 300, 2_000, 8_500)
"""Milliseconds: within a pause, a pause, the longest wait, and past the conversation's patience."""


class Visit:
    """One session of Streamlit at one replica: the editor's own Python, run as Streamlit runs it.

    What only draws or checks the words is left out: no engine is started.
    """

    def __init__(self, store: Store, workspace: str) -> None:
        self._store = store
        self._value: dict[str, Any] | None = None
        self._streamlit = SimpleNamespace(
            session_state={},
            query_params={session.ADDRESS_PARAMETER: workspace},
            context=SimpleNamespace(timezone=None),
            components=SimpleNamespace(v2=SimpleNamespace(component=self._component)),
        )
        self._told: dict[str, Any] = {}

    def _component(self, *_: object, **__: object):
        def mount(*, data: dict[str, Any], **_: object) -> None:
            self._told = data

        return mount

    def run(self, message: dict[str, Any] | None = None) -> dict[str, Any]:
        """Take in a message, unless it is as the one before, draw the editor, and return what the page is told."""
        with ExitStack() as stack:
            for module in (component, address, clock):
                stack.enter_context(patch.object(module, "st", self._streamlit))
            for module in (address, plan_history, saving, tab):
                stack.enter_context(patch.object(module, "store", lambda: self._store))
            stack.enter_context(patch.object(address, "purge_once_an_hour", lambda: 0))
            stack.enter_context(patch.object(component, "_read", lambda *_: (None, False)))
            stack.enter_context(patch.object(component, "_page", lambda *_: {}))
            if message is not None and message != self._value:
                self._value = message
                self._streamlit.session_state[component.KEY] = {"draft": message}
                component._keep()
            component.draft_editor()
        return json.loads(json.dumps(self._told))


@dataclass
class Play:
    """One person who types numbered words, at one browser, before two replicas with one database."""

    page: Page
    stores: tuple[Store, Store]
    draw: Any
    workspace: str = field(default_factory=new_id)
    typed: int = 1
    newest: int = 1
    under_way: list[tuple[Visit, dict[str, Any]]] = field(default_factory=list)
    delivered: list[tuple[Visit, dict[str, Any]]] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    here: list[Visit] = field(default_factory=list)

    def begin(self) -> None:
        """Open the page on a draft that is stored already, so that its workspace has an address."""
        writing = Writing(self.text)
        self.stores[0].save_draft(self.workspace, writing, base=0, writer="beginning", number=1)
        self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.page.reload()
        self._arrive()

    @property
    def text(self) -> str:
        """All words so far."""
        return "".join(f"w{number} " for number in range(self.typed))

    def stored(self) -> str:
        """Return what stands in the store."""
        found = self.stores[0].load(self.workspace)
        assert found is not None
        assert found.draft is not None
        return found.draft.writing.text

    def _arrive(self) -> None:
        """Come to a replica with a session of its own, and hear what it says first."""
        self.visit = Visit(self.draw(st.sampled_from(self.stores)), self.workspace)
        self.here.append(self.visit)
        self.do("hear", self.visit.run())

    def do(self, what: str, argument: object = None) -> dict[str, Any]:
        """Let the page do something, and take what it sends."""
        return self._take(self.page.evaluate("([what, argument]) => bench[what](argument)", [what, argument]))

    def _take(self, seen: dict[str, Any]) -> dict[str, Any]:
        self.under_way += [(self.visit, message) for message in seen["sent"]]
        assert not seen["torn"], "one person is asked to choose between two drafts"
        if seen["state"] == "saved" and not seen["unsaved"]:
            assert self.stored() == seen["text"]
        return seen

    def wait(self, milliseconds: int) -> dict[str, Any]:
        """Let time go by in the browser."""
        self.page.clock.run_for(milliseconds)
        return self.do("seen")

    def deliver(self, visit: Visit, message: dict[str, Any]) -> None:
        """Let a message arrive, and hold the answer back; that to a page which was left has nowhere to go."""
        self.delivered.append((visit, message))
        answer = visit.run(message)
        if visit in self.here:
            self.answers.append(answer)

    def step(self, name: str) -> None:
        """Take one step of a schedule, as far as it is possible now."""
        if name == "type":
            self.do("type", f"w{self.typed} ")
            self.typed += 1
        elif name == "write":  # and pause, so that the words are sent
            self.step("type")
            self.wait(WAITS[1])
        elif name == "wait":
            self.wait(self.draw(st.sampled_from(WAITS)))
        elif name == "deliver" and self.under_way:
            self.deliver(*self.under_way.pop(self._any(self.under_way)))
        elif name == "answer" and self.answers:
            place = self._any(self.answers)
            self.do("hear", self.answers[place] if self.draw(st.booleans()) else self.answers.pop(place))
        elif name == "replay" and self.delivered:
            self.deliver(*self.delivered[self._any(self.delivered)])
        elif name == "reload":
            self.reload()
        elif name == "move":
            self._arrive()
        elif name == "redraw":
            self.do("redraw", self.visit.run())

    def reload(self) -> None:
        """Load the page anew, which may say its last words before; all of them are there again."""
        if self.draw(st.booleans()):
            self.do("leave")
        self.page.reload()
        self.answers.clear()
        self.here.clear()
        self._arrive()
        assert self.do("seen")["text"] == self.text

    def _any(self, things: list[Any]) -> int:
        return self.draw(st.integers(0, len(things) - 1))

    def check(self) -> None:
        """Make sure that what is stored is the beginning of what was typed, and never shorter than it was."""
        stored = self.stored()
        assert self.text.startswith(stored)
        assert len(stored.split()) >= self.newest
        self.newest = len(stored.split())

    def end(self) -> None:
        """Let everything arrive; then every word is in the editor and in the store, and old messages change nothing."""
        seen = self.do("seen")
        late = [(visit, message) for visit, message in self.under_way if visit is not self.visit]
        self.under_way = [(visit, message) for visit, message in self.under_way if visit is self.visit]
        for _ in range(10):
            while self.under_way:
                self.deliver(*self.under_way.pop(0))
            while self.answers:
                seen = self.do("hear", self.answers.pop(0))
            if not seen["unsaved"] and not self.under_way:
                break
            seen = self.wait(8_500)
        assert (seen["text"], seen["unsaved"]) == (self.text, False)
        assert self.stored() == self.text
        for visit, message in [*late, *self.delivered]:
            visit.run(message)
        assert self.stored() == self.text


@pytest.fixture
def bench(page: Page) -> Page:
    """Give a page that serves the built editor by itself, with a clock that stands still."""
    (bundle,) = DIST.glob("editor-*.js")
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=BENCH, content_type="text/html"))
    page.route(f"{ADDRESS}editor.js", lambda route: route.fulfill(path=bundle, content_type="text/javascript"))
    page.clock.install(time=0)
    page.goto(ADDRESS)
    page.clock.pause_at(1_000)
    return page


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Give the stores of two replicas with one database."""
    url = make_url(f"sqlite:///{tmp_path / 'hartcity.sqlite3'}")
    opened = Store(url), Store(url)
    yield opened
    for store in opened:
        store.close()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), steps=st.lists(st.sampled_from(STEPS), min_size=5, max_size=30))
def test_no_schedule_loses_a_word(
    bench: Page, stores: tuple[Store, Store], data: st.DataObject, steps: list[str]
) -> None:
    """Whatever comes late, twice, out of turn or again, no word is taken back and none is lost in the end."""
    play = Play(bench, stores, data.draw)
    play.begin()
    for name in steps:
        play.step(name)
        play.check()
    play.end()
