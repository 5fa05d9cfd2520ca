"""``class``: a folder or zip of drafts and plans in, a report a student and one table out."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from hartcity.assignment import AssignmentError, parse, source
from hartcity.cli.options import engine_names
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from hartcity.classes.run import Outcome, Progress


_STOPPED = 130
_LINE_EVERY_SECONDS = 2.0
_MINUTE = 60


def class_run(
    files: Annotated[Path, typer.Argument(help="The class: a folder, a zip or a table.", metavar="FOLDER_OR_ZIP")],
    out: Annotated[Path, typer.Option(help="The folder for the reports; a run that stopped goes on there.")],
    assignment: Annotated[str, typer.Option(help="An assignment's name, or a path of its TOML.")] = "advocacy-email",
    engines: Annotated[
        str | None,
        typer.Option(help="Comma list of languagetool, harper, reader, or none. Default: all that can be had."),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Worker processes. Default: one a core.")] = None,
) -> None:
    """Check a whole class: a report a student, class.csv, and left_out.csv with every file that was not read and why.

    A run that ended early goes on where it stopped when it is started again. DASK_SCHEDULER names a Dask cluster to
    work on; without it worker processes are started here. The exit status is 1 when something was left out.
    """
    # Here and not above, so that no other command waits for what whole classes need.
    from hartcity.classes.run import run  # noqa: PLC0415
    from hartcity.classes.student_report import Asked  # noqa: PLC0415
    from hartcity.classes.workers import NoWorkersError  # noqa: PLC0415

    try:
        toml = source(assignment)
        name = parse(Path(assignment).name.removesuffix(".toml"), toml).name
    except AssignmentError as error:
        raise typer.BadParameter(str(error), param_hint="--assignment") from error
    asked = Asked(name, toml, engine_names(engines))
    stopping = _Stopping()
    try:
        with _Told() as told:
            outcome = run(files, out, asked, processes=workers, on_progress=told, should_stop=stopping)
    except (RefusedFileError, NoWorkersError) as error:
        typer.echo(f"{files}: {error}" if isinstance(error, RefusedFileError) else str(error), err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{out} cannot be written: {error.strerror}.", err=True)
        raise typer.Exit(1) from None
    if outcome is None:
        typer.echo("Stopped. The same command goes on from here.", err=True)
        raise typer.Exit(_STOPPED)
    _tell(outcome, out)


def _tell(outcome: Outcome, out: Path) -> None:
    """Say where the reports are, and which files were left out and why."""
    from hartcity.classes.finished import LEFT_OUT, REPORTS, TABLE  # noqa: PLC0415 - as above

    typer.echo(f"{outcome.students:,} students: {out / REPORTS} and {out / TABLE}", err=True)
    for one in outcome.left_out:
        typer.echo(f"Left out: {one.file}: {one.reason}", err=True)
    if outcome.left_out:
        typer.echo(f"{len(outcome.left_out):,} left out; the list is in {out / LEFT_OUT}", err=True)
        raise typer.Exit(1)


class _Stopping:
    """Whether somebody asked the run to stop; it finishes the drafts in work and can go on later."""

    def __init__(self) -> None:
        self._asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def __call__(self) -> bool:
        return self._asked

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True


class _Told:
    """Progress on standard error: a bar on a terminal, else a line every two seconds."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("Drafts"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=None)
        self._is_terminal = console.is_terminal
        self._last = 0.0
        self._untold = ""

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
        self._say(self._untold)

    def __call__(self, progress: Progress) -> None:
        self._bar.update(self._task, completed=progress.done, total=progress.total, description=pace(progress))
        if self._is_terminal:
            return
        self._untold = f"Drafts {progress.done} of {progress.total}{pace(progress)}\n"
        is_edge = progress.done in {progress.before, progress.total}
        if is_edge or time.monotonic() - self._last >= _LINE_EVERY_SECONDS:
            self._last = time.monotonic()
            self._say(self._untold)

    def _say(self, line: str) -> None:
        self._untold = ""
        sys.stderr.write(line)
        sys.stderr.flush()


def pace(progress: Progress) -> str:
    """Return the rate and the time left in words, as far as they can be told."""
    if progress.rate is None or progress.seconds_left is None:
        return ""
    minutes, seconds = divmod(round(progress.seconds_left), _MINUTE)
    return f", {progress.rate:.1f} a second, {minutes}:{seconds:02} left"
