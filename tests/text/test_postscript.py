"""The mark of a postscript is no part of what is said in it, however it is spelled."""

from __future__ import annotations

import pytest

from hartcity.text import Document, Part
from hartcity.text.postscript import postscript_length, spelled_alike


BODY = "Dear Ms. Ito,\n\nCould we meet on Friday at 10 about a bed for a veteran?\n\nSincerely,\nAna Ruiz\n555-010-0101"
SPELLINGS = (
    "P.S. ",
    "PS: ",
    "P. S. ",
    "p.s. ",
    "P.P.S. ",
    "p. p. s. ",
    "P.S. \u2014 ",
    "PS - ",
    "P/S ",
    "Postscript: ",
)


@pytest.mark.parametrize("mark", SPELLINGS)
def test_a_postscript_is_known_in_any_spelling(mark: str):
    """It is a part of its own, whose sentence begins behind the mark."""
    document = Document.of_text(f"{BODY}\n\n{mark}Mara can come too.")
    (sentence,) = (one for one in document.sentences if one.part is Part.POSTSCRIPT)
    assert sentence.unmarked.plain == "Mara can come too."
    assert sentence.unmarked.span.of(document.plain) == "Mara can come too."


@pytest.mark.parametrize("mark", SPELLINGS)
def test_the_mark_can_be_spelled_alike(mark: str):
    """Whoever reads it so knows how far what is said was moved."""
    line, moved = spelled_alike(f"{mark}Mara can come too.")
    assert line == "P.S. Mara can come too."
    assert line.index("Mara") + moved == len(mark)


@pytest.mark.parametrize(
    "line", ["Psychology is her field.", "PSA for all", "Pups are welcome.", "Past due: two bills"]
)
def test_other_words_are_no_mark(line: str):
    """Only the letters by themselves are one."""
    assert postscript_length(line) == 0


def test_a_postscript_runs_on_over_lines():
    """A line broken by the mail program belongs to it, and a signature below a gap does not."""
    document = Document.of_text(f"{BODY}\n\nP.S. Mara can come\ntoo, on Friday\n\nAna Ruiz")
    assert [span.of(document.plain) for span in document.part(Part.POSTSCRIPT)] == [
        "P.S. Mara can come\ntoo, on Friday"
    ]
