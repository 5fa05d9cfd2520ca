"""The office-hours brief on one page, with room for notes."""

from __future__ import annotations

from collections.abc import Iterator

from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import HandIn
from hartcity.model.brief import Brief


PART = "report"
TITLE = "Office-hours brief"
FILE_NAME = "office-hours.pdf"
MIME = "application/pdf"

_NOTES = 4


def write(hand_in: HandIn) -> bytes:
    """Return the page; where there is no draft to talk about, it says so."""
    return page.pdf(_pieces(hand_in), title="Office-hours brief", is_on_one_page=True)


def _pieces(hand_in: HandIn) -> Iterator[page.Piece]:
    brief = hand_in.brief or Brief("There is no draft to talk about yet.")
    day = f"{hand_in.as_of:%B} {hand_in.as_of.day}, {hand_in.as_of.year}"
    yield page.heading("Office Hours", 1)
    yield page.words(f"{brief.about.rstrip('.')}. {day}. Practice feedback, not a grade.", "small")
    for notice in brief.notices:
        yield page.words(notice, "line")
    for title, quoted in (
        ("What already works", brief.strengths),
        ("Essentials that are not there yet", brief.missing),
        ("To talk about", brief.questions),
        ("Comments that wait", brief.comments),
        ("What a tutor says does not hold", brief.overrides),
    ):
        if quoted:
            yield page.heading(title, 2)
        for number, one in enumerate(quoted, start=1):
            yield page.words(f"{number}. {one.point}", "line")
            if one.words:
                yield page.words(f"\u201c{one.words}\u201d", "quotation")
    if brief.changed:
        yield page.heading("Since last time", 2)
        for line in brief.changed:
            yield page.words(line, "line")
    if brief.agenda:
        yield page.heading("Ten minutes", 2)
        yield page.words("  \u00b7  ".join(f"{item.minutes} min {item.what}" for item in brief.agenda), "line")
    yield page.heading("Notes", 2)
    for _ in range(_NOTES):
        yield page.space(1.4)
        yield page.rule()
