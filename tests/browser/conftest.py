"""The running app and a real Chromium for the browser tests."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.distribution import installed


if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
START_SECONDS = 150
WAIT_MILLISECONDS = 45_000

expect.set_options(timeout=WAIT_MILLISECONDS)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start a Chromium: the one that is named, else Playwright's own, else this machine's or the distribution's.

    It ends with the last browser test of a process: while Playwright is there, no other test can run a loop of asyncio.
    """
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path, why = os.environ.get("HARTCITY_CHROMIUM") or (own if Path(own).exists() else None), ""
        if not path:
            path, why = installed(INSTALLED, ("chromium",))
        if not path:
            pytest.fail(f"The browser tests need Chromium or Chrome, and {why}.", pytrace=False)
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own loopback server
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def settle(page: Page) -> None:
    """Wait until the app has drawn everything."""
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def wait_until(page: Page, holds: str, otherwise: str) -> None:
    """Wait until a script of the page gives true, and fail with ``otherwise`` when it never does.

    Asked from outside, again and again: the page's own policy lets nothing be evaluated inside it, and a promise that
    the page breaks would be waited for without end.
    """
    deadline = time.monotonic() + 4 * WAIT_MILLISECONDS / 1000
    while not page.evaluate(holds):
        assert time.monotonic() < deadline, otherwise
        page.wait_for_timeout(50)


class Program:
    """The app as a process of its own, which a test may stop, kill and start again at the same address."""

    def __init__(self, folder: Path, **environment: str) -> None:
        """Take the folder for its data and its log, and what it is told by variables."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.port = folder, _free_port()
        self.url = f"http://localhost:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self._environment = {**os.environ, "HARTCITY_DATA": str(self.data), **environment}

    @property
    def data(self) -> Path:
        """The folder that holds the database."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "server.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)],
                cwd=ROOT, env=self._environment, stdout=log, stderr=log,
            )  # fmt: skip
        deadline = time.monotonic() + START_SECONDS
        while not _answers(self.url):
            if not self.is_alive or time.monotonic() > deadline:
                pytest.fail(f"The app did not start: {(self.folder / 'server.txt').read_text()[-2000:]}", pytrace=False)
            time.sleep(0.1)

    @property
    def is_alive(self) -> bool:
        """Whether the process is there, be it stopped."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        """Stop it (``SIGSTOP``) or let it go on (``SIGCONT``)."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it as a crash does."""
        if self.process is not None and self.is_alive:
            self.signal(signal.SIGKILL)
            self.process.wait()

    def end(self) -> None:
        """End it as a person does, and as a crash does when it takes long."""
        if self.process is not None and self.is_alive:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()


def without_languagetool(folder: Path, **environment: str) -> Program:
    """Return the app as on a machine without LanguageTool, not started yet."""
    return Program(folder, LTP_PATH=str(folder / "none"), HARTCITY_INSTALL_LANGUAGETOOL="0", **environment)


def serve(program: Program) -> Iterator[str]:
    """Start a program; yields its address and ends it afterwards."""
    try:
        program.start()
        yield program.url
    finally:
        program.end()


@pytest.fixture(scope="session")
def program_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Give the app's process, without LanguageTool, that all tests share."""
    program = without_languagetool(tmp_path_factory.mktemp("app"))
    for _ in serve(program):
        yield program


@pytest.fixture(scope="session")
def app(program_of_all: Program) -> str:
    """Return the address of the app as on a machine without LanguageTool."""
    return program_of_all.url


@pytest.fixture
def program(program_of_all: Program) -> Iterator[Program]:
    """Give the app's process to a test that stops or kills it; whatever was done to it, it runs again afterwards."""
    yield program_of_all
    if program_of_all.is_alive:
        program_of_all.signal(signal.SIGCONT)
    else:
        program_of_all.start()


@pytest.fixture(scope="session")
def app_with_languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app with LanguageTool, which is set up first when this machine has none."""
    yield from serve(Program(tmp_path_factory.mktemp("app-with-languagetool")))


class Screen:
    """The email screen as a student meets it, found by roles and names."""

    def __init__(self, page: Page, url: str) -> None:
        """Take a page that may stand anywhere, and the address of the app."""
        self.page, self.url = page, url
        self.draft = page.get_by_role("textbox", name="Email draft")
        self.underlines = page.locator(".cm-lintRange")
        self.panel = page.get_by_role("complementary", name="What it does so far")
        self.spoken = page.locator("p[aria-live=polite]")

    def open(self) -> Screen:
        """Open an empty draft."""
        self.page.goto(f"{self.url}/email")
        self.draft.wait_for()
        return self

    def open_practice(self) -> Screen:
        """Open the practice case by its button on the start page, and wait for the first answer."""
        self.page.goto(self.url)
        self.page.get_by_role("button", name="Look at a practice case").click()
        self.underlines.first.wait_for(timeout=60_000)
        return self

    def type(self, text: str) -> None:
        """Type as a person does, key by key."""
        self.draft.click()
        self.page.keyboard.type(text, delay=4)

    def paste(self, text: str) -> None:
        """Put a text in at once, as a paste does."""
        self.draft.click()
        self.page.keyboard.insert_text(text)

    def text(self) -> str:
        """Return the text in the editor, line by line."""
        return "\n".join(
            self.draft.evaluate("node => [...node.querySelectorAll('.cm-line')].map(line => line.textContent)")
        )

    def wait_saved(self) -> None:
        """Wait until the words are saved and the browser holds no copy of its own."""
        nothing_kept = "!Object.keys(localStorage).some(key => key.startsWith('hartcity.unsaved.'))"
        wait_until(self.page, nothing_kept, "The browser still holds words that are not saved.")
        self.page.get_by_text("Saved", exact=False).first.wait_for()

    def wait_read(self) -> None:
        """Wait until the report answers the text as it stands."""
        self.page.locator("aside[aria-busy=false]").wait_for()


@pytest.fixture(scope="session")
def screens() -> type[Screen]:
    """Return what makes an email screen of a page and the app's address."""
    return Screen


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a fresh browser profile."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900})
    fresh.set_default_timeout(WAIT_MILLISECONDS)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Open a tab in a fresh browser profile."""
    return context.new_page()


@pytest.fixture
def screen(page: Page, app: str) -> Screen:
    """Return the email screen of the app without LanguageTool, not opened yet."""
    return Screen(page, app)
