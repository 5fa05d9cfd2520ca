"""``check``: one JSON draft a line in, one JSON report a line out, in order."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from hartcity import analysis
from hartcity.assignment import AssignmentError, load
from hartcity.cli.options import engine_names


_AHEAD_PER_WORKER = 8


def check(
    jsonl: Annotated[Path | None, typer.Option(help="Drafts, one JSON object a line. Default: standard input.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the reports go. Default: standard output.")] = None,
    assignment: Annotated[
        str, typer.Option(help="advocacy-email, general for any short text, or a TOML file.")
    ] = "advocacy-email",
    engines: Annotated[
        str | None,
        typer.Option(help="Comma list of languagetool, harper, reader, or none. Default: all that can be had."),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Drafts in work at once.")] = None,
) -> None:
    """Check drafts: reads one JSON object a line and writes one report a line, in the same order.

    A line that cannot be read gives {"id": ..., "error": ...} on its line; the exit status is then 1.
    """
    names = engine_names(engines)
    try:
        load(assignment)
    except AssignmentError as error:
        raise typer.BadParameter(str(error), param_hint="--assignment") from error
    answer = partial(_answer, assignment=assignment, engines=names)
    failed = 0
    with ExitStack() as stack:
        source = stack.enter_context(_opened(jsonl, "rb", "--jsonl")) if jsonl else sys.stdin.buffer
        total = _count(source) if jsonl else None
        target = stack.enter_context(_opened(out, "wb", "--out")) if out else _own_standard_output(stack)
        progress = stack.enter_context(_progress())
        task = progress.add_task("Drafts", total=total)
        stack.callback(analysis.close)
        for line, is_error in _in_order(answer, _lines(source), workers or os.cpu_count() or 1):
            failed += is_error
            target.write(line.encode("ascii") + b"\n")
            progress.advance(task)
        target.flush()
    if failed:
        raise typer.Exit(1)


def _opened(path: Path, mode: str, option: str) -> BinaryIO:
    try:
        return path.open(mode)  # type: ignore[return-value] # both modes are binary
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint=option) from error


def _own_standard_output(stack: ExitStack) -> BinaryIO:
    """Return a writer on standard output, and send what anything else prints there to standard error.

    An engine's native code may print a stray line; it must not stand between two reports.
    """
    sys.stdout.flush()
    kept = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    stack.callback(os.dup2, kept, sys.stdout.fileno())
    return stack.enter_context(os.fdopen(kept, "wb", closefd=False))


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _count(source: BinaryIO) -> int:
    total = sum(bool(line.strip()) for line in source)
    source.seek(0)
    return total


def _lines(source: BinaryIO) -> Iterator[bytes]:
    return (line for line in source if line.strip())


def _in_order(
    answer: Callable[[bytes], tuple[str, bool]], lines: Iterable[bytes], workers: int
) -> Iterator[tuple[str, bool]]:
    """Yield the answers in the order of ``lines``, a few of them in work ahead of the one that is waited for."""
    with ThreadPoolExecutor(workers, thread_name_prefix="draft") as pool:
        waiting: deque[Future[tuple[str, bool]]] = deque()
        for line in lines:
            waiting.append(pool.submit(answer, line))
            if len(waiting) >= workers * _AHEAD_PER_WORKER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _answer(line: bytes, *, assignment: str, engines: tuple[str, ...] | None) -> tuple[str, bool]:
    """Return the report's line and whether it is an error."""
    value: Any = None
    try:
        value = json.loads(line)
        draft = analysis.draft_from_json(value)
    except (ValueError, RecursionError) as error:
        said = str(error) if isinstance(error, analysis.DraftError) else "This line is no valid JSON."
        name = value.get("id") if isinstance(value, dict) else None
        return analysis.to_line({"id": name if isinstance(name, str) else None, "error": said}), True
    try:
        report = analysis.check_draft(draft, assignment=assignment, engines=engines)
    except Exception as error:  # noqa: BLE001 - one draft must not end a batch; the words of the error may be the draft's
        typer.echo(f"A draft could not be checked ({type(error).__name__}).", err=True)
        return analysis.to_line({"id": draft.id, "error": "This draft could not be checked."}), True
    return analysis.to_line(analysis.report_to_json(report)), False
