"""The brief as a PDF: one page, the same bytes, whatever stands in it."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

from hartcity.exports import HandIn, exporters
from hartcity.model import Draft
from hartcity.model.brief import AgendaItem, Brief, Quoted


DAY = dt.date(2026, 11, 29)
LONG = "words that go on and on " * 8
FULL = Brief(
    about="Email for the service user, to Lantern House",
    strengths=tuple(Quoted(f"Strength {n}", LONG) for n in range(3)),
    missing=tuple(Quoted(f"Missing {n}") for n in range(5)),
    questions=tuple(Quoted(f"Question {n}? {LONG}", LONG) for n in range(3)),
    changed=tuple(f"Changed {n} {LONG}" for n in range(4)),
    comments=tuple(Quoted(f"Comment {n} {LONG}", LONG) for n in range(4)),
    overrides=tuple(Quoted(f"Override {n} {LONG}", LONG) for n in range(4)),
    agenda=tuple(AgendaItem(2, f"Part {n}") for n in range(5)),
)


def written(brief: Brief | None) -> bytes:
    """Return the PDF of a brief."""
    write = next(exporter.write for exporter in exporters() if exporter.key == "office_hours_pdf")
    return write(HandIn(draft=Draft(text="x"), as_of=DAY, brief=brief))


@pytest.mark.parametrize(
    "brief", [None, FULL, Brief("x", notices=("This is no draft.",))], ids=["none", "full", "refused"]
)
def test_it_is_one_page(brief: Brief | None) -> None:
    """The page never becomes two, and holds what there is to say."""
    document = pypdfium2.PdfDocument(written(brief))
    assert len(document) == 1
    told = document[0].get_textpage().get_text_range()
    assert "Notes" in told
    for one in (brief.strengths + brief.questions + brief.overrides) if brief else ():
        assert one.point.split("?")[0][:10] in told


def test_the_same_brief_gives_the_same_bytes() -> None:
    """Nothing of the hour is in the file."""
    assert written(FULL) == written(FULL)
