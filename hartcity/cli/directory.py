"""``python -m hartcity directory FILE``: what a directory file brings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from hartcity.directory.importing import ImportedDirectory, LeftOut


_REFUSED = 1


def directory(
    file: Annotated[
        Path, typer.Argument(help="A directory: .csv, .xlsx, .zip (HSDS tables) or .json.", metavar="FILE")
    ],
    sheet: Annotated[
        str | None, typer.Option(help="The only sheet of a workbook to take; all that list services without.")
    ] = None,
) -> None:
    """Print what a directory file brings as one JSON object; the exit status is 1 when it was refused."""
    # Here and not above, so that no other command waits for what reads workbooks.
    from hartcity.directory.importing import ImportedDirectory, bring  # noqa: PLC0415

    try:
        found = bring(file.read_bytes(), file.name, sheet=sheet, guess=True)
    except OSError as error:
        _stop(f"{file} cannot be read: {error.strerror}.")
    except RefusedFileError as refusal:
        _stop(str(refusal))
    else:
        if isinstance(found, ImportedDirectory):
            typer.echo(json.dumps(_report(found), ensure_ascii=True, indent=2))


def _report(found: ImportedDirectory) -> dict[str, object]:
    return {
        "organizations": len(found.directory.organizations),
        "services": len(found.directory.services),
        "left_out": [{"row": _row(left, found), "reason": left.reason} for left in found.left_out],
        "sheets": list(found.sheets),
        "notices": list(found.notices),
    }


def _row(left: LeftOut, found: ImportedDirectory) -> int | str:
    """Return the row's number, with the table or sheet where a file may have several."""
    return left.line if left.file == found.directory.name else f"{left.file} {left.line}"


def _stop(message: str) -> None:
    typer.echo(message, err=True)
    raise typer.Exit(_REFUSED)
