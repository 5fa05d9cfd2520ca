"""What is lost, and for how long, when a part of a school's installation is killed while people write.

Run it with ``python -m tests.benchmarks.faults --rounds 20 --students 12``. nginx, two replicas, two LanguageTool
servers and PostgreSQL run as processes of this machine. Students write through the proxy, open the page again whenever
their connection breaks, and send again what was not saved, as a browser does. In each round one part, drawn at random,
is killed without warning, started again after a second, as a service manager would, and the database is read.

Told are, for each part: rounds; acknowledged saves that are not in the database; seconds until every student was told
"saved" for words written after the kill; seconds until every part answered; and errors that reached a screen.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.benchmarks.school import School
from tests.benchmarks.sessions import ROOT, SAVE_AGAIN_SECONDS, Seen, Student


if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

RESTART_SECONDS = 1.0
LONGEST_SECONDS = 180.0
OPEN_AGAIN_SECONDS = 1.0


@dataclass
class Told(Seen):
    """What students have met, with the last change of each workspace that was acknowledged, and errors on a screen."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    errors: int = 0
    drops: int = 0


class Persistent(Student):
    """A student whose browser connects again and goes on with the same words."""

    def __init__(self, number: int, seen: Told) -> None:
        super().__init__(number, seen)
        self._met = seen
        self.saved_since = 0.0
        """When the newest words that are known to be saved were written."""

    async def write_on(self, url: str, *, every: float) -> None:
        """Write until cancelled."""
        while True:
            with contextlib.suppress(OSError, TimeoutError, WebSocketException):
                async with connect(f"{url.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket:
                    await self._open(socket)
                    while True:
                        await self._change(socket)
                        await asyncio.sleep(every)
            self._met.drops += 1
            await asyncio.sleep(OPEN_AGAIN_SECONDS)

    async def _open(self, socket: ClientConnection) -> None:
        message = BackMsg()
        message.rerun_script.page_name = "email"
        if self._told:
            message.rerun_script.query_string = f"w={self._workspace}"
        await socket.send(message.SerializeToString())
        self._editor = ""
        await self._hear(socket)
        if not self._editor:
            raise TimeoutError

    @property
    def _workspace(self) -> str:
        return str(self._told["doc"].partition(":")[0])

    async def _change(self, socket: ClientConnection) -> None:
        """Write something and send it until it is saved, however long that takes."""
        self._written += 1
        began = time.monotonic()
        while True:
            await self._send(socket)
            if self._is_saved():
                break
            await asyncio.sleep(SAVE_AGAIN_SECONDS)
        self._met.acknowledged[self._workspace] = self._written
        self.saved_since = began

    async def _hear(self, socket: ClientConnection) -> None:
        await super()._hear(_Watched(socket, self._met))  # type: ignore[arg-type]


class _Watched:
    """Passes messages on and counts those that would draw an error."""

    def __init__(self, socket: ClientConnection, met: Told) -> None:
        self._socket, self._met = socket, met

    async def __aiter__(self) -> AsyncIterator[str | bytes]:
        async for data in self._socket:
            message = ForwardMsg()
            message.ParseFromString(data)
            if message.WhichOneof("type") == "delta":
                element = message.delta.new_element
                shown = element.alert.body if element.WhichOneof("type") == "alert" else ""
                self._met.errors += element.WhichOneof("type") == "exception" or "Traceback" in shown
            yield data


async def _until(condition: Callable[[], bool], began: float) -> float:
    """Return the seconds since ``began`` until the condition holds; it gives up after three minutes."""
    while not await asyncio.to_thread(condition) and time.monotonic() - began < LONGEST_SECONDS:  # noqa: ASYNC110 - other processes
        await asyncio.sleep(0.1)
    return time.monotonic() - began


def _have_saved(people: list[Persistent], since: float) -> bool:
    return all(person.saved_since > since for person in people)


async def sweep(school: School, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Kill parts under load, as the command's options say, and return what was seen in each round."""
    chance, told = random.Random(options.seed), Told()  # noqa: S311 - the draw need not be secret
    start = time.monotonic()
    await _until(school.answers, start)
    people = [Persistent(number, told) for number in range(options.students)]
    tasks = [asyncio.create_task(person.write_on(school.url, every=options.every)) for person in people]
    await _until(lambda: all(person.saved_since for person in people), time.monotonic())
    seen: list[dict[str, Any]] = []
    for number in range(options.rounds):
        if time.monotonic() - start > 60 * options.minutes:
            break
        await asyncio.sleep(chance.uniform(0.5, options.every))
        part, errors, drops, began = chance.choice(school.parts), told.errors, told.drops, time.monotonic()
        await asyncio.to_thread(part.kill)
        await asyncio.sleep(RESTART_SECONDS)
        await asyncio.to_thread(part.start)
        saving = await _until(partial(_have_saved, people, began), began)
        whole = await _until(school.answers, began)
        acknowledged = dict(told.acknowledged)
        found = await asyncio.to_thread(school.changes, acknowledged)
        lost = sum(found[name] < change for name, change in acknowledged.items())
        line = {"round": number, "part": part.name, "lost": lost, "of": len(acknowledged), "saving": saving,
                "whole": whole, "errors": told.errors - errors, "drops": told.drops - drops}  # fmt: skip
        seen.append(line)
        print(json.dumps(line), flush=True)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return seen


def main() -> None:
    """Sweep, print and keep the raw figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--students", type=int, default=12)
    parser.add_argument("--every", type=float, default=3.0, help="seconds between two changes of a student")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600.0, help="begin no round after so long")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        school = School(Path(folder))
        try:
            seen = asyncio.run(sweep(school, options))
        finally:
            school.close()
    for name in sorted({line["part"] for line in seen}):
        of_it = [line for line in seen if line["part"] == name]
        saving, whole = ([line[what] for line in of_it] for what in ("saving", "whole"))
        print(
            f"{name}: {len(of_it)} kills, {sum(line['lost'] for line in of_it)} acknowledged saves lost, "
            f"saved again after {statistics.median(saving):.1f} s (at most {max(saving):.1f}), "
            f"all parts answer after {statistics.median(whole):.1f} s (at most {max(whole):.1f}), "
            f"{sum(line['errors'] for line in of_it)} errors on a screen"
        )
    target = ROOT / "bench-output" / f"faults-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(seen, indent=1), encoding="utf-8")
    print(f"Raw figures: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
