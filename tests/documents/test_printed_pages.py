"""Printed pages set in further ways: the same paragraphs come out, and what stands beside them is whole."""

import io

import pytest
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.units import inch
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from hartcity.documents import read_document
from tests.documents.test_own_documents import BODY, CLOSING, FIRST, GREETING, SECOND, SIGNATURE, WHOLE, style


HEAD = ("Maple Bridge Family Center", "12 Mill Road", "Harbor Valley, OH 44000", "555-013-0100")


def printed(parts, *, on_page=None, gap=10, setting=None, margin=inch):
    """Return the paragraphs of a PDF of these parts; ``on_page`` draws on each page what is no part of the text."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=LETTER, invariant=1, bottomMargin=margin)
    shown = [Paragraph(part, setting or style()) if isinstance(part, str) else part for part in parts]
    flowables = [each for part in shown for each in (part, Spacer(1, gap))]
    draw = {} if on_page is None else {"onFirstPage": on_page, "onLaterPages": on_page}
    document.build(flowables, **draw)
    return read_document(out.getvalue(), "x.pdf").text.split("\n\n")


@pytest.mark.parametrize("room", range(360, 600, 40))
@pytest.mark.parametrize("spacing", [1.2, 2.3])
def test_a_paragraph_is_whole_wherever_the_page_ends(room, spacing):
    """The page may end anywhere in a paragraph, before its last line too; what follows it begins anew."""
    setting = style(spacing=spacing)
    parts = printed(["A title", Spacer(1, room), *WHOLE], gap=10, setting=setting)
    assert [part for part in parts if len(part) > 150] == BODY


def test_a_foot_that_repeats_stands_in_no_paragraph():
    """What each page has at its foot comes once, behind the text that goes on over the page."""

    def foot(page, document):
        page.drawCentredString(4 * inch, 40, "Maple Bridge Family Center")
        page.drawCentredString(4 * inch, 25, f"Page {document.page} of 2")

    parts = printed(["A title", Spacer(1, 520), *WHOLE], on_page=foot)
    assert [part for part in parts if len(part) > 150] == BODY
    assert parts[-1] == "Maple Bridge Family Center"


def test_notes_at_the_foot_of_a_page_come_last():
    """A note in small letters does not stand in the paragraph that goes on over the page, and is not lost."""

    def note(page, document):
        if document.page == 1:
            page.setFont("Times-Roman", 9)
            page.drawString(
                72, 96, "1 The lease was seen at the visit of May 3, 2026, together with the letter that the"
            )
            page.drawString(72, 85, "landlord had sent to her in April and that she keeps with the other papers.")

    parts = printed(["A title", Spacer(1, 480), *WHOLE], on_page=note, margin=110)
    assert [part for part in parts if part.startswith(("I am", "Could"))] == BODY
    assert parts[-1].endswith(
        "the letter that the landlord had sent to her in April and that she keeps with the other papers."
    )


def test_a_letterhead_at_the_right_keeps_its_lines():
    """Lines that end at the right margin since they are set there did not end for want of room."""

    def head(page, _):
        page.setFont("Helvetica", 9)
        for at, line in enumerate(HEAD):
            page.drawRightString(7.5 * inch, 10.5 * inch - 12 * at, line)

    assert printed([Spacer(1, 20), *WHOLE], on_page=head)[:3] == ["\n".join(HEAD), GREETING, FIRST]


def test_a_date_at_the_right_stands_apart():
    """A date at the right margin does not run on into the greeting."""
    assert printed([Paragraph("March 2, 2026", style(alignment=TA_RIGHT)), *WHOLE])[:3] == ["March 2, 2026", *WHOLE[:2]]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([["TO:", "Kim"], ["FROM:", "Dara"], ["DATE:", "March 2"]], "TO: Kim\nFROM: Dara\nDATE: March 2"),
        ([["Need", "Service", "Cost"], ["Home", "Rehousing", "None"], ["Food", "Boxes", "None"]],
         "Need\tService\tCost\nHome\tRehousing\tNone\nFood\tBoxes\tNone"),
    ],
)  # fmt: skip
def test_rows_of_a_table_are_lines(rows, shown):
    """The head of a memo and a table of short cells are read row by row."""
    parts = printed(
        [GREETING, FIRST, Table(rows, colWidths=[90, 200, 100][: len(rows[0])]), SECOND, CLOSING, *SIGNATURE]
    )
    assert parts[:4] == [GREETING, FIRST, shown, SECOND]


def test_lines_that_a_mail_program_ended_run_on():
    """Where gaps divide paragraphs, a long line goes on in the next though a short word had room."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=LETTER, invariant=1)
    page.setFont("Times-Roman", 12)
    lines = [
        "Could we meet by phone on Monday at ten or Tuesday at two in the day.",
        "We will bring the forms that we filled in together, and thank you too.",
        "",
        "She works full time at a bakery, has saved for a deposit, and hopes that",
        "both children can stay in the school that they know and like so well.",
    ]
    for at, line in enumerate(lines):
        page.drawString(72, 700 - 15 * at, line)
    page.save()
    assert read_document(out.getvalue(), "x.pdf").text == f"{lines[0]} {lines[1]}\n\n{lines[3]} {lines[4]}"
