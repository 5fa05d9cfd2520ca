"""The email or letter alone, as a Word document to print and sign."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.exports.formats.assignment_docx import MIME as WORD
from hartcity.exports.formats.assignment_docx import written
from hartcity.exports.hand_in import HandIn
from hartcity.exports.outline import Paragraph, letter


PART = "email"
TITLE = "Letter as Word document"
FILE_NAME = "letter.docx"
MIME = WORD


def write(hand_in: HandIn) -> bytes:
    """Return the .docx: sender, date, recipient, subject and the words, single-spaced, without a title page."""
    return written(_letter(hand_in), hand_in, has_numbers=False)


def _letter(hand_in: HandIn) -> Iterator[Paragraph]:
    if hand_in.draft.text.strip():
        yield from letter(hand_in)
