"""Rows of tables: those of short cells are lines, the others layout."""

from __future__ import annotations

from hartcity.documents.text import Piece, is_running


_LONGEST_ROW = 200


def row_of(cells: list[list[Piece]]) -> str | None:
    """Return a table's row as one line, or None where its cells hold more than a few words each, or running text."""
    filled = [[piece.text for piece in cell if piece.text.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) == 1 and (len(filled[0]) > 1 or is_running(filled[0][0])):
        return None
    if any(len(cell) > 1 or "\n" in cell[0] for cell in filled) or sum(len(cell[0]) for cell in filled) > _LONGEST_ROW:
        return None
    line = ""
    for (text,) in filled:
        line += (" " if line.endswith(":") else "\t" if line else "") + text.strip()
    return line
