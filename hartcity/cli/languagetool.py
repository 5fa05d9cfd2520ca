"""``languagetool``: set up, report on and run the grammar server."""

from __future__ import annotations

import json
import signal
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TextColumn
from rich.progress import Progress as Bar

from hartcity.engines.base import EngineState
from hartcity.engines.languagetool import aot_cache
from hartcity.engines.languagetool.client import Muted
from hartcity.engines.languagetool.install import InstallError, Progress, find_installation, install, verify
from hartcity.engines.languagetool.java import find_java
from hartcity.engines.languagetool.java_process import Place
from hartcity.engines.languagetool.local_server import LocalServer
from hartcity.engines.languagetool.serve_note import Serving, remove_note, standing, write_note
from hartcity.engines.languagetool.status_board import NAME
from hartcity.engines.tiers import load_tiers


app = typer.Typer(help="Set up, report on and run the LanguageTool server.", no_args_is_help=True)

_LOOK_SECONDS = 0.5


@app.command("install")
def install_command() -> None:
    """Fetch LanguageTool (about 97 MB), check every file against the lock, and say where it is."""
    try:
        found = find_installation()
        if found is None:
            found = _install_with_bar()
        else:
            verify(found)
    except InstallError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    java = find_java()
    if aot_cache.is_wanted(java, found):
        typer.echo("Making later starts faster (about a quarter of a minute) ...")
        aot_cache.learn(java, found, threading.Event(), rest_seconds=0.0)
    typer.echo(f"LanguageTool is in {found}")


@app.command("status")
def status_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say where LanguageTool and Java are, and whether ``serve`` is running."""
    now = standing()
    if as_json:
        typer.echo(json.dumps(asdict(now)))
        return
    typer.echo(f"LanguageTool {now.version}: {now.path or 'not installed; `languagetool install` fetches it'}")
    typer.echo(f"Java: {now.java}")
    typer.echo(f"Server: {now.url or 'not running'}")


@app.command("serve")
def serve_command(
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port to listen on; 0 takes a free one.")] = 0,
    for_others: Annotated[bool, typer.Option(help="Answer other machines too; only inside a closed network.")] = False,
) -> None:
    """Run the supervised server until it is interrupted, and print its address once it answers."""
    tiers = load_tiers()
    muted = Muted(tiers.rules_off(NAME), tiers.kinds_off(NAME))
    server = LocalServer(place=Place(port, for_others), muted=muted)
    asked_to_end = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: asked_to_end.set())
    server.start()
    said = ""
    try:
        while not asked_to_end.wait(_LOOK_SECONDS):
            status = server.status()
            if status.state is EngineState.ABSENT:
                typer.echo(status.message, err=True)
                raise typer.Exit(1)
            endpoint, pid = server.endpoint(), server.pid
            if endpoint is None or pid is None:
                if status.message != said:
                    typer.echo(status.message, err=True)
            elif endpoint.url != said:
                write_note(Serving(endpoint.url, pid))
                typer.echo(endpoint.url)
            said = endpoint.url if endpoint else status.message
    finally:
        server.close()
        remove_note()


def _install_with_bar() -> Path:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("LanguageTool", total=None)

        def show(progress: Progress) -> None:
            described = f"LanguageTool, {progress.jars_done} of {progress.jars_total} files"
            bar.update(task, description=described, completed=progress.bytes_done, total=progress.bytes_total)

        return install(on_progress=show)
