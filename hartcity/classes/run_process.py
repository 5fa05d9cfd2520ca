"""The run of a class as a process of its own: begun, asked to stop, and how it stands, told by what it wrote down."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import psutil

from hartcity.classes.finished import FinishedClass


_PROGRESS = re.compile(r"^Drafts (\d+) of (\d+)(?:, ([\d.]+) a second, (\S+) left)?$", re.MULTILINE)
_TAIL_BYTES = 4_000_000


class Stage(StrEnum):
    """How far a class is."""

    DROPPED = "dropped"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the run stands: students done of all, students a second and the time left as words, and a word on a fault."""

    stage: Stage
    done: int = 0
    total: int = 0
    rate: str = ""
    left: str = ""
    fault: str = ""


class RunProcess:
    """The process that reads the class in a folder, be it running, ended or not begun."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.source, self.out = path / "source", path / "out"

    def begin(self, assignment: str) -> None:
        """Start the process; what it says goes into the folder."""
        with (self.path / "run.log").open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - our own command line under our own interpreter
                [*self._command(), "--assignment", assignment],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        (self.path / "run.json").write_text(json.dumps({"pid": process.pid}), encoding="utf-8")

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "hartcity", "class", str(self.source), "--out", str(self.out)]

    def stop(self, *, wait_seconds: float = 0) -> None:
        """Ask the process to stop after the drafts in work, and wait for it where ``wait_seconds`` are given."""
        process = self._process()
        if process is not None:
            with suppress(psutil.Error):
                process.terminate()
                if wait_seconds:
                    process.wait(wait_seconds)

    def standing(self) -> Standing:
        """Return how the run stands, also after a restart of the app or the machine."""
        log = self._log()
        lines = _PROGRESS.findall(log)
        done, total, rate, left = lines[-1] if lines else ("0", "0", "", "")
        told = (int(done), int(total), rate, left)
        if self._process() is not None:
            return Standing(Stage.RUNNING, *told)
        if not (self.path / "run.json").exists():
            return Standing(Stage.DROPPED)
        if FinishedClass(self.out).is_there and int(total) and done == total:
            return Standing(Stage.DONE, *told)
        others = [line for line in log.splitlines() if line and not line.startswith(("Drafts ", "Stopped."))]
        return Standing(Stage.STOPPED, *told, fault="" if lines else (others[-1] if others else ""))

    def _log(self) -> str:
        try:
            with (self.path / "run.log").open("rb") as log:
                log.seek(max(0, log.seek(0, os.SEEK_END) - _TAIL_BYTES))
                return log.read().decode("utf-8", "replace")
        except OSError:
            return ""

    def _process(self) -> psutil.Process | None:
        """Return the running process of this class; a number that another program has by now is none."""
        with suppress(OSError, ValueError, KeyError, psutil.Error):
            note: dict[str, Any] = json.loads((self.path / "run.json").read_text(encoding="utf-8"))
            process = psutil.Process(note["pid"])
            is_ours = str(self.out) in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE
            return process if is_ours else None
        return None
