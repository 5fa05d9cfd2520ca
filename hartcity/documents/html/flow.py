"""Words in the order of a page, cut into pieces where a block begins or ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from hartcity.documents.text import OWN_SIGN, Piece


_BLANKS = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Blanks of any width, by which writers set lines in."""

_QUOTED = (">", " >", "\t>")


@dataclass(slots=True)
class Flow:
    """Pieces that were ended, and the words since.

    ``is_own``: a line that begins with ``>`` is none of another person's, since those are marked up.
    """

    is_own: bool = False
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    place_of_list: int = -1

    def end(self, *, gap: bool = False) -> list[Piece]:
        """End a piece; with ``gap`` an empty line stands before what follows."""
        held = "".join(self.words)
        self.words = []
        lines = [line.strip(_BLANKS) for line in held.split("\n")]
        text = "\n".join(lines).removesuffix("\n")
        if text.strip():
            if self.is_own:
                text = "\n".join(OWN_SIGN + line if line.startswith(_QUOTED) else line for line in text.split("\n"))
            self.pieces.append(Piece(text))
        is_blank_line = not text.strip() and ("\n" in held or "\u00a0" in held)
        if is_blank_line:
            self.place_of_list = -1
        if (gap or is_blank_line) and self.pieces and self.pieces[-1].text.strip():
            self.pieces.append(Piece(""))
        return self.pieces

    def add_apart(self, text: str) -> None:
        """Add a whole list, table or quotation."""
        self.end(gap=True)
        if text.strip():
            self.pieces += [Piece(text, stands_apart=True), Piece("")]

    def add_list(self, text: str) -> None:
        """Add a list, or the rest of one, which stands directly below what there is of it."""
        self.end(gap=True)
        if not text.strip():
            return
        if self.place_of_list >= 0 and self.place_of_list == len(self.pieces) - 2:
            text = f"{self.pieces[self.place_of_list].text}\n{text}"
            del self.pieces[self.place_of_list :]
        self.place_of_list = len(self.pieces)
        self.pieces += [Piece(text, stands_apart=True), Piece("")]
