"""Kills a program in the middle of saving, again and again, and says what was acknowledged and what was found.

Run as ``saving_rounds.py URL ROUNDS SEED``. The heavy imports happen once; each round forks a writer that saves drafts,
plans and preferences as fast as it can and writes a line to a pipe after every acknowledgement. The parent kills it at
a random moment, opens the database anew and prints one JSON line.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from contextlib import suppress

from sqlalchemy import make_url

from hartcity.storage import Saved, Store, Writing, new_id


def save_without_end(address: str, workspace: str, pipe: int) -> None:
    """Save and acknowledge until killed: draft, plan and preferences n, each told apart by its number."""
    store = Store(make_url(address))
    number = 0
    while True:
        number += 1
        padding = " ".join(f"w{number}x{place}" for place in range(60))
        draft = store.save_draft(workspace, Writing(f"{number} {padding}"), base=0, writer="w")
        assert isinstance(draft, Saved)
        os.write(pipe, b"draft %d\n" % number)
        store.save_plan(workspace, {"coordination": f"{number}"}, base=0, writer="w")
        os.write(pipe, b"plan %d\n" % number)
        store.save_preferences(workspace, {"number": number}, frozenset())
        os.write(pipe, b"preferences %d\n" % number)


def round_of(address: str, workspace: str, chance: random.Random) -> dict[str, int]:
    """Run one writer, kill it at a random moment, and return the last number acknowledged for each part."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            save_without_end(address, workspace, writing)
        finally:  # a writer that fails must not go on as a second parent
            os._exit(1)
    os.close(writing)
    told = b""
    wanted = chance.randrange(1, 12)
    while told.count(b"\n") < wanted:
        chunk = os.read(reading, 4096)
        if not chunk:
            break
        told += chunk
    time.sleep(chance.random() * 0.012)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while chunk := os.read(reading, 4096):
        told += chunk
    os.close(reading)
    last = {"draft": 0, "plan": 0, "preferences": 0}
    for line in told.decode().splitlines():
        part, number = line.split()
        last[part] = int(number)
    return last


def found_in(store: Store, workspace: str) -> dict[str, int]:
    """Return the number that each part of a stored workspace bears."""
    stored = store.load(workspace)
    if stored is None:
        return {"draft": 0, "plan": 0, "preferences": 0}
    versions = store.versions.list(workspace)
    text = "0" if stored.draft is None else stored.draft.writing.text
    assert (stored.draft is None and not versions) or versions[-1].writing.text == text
    return {
        "draft": int(text.split()[0]),
        "plan": int(stored.plan.get("coordination", 0)),
        "preferences": int(stored.preferences.get("number", 0)),
    }


def main() -> None:
    """Run the rounds."""
    address, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311 - the moments need not be secret
    workspaces: list[tuple[str, dict[str, int]]] = []
    for number in range(rounds):
        workspace = new_id()
        acknowledged = round_of(address, workspace, chance)
        workspaces.append((workspace, acknowledged))
        store = Store(make_url(address))
        found = found_in(store, workspace)
        store.close()
        sys.stdout.write(json.dumps({"round": number, "acknowledged": acknowledged, "found": found}) + "\n")
    store = Store(make_url(address))
    lost = sum(found_in(store, workspace)[part] < last[part] for workspace, last in workspaces for part in last)
    store.close()
    sys.stdout.write(json.dumps({"lost_in_the_end": lost}) + "\n")


main()
