"""Both parts as a PDF in APA 7."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import PageBreak, Spacer

from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import HandIn, TitlePage
from hartcity.exports.outline import COLUMN_INCHES, Block, Entry, Heading, Paragraph, Table, blocks


PART = "assignment"
TITLE = "Assignment as PDF"
FILE_NAME = "assignment.pdf"
MIME = "application/pdf"


def write(hand_in: HandIn) -> bytes:
    """Return the PDF: the same blocks as the Word document."""
    flowables = [flowable for block in blocks(hand_in) for flowable in _flowables(block)]
    return page.pdf(flowables, title=hand_in.title_page.title, author=hand_in.title_page.author)


def _flowables(block: Block) -> list[Any]:
    match block:
        case TitlePage():
            title = page.text(block.title, page.TITLE)
            return [Spacer(1, 72), title, Spacer(1, 24), *(page.text(line, page.CENTERED) for line in block.lines)]
        case Heading():
            heading = page.text(block.text, page.HEADINGS[block.level])
            return [PageBreak(), heading] if block.starts_page else [heading]
        case Paragraph():
            return [page.text(block.text, page.INDENTED if block.is_indented else page.SINGLE)]
        case Table():
            number, title = page.text(f"Table {block.number}", page.TABLE_NUMBER), page.text(block.title, page.ITALIC)
            return [number, title, page.grid([list(row) for row in block.rows], list(COLUMN_INCHES)), Spacer(1, 18)]
        case Entry():
            return [page.entry(block.text)]
