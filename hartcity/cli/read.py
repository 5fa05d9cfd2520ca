"""``python -m hartcity read FILE …``: what a document brings into the editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from hartcity.documents import ENDINGS, read_document
from hartcity.files import RefusedFileError


_REFUSED = 1


def read(
    files: Annotated[list[Path], typer.Argument(help=f"Documents: .{', .'.join(ENDINGS)}.", metavar="FILE")],
) -> None:
    """Print one JSON object a line for each document; the exit status is 1 when one was refused."""
    answers = list(map(_answer, files))
    for answer in answers:
        typer.echo(json.dumps(answer, ensure_ascii=True))
    if any(answer["error"] is not None for answer in answers):
        raise typer.Exit(_REFUSED)


def _answer(file: Path) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "file": file.name,
        "text": "",
        "subject": None,
        "quoted": None,
        "notices": [],
        "error": None,
    }
    try:
        found = read_document(file.read_bytes(), file.name)
    except OSError as error:
        return answer | {"error": f"This file cannot be read: {error.strerror}."}
    except RefusedFileError as refusal:
        return answer | {"error": str(refusal)}
    return answer | {
        "text": found.text,
        "subject": found.subject or None,
        "quoted": found.quoted or None,
        "notices": list(found.notices),
    }
