"""Both parts as a PDF in APA 7."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import HandIn, TitlePage
from hartcity.exports.outline import COLUMN_INCHES, Block, Entry, Heading, Paragraph, Table, blocks


PART = "assignment"
TITLE = "Assignment as PDF"
FILE_NAME = "assignment.pdf"
MIME = "application/pdf"


def write(hand_in: HandIn) -> bytes:
    """Return the PDF: the same blocks as the Word document."""
    pieces = [piece for block in blocks(hand_in) for piece in _pieces(block)]
    return page.pdf(pieces, title=hand_in.title_page.title, author=hand_in.title_page.author, is_paper=True)


def _pieces(block: Block) -> Iterator[page.Piece]:
    match block:
        case TitlePage():
            yield page.space(6)
            yield page.words(block.title, "title")
            yield page.space(1)
            for line in block.lines:
                yield page.words(line, "centered")
        case Heading(level=0):
            if block.starts_page:
                yield page.page_break()
            yield page.words(block.text, "title")
        case Heading():
            yield page.heading(block.text, block.level, starts_page=block.starts_page)
        case Paragraph():
            yield page.words(block.text, "indented" if block.is_indented else "single")
        case Table():
            yield page.words(f"Table {block.number}", "number")
            yield page.words(block.title, "italic")
            yield page.grid(block.rows, COLUMN_INCHES)
            yield page.space(1)
        case Entry():
            yield page.entry(block.text)
