"""PDF documents: the words of the pages, lines put together to paragraphs."""

from __future__ import annotations

import io
import time
from itertools import islice
from typing import TYPE_CHECKING

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTImage, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.psexceptions import PSException

from hartcity.documents.layout import Edges, Line, Page, paragraphs
from hartcity.documents.left_out import quotes
from hartcity.documents.text import MOST_CHARACTERS, DocumentText
from hartcity.files import RefusedFileError


if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.layout import LTComponent

NAME = "PDF"

CPU_SECONDS = 3.0
"""Processor time for a PDF: its pages are drawn to find the words, which costs more than reading text."""

_READING_SECONDS = 1.8
"""After this processor time no further page is begun, so that what was read comes in."""

_MOST_PAGES = 60
_MOST_COUNTED = 2_000
_HEAD = 1024
_PROTECTED = "This PDF asks for a password. Could you save a copy without one?"
_DAMAGED = "This PDF is damaged or of a kind that cannot be read. Could you save it again?"
_BROKEN = (PDFException, PDFSyntaxError, PSException, ValueError, TypeError, KeyError, AttributeError, IndexError)


def sureness(data: bytes, name: str) -> int:
    """Return 2 when the PDF mark stands near the beginning, and 1 for its ending alone."""
    return 2 * (b"%PDF-" in data[:_HEAD]) or int(name.lower().endswith(".pdf"))


def read(data: bytes) -> DocumentText:
    """Return the text of the pages, as many as can be read in the time that a document has."""
    try:
        # An empty password opens what only restricts printing and copying; every program opens such a file.
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages, many, has_pictures = _pages(document)
    except PDFPasswordIncorrect as error:
        raise RefusedFileError(_PROTECTED) from error
    except _BROKEN as error:
        raise RefusedFileError(_DAMAGED) from error
    text, has_edges, edges = paragraphs(pages)
    if not text.strip():
        raise RefusedFileError(
            "This PDF shows no text. Could it be a scanned picture? A Word file or a paste would work."
        )
    return DocumentText(text, NAME, notices=(*_notices(pages, many, has_pictures), *_edge_notices(has_edges, edges)))


def _notices(pages: list[Page], many: int, has_pictures: bool) -> Iterator[str]:
    if len(pages) < many:
        total = f"more than {_MOST_COUNTED:,}" if many >= _MOST_COUNTED else f"{many:,}"
        yield (
            f"Pages {len(pages) + 1} to the end were left out: {len(pages)} of {total} were read, "
            "since a draft is rarely longer."
        )
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.lines]
    if empty:
        yield f"No text was seen on page {', '.join(empty[:20])}. Could it be a picture?"
    elif has_pictures:
        yield "Pictures were left out: only words come in."


def _edge_notices(has_edges: bool, edges: Edges) -> Iterator[str]:
    if has_edges:
        yield "Page numbers and what repeats at the head or foot of the pages were left out."
    for name, texts in (("header", edges.heads), ("footer", edges.feet)):
        if texts:
            yield f"The page's {name} was left out: {quotes(texts)}"


def _pages(document: PDFDocument) -> tuple[list[Page], int, bool]:
    """Return the pages read, how many there are, and whether pictures stand on them."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[Page] = []
    many = characters = 0
    has_pictures = is_over = False
    for page in islice(PDFPage.create_pages(document), _MOST_COUNTED):
        many += 1
        is_over = is_over or len(pages) >= _MOST_PAGES or time.process_time() > _READING_SECONDS
        is_over = is_over or characters > MOST_CHARACTERS
        if is_over:
            continue
        interpreter.process_page(page)
        layout = device.get_result()
        lines = tuple(_lines(layout))
        characters += sum(len(line.text) for line in lines)
        has_pictures = has_pictures or _holds_picture(layout)
        pages.append(Page(lines, layout.width, layout.height))
    return pages, many, has_pictures


def _lines(container: LTContainer[LTComponent]) -> Iterator[Line]:
    stack: list[object] = [container]
    while stack:
        item = stack.pop()
        if isinstance(item, LTTextLine):
            text = " ".join(item.get_text().split())
            if text:
                yield Line(text, item.x0, item.x1, item.y0, item.height, _first_width(item))
        elif isinstance(item, LTContainer):
            stack.extend(item)


def _first_width(line: LTTextLine) -> float:
    """Return the width of the first word."""
    start = None
    for item in line:
        is_space = not item.get_text().strip() if hasattr(item, "get_text") else True
        if isinstance(item, LTChar) and not is_space:
            start = item.x0 if start is None else start
            end = item.x1
        elif start is not None:
            return float(end - start)
    return float(line.width)


def _holds_picture(container: LTContainer[LTComponent]) -> bool:
    stack: list[object] = [container]
    while stack:
        item = stack.pop()
        if isinstance(item, LTImage):
            return True
        if isinstance(item, LTContainer) and not isinstance(item, LTTextLine):
            stack.extend(item)
    return False
