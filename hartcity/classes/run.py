"""A class from its files to its reports and its table; it goes on where it stopped, however it ended."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from distributed import CancelledError, Future, as_completed

from hartcity.assignment import parse
from hartcity.classes.finished import LEFT_OUT, REPORTS, TABLE, read_report
from hartcity.classes.sources import LeftOut, gather
from hartcity.classes.student_report import Asked, HandedIn, Unread, failed, report_on
from hartcity.classes.students import Student, students
from hartcity.classes.summary_table import columns, row
from hartcity.classes.workers import NoWorkersError, Workers, workers
from hartcity.files import RefusedFileError, neutral


_AHEAD_PER_SLOT = 2
_BEHIND_ALL_ELSE = -100
_TRIES_AGAIN = 1
_PART_FILE = ".part"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: students done of all, those that were done before, and the time since it began in seconds."""

    done: int
    total: int
    before: int
    seconds: float

    @property
    def rate(self) -> float | None:
        """Students a second, or None before the first."""
        return (self.done - self.before) / self.seconds if self.done > self.before and self.seconds > 0 else None

    @property
    def seconds_left(self) -> float | None:
        """The time that the rest will take at this rate, or None while that cannot be said."""
        return (self.total - self.done) / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. ``left_out`` are files that were not read, each with its reason."""

    students: int
    left_out: tuple[LeftOut, ...]


def run(  # noqa: PLR0913 - what a run may be told
    source: Path,
    out: Path,
    asked: Asked,
    *,
    processes: int | None = None,
    on_progress: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Outcome | None:
    """Check the class at ``source`` and leave its reports and tables in ``out``; None when it was stopped.

    A report that is there already and rests on the same work is kept. Raises RefusedFileError when ``source`` cannot
    be opened, NoWorkersError, and OSError when ``out`` cannot be written.
    """
    found = gather(source, besides=out)
    try:
        listed, left_out = students(found)
        if not listed and not left_out:
            raise RefusedFileError("No file of a student was found there.")
        (out / REPORTS).mkdir(parents=True, exist_ok=True)
        is_whole = _check(listed, out, asked, processes, on_progress, should_stop)
    finally:
        found.close()
    every = (*left_out, *_write_table(listed, out, asked))
    _write_left_out(every, out)
    return Outcome(len(listed), every) if is_whole else None


def _check(  # noqa: PLR0913, PLR0917 - the run's own parts
    listed: list[Student],
    out: Path,
    asked: Asked,
    processes: int | None,
    on_progress: Callable[[Progress], None],
    should_stop: Callable[[], bool],
) -> bool:
    began = time.monotonic()
    waiting = [student for student in listed if not _stands(student, out, asked)]
    before = len(listed) - len(waiting)
    progress = Progress(before, len(listed), before, 0.0)
    on_progress(progress)
    if not waiting or should_stop():
        return not waiting
    with workers(asked.engines, processes=min(processes or os.cpu_count() or 1, len(waiting))) as those:
        began = time.monotonic()
        for student, report in _reports(those, iter(waiting), asked, should_stop):
            _write(out / REPORTS / f"{student}.json", report)
            progress = replace(progress, done=progress.done + 1, seconds=time.monotonic() - began)
            on_progress(progress)
    return progress.done == progress.total


def _stands(student: Student, out: Path, asked: Asked) -> bool:
    """Whether the report is there and rests on the same work."""
    report = read_report(out, student.file_name)
    return report is not None and report.get("basis") == _handed_in(student).digest(asked)


def _handed_in(student: Student) -> HandedIn:
    works = []
    for work in student.works:
        content: bytes | Unread | Mapping[str, Any]
        try:
            content = work.read()
        except RefusedFileError as refusal:
            content = Unread(str(refusal))
        works.append((work.file, work.part, content))
    return HandedIn(student.name, student.file_name, tuple(works))


def _reports(
    those: Workers, waiting: Iterator[Student], asked: Asked, should_stop: Callable[[], bool]
) -> Iterator[tuple[str, bytes]]:
    """Yield each student's report as it is done, a few in work ahead, so that memory does not grow with the class."""
    in_work: dict[Future[bytes], HandedIn] = {}
    done = as_completed(loop=those.client.loop)

    def begin() -> None:
        student = next(waiting, None)
        if student is not None and not should_stop():
            handed_in = _handed_in(student)
            told = replace(asked, language_tool=those.language_tool())
            future = those.client.submit(
                report_on, handed_in, told, pure=False, priority=_BEHIND_ALL_ELSE, retries=_TRIES_AGAIN
            )
            in_work[future] = handed_in
            done.add(future)

    for _ in range(those.slots * _AHEAD_PER_SLOT):
        begin()
    while in_work:
        future = next(done)
        handed_in = in_work.pop(future)
        begin()
        try:
            yield handed_in.id, future.result()
        except CancelledError as error:
            raise NoWorkersError("The worker processes ended before the class was done.") from error
        except Exception:  # noqa: BLE001 - one student must not end the class; the words of the error may be the draft's
            yield handed_in.id, failed(handed_in)
        future.release()


def _write_table(listed: list[Student], out: Path, asked: Asked) -> list[LeftOut]:
    """Write the table from the reports that there are, one after the other; return what the reports left out."""
    assignment = parse(asked.assignment_name, asked.assignment)
    heads = columns(assignment)
    left_out = []
    part = out / (TABLE + _PART_FILE)
    with part.open("w", encoding="utf-8", newline="", errors="replace") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(heads)
        for student in listed:
            report = read_report(out, student.file_name)
            if report is not None:
                writer.writerow([neutral(str(cell)) for cell in row(report, heads)])
                left_out += [LeftOut(one["file"], one["reason"]) for one in report["left_out"]]
    part.replace(out / TABLE)
    return left_out


def _write_left_out(left_out: tuple[LeftOut, ...], out: Path) -> None:
    part = out / (LEFT_OUT + _PART_FILE)
    with part.open("w", encoding="utf-8", newline="", errors="replace") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(("file", "reason"))
        writer.writerows((neutral(one.file), neutral(one.reason)) for one in left_out)
    part.replace(out / LEFT_OUT)


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(path.name + _PART_FILE)
    part.write_bytes(data)
    part.replace(path)
