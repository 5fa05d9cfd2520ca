"""How soon an underline follows the last key, and how many bytes a round takes, in a real browser with both engines.

Run it with ``python tests/benchmarks/keystrokes.py``. The draft has about 250 words; each round types a misspelled word
at the end of a paragraph and waits for its underline. Bytes are counted on the wire between browser and app, in both
directions, and once more as the WebSocket's messages before compression.
"""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright


ROUNDS = 40
WARM_MS = 600_000
MISSPELLED = ("recieve", "definately", "seperate", "occured", "untill", "wich", "acommodate", "beleive")
PARAGRAPH = (
    "I am writing on behalf of a parent of two who is looking for a safe place to stay before the end of the month. "
    "She has kept her job for eight months and has visited three agencies on her own. We would like to learn how your "
    "program works with families, and we can bring the papers that your team needs for a first talk. "
)
DRAFT = f"Dear Intake Team,\n\n{PARAGRAPH * 2}\n\n{PARAGRAPH * 2}\n\nSincerely,\nJordan Reyes\n"


def main() -> None:
    """Serve the app, type, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "HARTCITY_DATA": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(f"http://localhost:{port}/_stcore/health")
            with sync_playwright() as playwright:
                path = shutil.which("chromium") or shutil.which("google-chrome") or playwright.chromium.executable_path
                browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
                meter = Meter(port)
                _measure(browser.new_page(), f"http://localhost:{meter.port}/email", meter)
                browser.close()
        finally:
            server.terminate()
            server.wait(20)


class Meter:
    """A door in front of the app that counts the bytes that pass, in both directions."""

    def __init__(self, port: int) -> None:
        """Open a port of its own and lead everything that comes to ``port``."""
        self.bytes = 0
        self._to = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        while True:
            near, _ = self._door.accept()
            far = socket.create_connection(("localhost", self._to))
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.bytes += len(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)


def _measure(page: Page, url: str, meter: Meter) -> None:
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    for event in ("Network.webSocketFrameSent", "Network.webSocketFrameReceived"):
        session.on(event, lambda frame: sizes.append(_size(frame["response"])))
    page.goto(url)
    page.set_default_timeout(180_000)
    draft = page.get_by_role("textbox", name="Email draft")
    draft.wait_for()
    draft.click()
    page.keyboard.insert_text(DRAFT)
    page.get_by_text("LanguageTool 6").wait_for(timeout=WARM_MS)
    page.wait_for_timeout(4000)
    waits, rounds, wire = [], [], []
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for number in range(ROUNDS):
        word = MISSPELLED[number % len(MISSPELLED)] if number % 2 == 0 else ""
        sizes.clear()
        meter.bytes = 0
        page.keyboard.type(f"{word} " if word else "again ", delay=60)
        started = time.perf_counter()
        if word:
            page.locator(".cm-lintRange").filter(has_text=word).first.wait_for()
            waits.append(1000 * (time.perf_counter() - started))
        page.wait_for_timeout(1200)
        rounds.append(sum(sizes))
        wire.append(meter.bytes)
        for _ in range(len(word or "again") + 1):
            page.keyboard.press("Backspace")
        page.wait_for_timeout(900)
    waits.sort()
    rounds.sort()
    wire.sort()
    print(f"last key to underline: p50 {statistics.median(waits):.0f} ms, p95 {waits[int(0.95 * len(waits))]:.0f} ms")
    print(f"bytes a round on the wire: p50 {statistics.median(wire):.0f}, most {wire[-1]}")
    print(f"bytes a round before compression: p50 {statistics.median(rounds):.0f}, most {rounds[-1]}")


def _size(response: dict[str, object]) -> int:
    data = str(response["payloadData"])
    return len(base64.b64decode(data)) if response["opcode"] != 1 else len(data.encode())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own loopback server
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The app did not start.")


if __name__ == "__main__":
    main()
