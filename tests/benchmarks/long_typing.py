"""Whether every key of somebody who types for minutes is in the store in the end, on a machine that has much to do.

Run it with ``python -m tests.benchmarks.long_typing --minutes 3 --loops 3``. A real browser types numbered words,
beside so many programs that never rest; at the end the store is read.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import URL

from hartcity.storage import Store
from tests.benchmarks.sessions import served


if TYPE_CHECKING:
    from collections.abc import Iterator

BETWEEN_KEYS_MS = 60
PATIENCE_SECONDS = 300
KEPT = "Object.keys(localStorage).some(key => key.startsWith('hartcity.unsaved.'))"
"""Whether the browser holds words that are not saved yet."""


@contextlib.contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """Let so many programs take all the time that they can get."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def main() -> None:
    """Type, and say how many keys are not in the store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--loops", type=int, default=3)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(folder, languagetool=False) as (url, _),
        sync_playwright() as play,
    ):
        path = shutil.which("chromium") or shutil.which("google-chrome") or play.chromium.executable_path
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(1000 * PATIENCE_SECONDS)
        with busy_loops(options.loops):
            typed = _type(page, f"{url}/email", 60 * options.minutes)
        began = time.monotonic()
        while page.evaluate(KEPT) and time.monotonic() - began < PATIENCE_SECONDS:
            page.wait_for_timeout(200)
        store = Store(URL.create("sqlite", database=f"{folder}/hartcity.sqlite3"))
        found = store.load(page.url.partition("w=")[2])
        store.close()
        browser.close()
    stored = found.draft.writing.text if found and found.draft else ""
    same = sum(block.size for block in SequenceMatcher(None, typed, stored, autojunk=False).get_matching_blocks())
    took = time.monotonic() - began
    print(f"{len(typed)} keys beside {options.loops} busy loops: {len(typed) - same} are not in the store")
    print(f"{'The same' if typed == stored else 'NOT the same'} in the end, saved {took:.1f} s after the last key")


def _type(page: Page, url: str, seconds: float) -> str:
    """Type for so long and return what was typed."""
    page.goto(url)
    draft = page.get_by_role("textbox", name="Email draft")
    draft.click()
    until, typed = time.monotonic() + seconds, ""
    for number in itertools.count():
        if time.monotonic() > until:
            break
        word = f"w{number} " if number % 12 else f"w{number}. "
        page.keyboard.type(word, delay=BETWEEN_KEYS_MS)
        typed += word
    return typed


if __name__ == "__main__":
    main()
