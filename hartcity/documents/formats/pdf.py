"""PDF documents: the words of the pages, lines put together to paragraphs."""

from __future__ import annotations

import io

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTTextBox, LTTextLine
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psexceptions import PSException

from hartcity.documents.text import MOST_CHARACTERS, DocumentText
from hartcity.files import RefusedFileError


NAME = "PDF"

_MOST_PAGES = 30
_HEAD = 1024
_FULL_LINE = 0.8
"""A line that ends beyond this share of its box's width runs on; a shorter one was ended by the writer."""


def sureness(data: bytes, name: str) -> int:
    """Return 2 when the PDF mark stands near the beginning, and 1 for its ending alone."""
    return 2 * (b"%PDF-" in data[:_HEAD]) or int(name.lower().endswith(".pdf"))


def read(data: bytes) -> DocumentText:
    """Return the text of at most 30 pages."""
    if b"/Encrypt" in data:
        raise RefusedFileError("This PDF is protected. Could you save a copy without a password?")
    boxes: list[str] = []
    try:
        for page in extract_pages(io.BytesIO(data), maxpages=_MOST_PAGES, laparams=LAParams()):
            boxes += [_paragraph(box) for box in page if isinstance(box, LTTextBox)]
            if sum(map(len, boxes)) > MOST_CHARACTERS:
                break
    except (PDFException, PDFSyntaxError, PSException, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RefusedFileError(
            "This PDF is damaged or of a kind that cannot be read. Could you save it again?"
        ) from error
    text = "\n\n".join(filter(None, boxes))
    if not text.strip():
        raise RefusedFileError(
            "This PDF shows no text. Could it be a scanned picture? A Word file or a paste would work."
        )
    return DocumentText(text, NAME)


def _paragraph(box: LTTextBox) -> str:
    """Return a box's lines as text: a full line runs on into the next, and a hyphen at its end joins a word."""
    lines = [line for line in box if isinstance(line, LTTextLine)]
    right = box.x0 + _FULL_LINE * box.width
    text = ""
    for line in lines:
        words = line.get_text().strip()
        text += words
        if line is lines[-1]:
            break
        if words.endswith("-") and line.x1 >= right:
            text = text.removesuffix("-")
        else:
            text += " " if line.x1 >= right else "\n"
    return text
