"""What every PDF of ours shares: paper, fonts, page numbers, and bytes that do not depend on the hour."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Grid

from hartcity.exports import fonts
from hartcity.exports.outline import runs
from hartcity.exports.printable import shown


BODY = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=12, leading=24, splitLongWords=1, embeddedHyphenation=1)
ITALIC = ParagraphStyle("italic", BODY, fontName=fonts.ITALIC, keepWithNext=1)
INDENTED = ParagraphStyle("indented", BODY, firstLineIndent=0.5 * inch)
SINGLE = ParagraphStyle("single", BODY, leading=15, spaceAfter=12)
CENTERED = ParagraphStyle("centered", BODY, alignment=TA_CENTER)
HEADING_1 = ParagraphStyle("heading1", BODY, fontName=fonts.BOLD, alignment=TA_CENTER, keepWithNext=1)
HEADING_2 = ParagraphStyle("heading2", BODY, fontName=fonts.BOLD, keepWithNext=1)
HEADING_3 = ParagraphStyle("heading3", BODY, fontName=fonts.BOLD_ITALIC, keepWithNext=1)
TITLE = ParagraphStyle("title", HEADING_1)
TABLE_NUMBER = ParagraphStyle("table number", HEADING_2)
HEADINGS = (TITLE, HEADING_1, HEADING_2, HEADING_3)
"""By level; 0 is the paper's title above its text (APA 7, 2.4 and 2.27)."""

HANGING = ParagraphStyle("hanging", BODY, leftIndent=0.5 * inch, firstLineIndent=-0.5 * inch)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12)
HEAD_CELL = ParagraphStyle("head cell", CELL, fontName=fonts.BOLD)
SMALL = ParagraphStyle("small", BODY, fontSize=10, leading=14, spaceAfter=6)

_RULES = TableStyle(
    [
        ("LINEABOVE", (0, 0), (-1, 0), 0.75, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.75, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ]
)


def text(words: str, style: ParagraphStyle) -> Paragraph:
    """Return words as they stand, line ends kept; nothing in them is markup."""
    fonts.register()
    return Paragraph(escape(shown(words)).replace("\n", "<br/>"), style)


def entry(words: str) -> Paragraph:
    """Return a reference with its italics and links."""
    fonts.register()
    pieces = []
    for piece, is_italic, link in runs(shown(words)):
        marked = f"<i>{escape(piece)}</i>" if is_italic else escape(piece)
        pieces.append(f"<a href={quoteattr(link)}>{marked}</a>" if link else marked)
    return Paragraph("".join(pieces), HANGING)


def grid(rows: list[list[str]], widths: list[float]) -> Grid:
    """Return a table with APA's rules; ``widths`` are in inches."""
    cells = [[text(cell, HEAD_CELL if number == 0 else CELL) for cell in row] for number, row in enumerate(rows)]
    return Grid(cells, colWidths=[width * inch for width in widths], style=_RULES, repeatRows=1, hAlign="LEFT")


def pdf(flowables: list[Any], *, title: str, author: str = "") -> bytes:
    """Return the pages on US letter paper with one-inch margins and page numbers at the top right."""
    out = io.BytesIO()
    document = _Document(
        out,
        pagesize=LETTER,
        leftMargin=inch,
        rightMargin=inch,
        topMargin=inch,
        bottomMargin=inch,
        title=shown(title),
        author=shown(author),
        creator="Hart City assignment assistant",
        producer="",
        lang="en-US",
        invariant=1,
    )
    document.build(flowables, onFirstPage=_number, onLaterPages=_number)
    return out.getvalue()


class _Document(SimpleDocTemplate):  # type: ignore[misc] # reportlab has no types
    """Pages whose headings stand in the reader's list of contents."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: ANN401, N802 - reportlab's own name, without types
        """Enter a heading."""
        style = getattr(getattr(flowable, "style", None), "name", "")
        if not style.startswith("heading"):
            return
        key = f"heading {self.page} {self.frame._y:.3f}"  # noqa: SLF001 - the place on the page has no other name
        level = min(int(style.removeprefix("heading")) - 1, self._level + 1)
        self._level = level
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(flowable.getPlainText(), key, level=level)

    _level = -1


def _number(canvas: Any, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
    canvas.saveState()
    canvas.setFont(fonts.REGULAR, 12)
    canvas.drawRightString(LETTER[0] - inch, LETTER[1] - 0.6 * inch, str(document.page))
    canvas.restoreState()
