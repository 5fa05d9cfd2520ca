"""The office-hours brief on one page, with room for notes."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import HRFlowable, KeepInFrame, Spacer

from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import HandIn
from hartcity.model.brief import Brief


PART = "report"
TITLE = "Office-hours brief"
FILE_NAME = "office-hours.pdf"
MIME = "application/pdf"

_HEAD = ParagraphStyle("brief head", page.SMALL, fontName="Times-Bold", fontSize=12, spaceBefore=6, spaceAfter=2)
_LINE = ParagraphStyle("brief line", page.SMALL, fontSize=10.5, leading=13, spaceAfter=2)
_WORDS = ParagraphStyle("brief words", _LINE, fontName="Times-Italic", leftIndent=14)
_NOTES = 4
_SIZE = 6.5 * inch, 8.9 * inch


def write(hand_in: HandIn) -> bytes:
    """Return the page; where there is no draft to talk about, it says so."""
    brief = hand_in.brief or Brief("There is no draft to talk about yet.")
    day = f"{hand_in.as_of:%B} {hand_in.as_of.day}, {hand_in.as_of.year}"
    lines: list[Any] = [
        page.text("Office Hours", page.HEADING_1),
        page.text(f"{brief.about}. {day}. Practice feedback, not a grade.", page.SMALL),
        *(page.text(notice, _LINE) for notice in brief.notices),
    ]
    for title, quoted in (
        ("What already works", brief.strengths),
        ("Essentials that are not there yet", brief.missing),
        ("To talk about", brief.questions),
    ):
        if quoted:
            lines.append(page.text(title, _HEAD))
        for number, one in enumerate(quoted, start=1):
            lines.append(page.text(f"{number}. {one.point}", _LINE))
            if one.words:
                lines.append(page.text(f"\u201c{one.words}\u201d", _WORDS))
    if brief.changed:
        lines += [page.text("Since last time", _HEAD), *(page.text(line, _LINE) for line in brief.changed)]
    if brief.agenda:
        lines.append(page.text("Ten minutes", _HEAD))
        lines.append(page.text("  \u00b7  ".join(f"{item.minutes} min {item.what}" for item in brief.agenda), _LINE))
    lines.append(page.text("Notes", _HEAD))
    for _ in range(_NOTES):
        lines += [Spacer(1, 20), HRFlowable(width="100%", thickness=0.5, color="#999999")]
    return page.pdf([KeepInFrame(*_SIZE, lines, mode="shrink")], title="Office-hours brief")
