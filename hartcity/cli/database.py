"""``database``: copy the stored work, and let a copy that is put back forget what was deleted since."""

from __future__ import annotations

import json
import sys
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer


if TYPE_CHECKING:
    from collections.abc import Iterator

    from hartcity.storage import Erased, Store


app = typer.Typer(help="Back up the stored work, and put it back.", no_args_is_help=True)


def _fail(words: str) -> typer.Exit:
    typer.echo(words, err=True)
    return typer.Exit(1)


@contextmanager
def _opened(failed: str) -> Iterator[Store]:
    """Give the store for a moment; ``failed`` is what is said, with the reason, where it cannot do what is asked."""
    # Here and not above, as below, so that no other command waits for what stores.
    from hartcity.storage import NotStoredError, Store  # noqa: PLC0415
    from hartcity.storage.location import database_url  # noqa: PLC0415

    try:
        with closing(Store(database_url())) as store:
            yield store
    except NotStoredError as error:
        raise _fail(f"{failed}: {error.reason.value}.") from None


@app.command("backup")
def backup_command(target: Annotated[Path, typer.Argument(help="A new file.", dir_okay=False)]) -> None:
    """Copy an SQLite database as it stands into a new file, while people write on."""
    from hartcity.storage.location import database_url  # noqa: PLC0415

    url = database_url()
    if url.get_backend_name() != "sqlite":
        raise _fail("PostgreSQL is backed up with its own tools: hartcity/server/deployment/backup.md says how.")
    if not Path(url.database or "").is_file():
        raise _fail("There is no database yet.")
    try:
        with _opened("No copy was made") as store:
            store.copy_to(target)
    except FileExistsError:
        raise _fail(f"There is something at {target} already; nothing was written.") from None
    typer.echo(f"The work of this moment is in {target}")


@app.command("erased")
def erased_command() -> None:
    """Print what was deleted in the last 400 days, one JSON object a line: names of rows and times, no words."""
    with _opened("The list could not be read") as store:
        for one in store.erasure.listed():
            typer.echo(json.dumps(asdict(one)))


@app.command("erase")
def erase_command(
    lists: Annotated[
        list[Path] | None, typer.Argument(help="Lists that `erased` printed; else standard input.")
    ] = None,
) -> None:
    """Delete again, in a database that was put back, what these lists say was deleted."""
    lines = [line for path in lists or () for line in path.read_text(encoding="utf-8").splitlines()]
    try:
        found = [_erased(line) for line in (lines if lists else sys.stdin) if line.strip()]
    except (ValueError, TypeError, KeyError):
        raise _fail("That is no list of `erased`; nothing was deleted.") from None
    with _opened("Nothing was deleted") as store:
        again = store.erasure.repeat(sorted(found, key=lambda one: one.at))
    typer.echo(f"{again} of {len(found)} had come back and are deleted again")


def _erased(line: str) -> Erased:
    from hartcity.storage import Erased, What  # noqa: PLC0415

    value = json.loads(line)
    return Erased(str(value["workspace"]), What(value["what"]), int(value["number"]), int(value["at"]))
