"""What files of word processors have in common: how deep they may be nested, and how a table is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.documents.html import row_of
from hartcity.documents.text import Piece, joined
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 200


def refuse_too_deep(depth: int) -> None:
    """Raise RefusedFileError where elements are nested deeper than any writer's."""
    if depth > DEEPEST:
        raise RefusedFileError("This document is nested deeper than ordinary ones, so it was not read.")


def table_of(rows: Iterable[list[list[Piece]]]) -> list[Piece]:
    """Return a table from its rows of cells: rows of short cells are lines, the rest is layout, cell after cell."""
    pieces: list[Piece] = []
    lines: list[str] = []
    for cells in rows:
        line = row_of(cells)
        if line is not None:
            lines += filter(None, [line])
            continue
        pieces += [Piece("\n".join(lines), stands_apart=True)] if lines else []
        lines = []
        # Blank lines in a cell are its own; they say nothing about the rest of the document.
        pieces += [Piece(joined(cell), stands_apart=True) for cell in cells if joined(cell)]
    return [*pieces, *([Piece("\n".join(lines), stands_apart=True)] if lines else [])]
