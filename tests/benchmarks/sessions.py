"""How soon each of many students is answered, and whether memory stays flat: real sessions over WebSocket.

Run it with ``python -m tests.benchmarks.sessions --sessions 50 100``. Every session opens the email page and then
changes a draft of about 250 words every ten seconds, as the editor does it: one fragment, saved and read; what could
not be saved is sent again. Told are the seconds from the change to the end of the answer, sessions that failed, saves
that the app has not acknowledged at once and not at all, why, last texts that are not in the store, and the memory of
the app. ``--url`` measures a server that runs already, on this machine or another; its store is looked into when
``DATABASE_URL`` names it. ``--replicas 2`` measures a whole school on this machine instead: a proxy, so many apps, two
LanguageTool servers and PostgreSQL.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import URL
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from hartcity.storage import Store
from hartcity.storage.location import DATABASE_URL, database_url


ROOT = Path(__file__).parents[2]
ANSWER_SECONDS = 60.0
SAVE_AGAIN_SECONDS = 8.0
"""After so long the editor sends again what could not be saved."""

TRIES = 10
PARAGRAPH = (
    "I am writing on behalf of a parent of two who is looking for a safe place to stay before the end of the month. "
    "She has kept her job for eight months and has visited three agencies on her own. We would like to learn how your "
    "program works with families, and we can bring the papers that your team needs for a first talk. "
)


@dataclass
class Seen:
    """What all sessions have met so far, in seconds and counts."""

    waits: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    late: int = 0
    unsaved: int = 0
    why: dict[str, int] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)
    processor: float = 0.0


class Student:
    """One session: a WebSocket that speaks Streamlit's messages."""

    def __init__(self, number: int, seen: Seen) -> None:
        """Take a number that makes this student's words differ from all others'."""
        self._number, self._seen = number, seen
        self._editor = self._fragment = self._page = ""
        self._told: dict[str, Any] = {}
        self._writer, self._written, self._turns = secrets.token_urlsafe(12), 0, 0

    async def work(self, url: str, *, begin: float, until: float, every: float) -> None:
        """Open the page at ``begin`` (monotonic) and write until ``until``."""
        await asyncio.sleep(max(0.0, begin - time.monotonic()))
        try:
            async with connect(f"{url.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket:
                await self._open(socket)
                # By the clock and not after each answer: all who were answered late once would else write together.
                at = time.monotonic() + every
                while at < until:
                    await asyncio.sleep(at - time.monotonic())
                    await self._change(socket)
                    at += every
        except (OSError, TimeoutError, WebSocketException) as error:
            self._seen.failures.append(type(error).__name__)

    async def once(self, url: str) -> None:
        """Open the page and change the draft once."""
        try:
            async with connect(f"{url.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket:
                await self._open(socket)
                await self._change(socket)
        except (OSError, TimeoutError, WebSocketException) as error:
            self._seen.failures.append(type(error).__name__)

    async def _open(self, socket: ClientConnection) -> None:
        message = BackMsg()
        message.rerun_script.page_name = "email"
        await socket.send(message.SerializeToString())
        await self._hear(socket)
        if not self._editor:
            raise TimeoutError

    async def _change(self, socket: ClientConnection) -> None:
        """Write something, and send it until the app says that it is saved."""
        self._written += 1
        await self._send(socket)
        if self._is_saved():
            return
        self._seen.late += 1
        for _ in range(TRIES):
            told = str(self._told["saved"]["text"])
            self._seen.why[told] = self._seen.why.get(told, 0) + 1
            await asyncio.sleep(SAVE_AGAIN_SECONDS)
            await self._send(socket)
            if self._is_saved():
                return
        self._seen.unsaved += 1

    def _is_saved(self) -> bool:
        saved = self._told["saved"]
        return (saved["writer"], saved["n"]) == (self._writer, self._written)

    async def _send(self, socket: ClientConnection) -> None:
        self._turns += 1
        words = f"Draft {self._number} is at change {self._written}. "
        text = f"Dear Intake Team,\n\n{PARAGRAPH * 2}{words}\n\n{PARAGRAPH * 2}\n\nSincerely,\nJordan Reyes\n"
        draft = {
            "doc": self._told["doc"],
            "writer": self._writer,
            "number": self._written,
            "base": self._told["saved"]["base"],
            "after": {},
            "text": text,
            "subject": "A question about a place",
            "kind": "email",
            "heard": [],
            "turn": self._turns,
        }
        self._seen.last[self._told["doc"].partition(":")[0]] = text
        message = BackMsg()
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.fragment_id = self._fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._editor
        state.json_value = json.dumps({"draft": draft})
        began = time.monotonic()
        await socket.send(message.SerializeToString())
        await self._hear(socket)
        self._seen.waits.append(time.monotonic() - began)

    async def _hear(self, socket: ClientConnection) -> None:
        """Take in messages until the run has finished, and the one that it asked for instead."""
        async with asyncio.timeout(ANSWER_SECONDS):
            async for data in socket:
                message = ForwardMsg()
                message.ParseFromString(data)
                kind = message.WhichOneof("type")
                if kind == "delta" and message.delta.new_element.WhichOneof("type") == "bidi_component":
                    component = message.delta.new_element.bidi_component
                    if component.component_name == "hartcity.draft_editor":
                        self._editor, self._fragment = component.id, message.delta.fragment_id
                        self._told = json.loads(component.json or component.mixed.json)
                elif kind == "new_session":
                    self._page = message.new_session.page_script_hash
                elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return


async def _crowd(url: str, count: int, *, seconds: float, every: float, app: psutil.Process | None) -> Seen:
    seen = Seen()
    begin = time.monotonic()
    students = [Student(number, seen) for number in range(count)]
    opened = begin + 0.15 * count  # they come one after the other
    watching = asyncio.create_task(_watch(app, seen))
    worked = _processor(app)
    await asyncio.gather(
        *(
            student.work(url, begin=begin + 0.15 * number, until=opened + seconds, every=every)
            for number, student in enumerate(students)
        )
    )
    watching.cancel()
    seen.processor = _processor(app) - worked
    return seen


def _processor(app: psutil.Process | None) -> float:
    """Return the seconds of processor that the app and what it started have taken so far."""
    if app is None:
        return 0.0
    return sum(sum(process.cpu_times()[:2]) for process in (app, *app.children(recursive=True)))


async def _watch(app: psutil.Process | None, seen: Seen) -> None:
    began = time.monotonic()
    while app is not None:
        seen.memory.append((time.monotonic() - began, app.memory_info().rss / 1e6))
        await asyncio.sleep(5)


def lost(seen: Seen, url: URL) -> int:
    """Return how many of the texts that were sent last are not what stands in the store at ``url``."""
    store = Store(url)
    try:
        found = {workspace: store.load(workspace) for workspace in seen.last}
    finally:
        store.close()
    stored = {workspace: work.draft.writing.text for workspace, work in found.items() if work and work.draft}
    return sum(stored.get(workspace) != text for workspace, text in seen.last.items())


def _slope(points: list[tuple[float, float]]) -> float:
    """Return megabytes an hour, over the second half of the points."""
    late = points[len(points) // 2 :]
    if len(late) < len(("two", "points")):
        return 0.0
    return statistics.linear_regression([at for at, _ in late], [size for _, size in late]).slope * 3600


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


@contextlib.contextmanager
def served(folder: str, *, languagetool: bool) -> Iterator[tuple[str, psutil.Process]]:
    """Start the app as ``make run`` does; yields its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = {**os.environ, "HARTCITY_DATA": folder}
    if not languagetool:
        env |= {"HARTCITY_INSTALL_LANGUAGETOOL": "0", "LTP_PATH": f"{folder}/none"}
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://localhost:{port}"
        for _ in range(450):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):  # noqa: S310
                break
            time.sleep(0.2)
        yield url, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(30)


@contextlib.contextmanager
def schooled(folder: str, replicas: int) -> Iterator[tuple[str, URL]]:
    """Start a school; yields its proxy's address and its store's once every part answers."""
    from tests.benchmarks.school import School  # noqa: PLC0415 - it needs what one app alone does not

    Path(folder).chmod(0o755)  # the proxy's workers are another user
    with contextlib.closing(School(Path(folder), replicas=replicas)) as school:
        while not school.answers():
            time.sleep(1)
        yield school.url, school.store_url


def main() -> None:
    """Measure, print and keep the raw figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, nargs="+", default=[50, 100])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--every", type=float, default=10.0)
    parser.add_argument("--languagetool", action="store_true", help="with LanguageTool, as it is installed here")
    parser.add_argument("--replicas", type=int, default=0, help="apps behind a proxy, with PostgreSQL; 0 for one alone")
    parser.add_argument("--url", help="a server that runs already")
    options = parser.parse_args()
    raw: dict[str, Any] = {}
    for count in options.sessions:
        with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
            url, app, store = options.url, None, database_url() if os.environ.get(DATABASE_URL) else None
            if options.replicas:
                url, store = stack.enter_context(schooled(folder, options.replicas))
            elif not url:
                url, app = stack.enter_context(served(folder, languagetool=options.languagetool))
                store = store or URL.create("sqlite", database=f"{folder}/hartcity.sqlite3")
            seen = asyncio.run(_crowd(url, count, seconds=options.seconds, every=options.every, app=app))
            missing = "?" if store is None else str(lost(seen, store))
        raw[str(count)] = {**vars(seen), "last": missing}
        print(
            f"{count} sessions: {len(seen.waits)} changes, p50 {_quantile(seen.waits, 0.5):.3f} s, "
            f"p95 {_quantile(seen.waits, 0.95):.3f} s, p99 {_quantile(seen.waits, 0.99):.3f} s, "
            f"{len(seen.failures)} failed, {seen.late} not saved at once, {seen.unsaved} not at all, "
            f"{missing} of {len(seen.last)} last texts not in the store, {seen.why or 'no reasons'}",
            flush=True,
        )
        if app is not None:
            print(
                f"{1000 * seen.processor / max(1, len(seen.waits)):.0f} ms of processor a change (opening included), "
                f"memory {seen.memory[-1][1] if seen.memory else 0:.0f} MB, {_slope(seen.memory):+.0f} MB/h",
                flush=True,
            )
    target = ROOT / "bench-output" / f"sessions-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    print(f"Raw figures: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
