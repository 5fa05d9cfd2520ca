"""``python -m tests.benchmarks.classes``: a whole class beside the naive pipeline, in turns, in the same run.

The naive pipeline is one process with ``language_tool_python`` as it comes and ``textstat``, a draft after the other.
Ours is the ``class`` command with two worker processes, from a folder of files to the reports, its start left out of
the rate as the naive one's is. ``--drafts`` sets how many; timings are noisy, so read the ratio.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.benchmarks import texts
from tests.benchmarks.__main__ import ROOT, SHARED, Peer, installed


_LINE = re.compile(r"Drafts (\d+) of (\d+)")
_BAR = 1.5


def naive_rate(drafts: list[str], env: dict[str, str]) -> float:
    """Return the drafts a second of the naive pipeline, once it is warm; ``env`` tells it where its parts are."""
    peer = Peer("naive", env=env)
    peer("check", text=drafts[0])
    begin = time.perf_counter()
    for draft in drafts:
        peer("check", text=draft)
    rate = len(drafts) / (time.perf_counter() - begin)
    peer.close()
    return rate


def class_rate(drafts: list[str]) -> tuple[float, float]:
    """Return the drafts a second of a class run from its first report to its last, and its most memory in MB."""
    with tempfile.TemporaryDirectory(prefix="hartcity-benchmark-") as folder:
        source = Path(folder, "class")
        source.mkdir()
        for number, draft in enumerate(drafts):
            (source / f"student_{number:04}.txt").write_text(draft, encoding="utf-8")
        command = [sys.executable, "-m", "hartcity", "class", str(source), "--out", str(Path(folder, "out"))]
        first: tuple[float, int] | None = None
        last, most = 0.0, 0.0
        with subprocess.Popen(
            [*command, "--workers", "2"], cwd=ROOT, env={**os.environ}, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr
            for line in process.stderr:
                if (found := _LINE.match(line)) and int(found[1]):
                    last = time.perf_counter()
                    first = first or (last, int(found[1]))
                    most = max(most, _megabytes(process.pid))
        if first is None:
            raise SystemExit("The class run ended without a report.")
        return (len(drafts) - first[1]) / max(last - first[0], 1e-9), most


def _megabytes(pid: int) -> float:
    family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return float(sum(process.memory_info().rss for process in family if process.is_running())) / 1e6


def main() -> None:
    """Print both rates, the ratio, and the class run's memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--data", type=Path, default=SHARED)
    arguments = parser.parse_args()
    sources = texts.drafts(arguments.data)
    made = [texts.renewed(sources[number % len(sources)], number // len(sources)) for number in range(arguments.drafts)]
    half = len(made) // 2
    with tempfile.TemporaryDirectory(prefix="hartcity-benchmark-") as folder:
        env = installed(Path(folder))
        naive = [naive_rate(made[:half], env)]
        ours, memory = class_rate(made)
        naive.append(naive_rate(made[half:], env))
    mean = sum(naive) / len(naive)
    print(f"{len(made)} drafts, load {os.getloadavg()[0]:.1f}")
    print(f"naive pipeline  {naive[0]:6.1f} and {naive[1]:.1f} drafts/s")
    print(f"whole class     {ours:6.1f} drafts/s, {memory:.0f} MB in all its processes")
    print(f"ratio           {ours / mean:6.2f} (bar {_BAR})")


if __name__ == "__main__":
    main()
