"""However the connection goes and comes back, the writer types on: no key, no caret and no focus is lost."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.benchmarks.long_typing import busy_loops
from tests.browser.conftest import WAIT_MILLISECONDS, Screen, without_languagetool
from tests.browser.test_saving import SLOW
from tests.browser.wire import Wire


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

GREETING = "Dear Intake Team, "
GONE = "The app cannot be reached at the moment."
KEYS_BETWEEN = 40
"""Milliseconds between two keys."""


@pytest.fixture(autouse=True)
def patience(context) -> Iterator[None]:
    """Wait long: these tests start programs anew."""
    context.set_default_timeout(SLOW)
    expect.set_options(timeout=SLOW)
    yield
    expect.set_options(timeout=WAIT_MILLISECONDS)


@pytest.fixture
def wire(program) -> Iterator[Wire]:
    """Give a wire to the app."""
    with Wire(program.port) as whole:
        yield whole


class Writer:
    """Somebody who types numbered words and never looks up."""

    def __init__(self, screen: Screen, ending: str = "") -> None:
        """Begin a draft; what is typed from then on stands before ``ending``."""
        self.screen, self.ending, self.typed = screen, ending, 0
        screen.open()
        screen.draft.click()
        screen.page.keyboard.type(GREETING + ending)
        for _ in ending:
            screen.page.keyboard.press("ArrowLeft")
        screen.page.wait_for_url("**w=*")

    def type(self, words: int) -> None:
        """Type so many words, key by key, wherever the focus may be."""
        for _ in range(words):
            self.screen.page.keyboard.type(f"w{self.typed} ", delay=KEYS_BETWEEN)
            self.typed += 1

    def type_until(self, is_enough: Callable[[], bool]) -> None:
        """Type until something has happened."""
        while not is_enough():
            self.type(1)

    @property
    def text(self) -> str:
        """What was typed."""
        return GREETING + "".join(f"w{number} " for number in range(self.typed)) + self.ending

    def check(self, url: str) -> None:
        """Every word stands in the editor in its order, the focus is there, and all of it is stored."""
        assert self.screen.text().rstrip() == self.text.rstrip()
        expect(self.screen.draft).to_be_focused()
        expect(self.screen.page.get_by_role("dialog")).to_have_count(0)
        self.screen.wait_saved()
        other = self.screen.page.context.browser.new_context()
        other.set_default_timeout(SLOW)
        reader = Screen(other.new_page(), url)
        reader.page.goto(f"{url}/email?{self.screen.page.url.split('?')[1]}")
        expect(reader.draft).to_contain_text(f"w{self.typed - 1}")
        assert reader.text().rstrip() == self.text.rstrip()
        other.close()


def says(screen: Screen, words: str) -> bool:
    """Whether the page's own notice says this now."""
    return screen.page.get_by_role("status").filter(has_text=words).count() > 0


def test_a_connection_that_is_cut_and_mended_loses_nothing(program, wire, context):
    """Cut at once after the first save and mended when the page has noticed: the writer never stops typing."""
    writer = Writer(Screen(context.new_page(), wire.url))
    wire.cut()
    writer.type_until(lambda: says(writer.screen, GONE))
    wire.mend()
    writer.type_until(lambda: says(writer.screen, "The app is back."))
    writer.type(10)
    writer.check(program.url)


def test_a_short_cut_loses_nothing(program, wire, context):
    """Three cuts, each mended after two words, while answers are under way."""
    writer = Writer(Screen(context.new_page(), wire.url))
    for _ in range(3):
        wire.cut()
        writer.type(2)
        wire.mend()
        writer.type(15)
    writer.check(program.url)


@pytest.mark.parametrize("words", [5, 15, 50], ids=["1 s", "3 s", "10 s"])
def test_a_server_that_stands_still_loses_nothing(program, wire, context, words):
    """Stopped for as long as so many words take, and let go on."""
    writer = Writer(Screen(context.new_page(), wire.url))
    program.signal(signal.SIGSTOP)
    writer.type(words)
    program.signal(signal.SIGCONT)
    writer.type(15)
    writer.check(program.url)


def test_a_server_that_stands_still_moves_no_caret(program, wire, context):
    """Words that are typed in the middle of a draft before, while and after the server stands still stay together."""
    writer = Writer(Screen(context.new_page(), wire.url), ending="Sincerely, Ana")
    writer.type(3)
    program.signal(signal.SIGSTOP)
    writer.type(15)
    program.signal(signal.SIGCONT)
    writer.type(15)
    writer.check(program.url)


def test_typing_beside_busy_loops_loses_nothing(program, context):
    """On a machine with three programs that never rest, every key is stored; benchmarks/long_typing.py goes on."""
    writer = Writer(Screen(context.new_page(), program.url))
    with busy_loops(3):
        writer.type(40)
    writer.check(program.url)


def test_a_server_that_is_killed_and_started_again_loses_nothing(program, wire, context):
    """After a crash and a new start the page goes on in the same place, without a box of Streamlit's."""
    writer = Writer(Screen(context.new_page(), wire.url))
    program.kill()
    writer.type_until(lambda: says(writer.screen, GONE))
    program.start()
    writer.type_until(lambda: says(writer.screen, "The app is back."))
    writer.type(10)
    writer.check(program.url)


def test_another_replica_takes_over_in_the_middle_of_a_word(program, wire, context):
    """A new session on another machine with the same database: what follows is written where the caret was."""
    replica = without_languagetool(program.folder)
    replica.start()
    writer = Writer(Screen(context.new_page(), wire.url))
    writer.type(3)
    wire.cut()
    wire.mend(replica.port)
    writer.type(30)
    writer.check(replica.url)
    replica.kill()
