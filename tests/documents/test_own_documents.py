"""Documents of our own making, in every kind and layout that students hand in, come in with their paragraphs."""

import datetime as dt
import io
from email.message import EmailMessage
from email.policy import SMTP

import docx
import odfdo
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Inches, Pt
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

from hartcity.documents import read_document
from hartcity.exports import HandIn, exporters
from hartcity.model import Draft, Kind, Report


GREETING = "Dear Intake Team,"
FIRST = (
    "I am a social work intern at Maple Bridge Family Center, and I write, with her written consent, for a mother of "
    "two who needs a safe home near her work. She works full time at a bakery, has saved for a deposit and hopes that "
    "both "
    "children can stay in their school. Your Rapid Rehousing Program is known for its well-being visits, and I would "
    "value your advice on how she could apply."
)
SECOND = (
    "Could we meet by phone on Monday at 10:00 a.m. or Tuesday at 2:00 p.m., or at a time that suits you better? I "
    "will bring the forms that we filled in together, so that we can plan the next steps with her. Thank you for your "
    "time and for the care with which you match families and landlords."
)
CLOSING = "Sincerely,"
SIGNATURE = ("Dara Whitlow", "Social Work Intern", "555-013-0142")
BODY = [FIRST, SECOND]
WHOLE = [GREETING, *BODY, CLOSING, *SIGNATURE]


def words(text):
    """Return the words of a text in order."""
    return text.split()


def style(size=12, spacing=1.2, font="Times-Roman", **more):
    """Return a paragraph's style; ``spacing`` is in lines."""
    return ParagraphStyle("body", fontName=font, fontSize=size, leading=size * spacing, **more)


def pdf(flowables, *, page=LETTER, margin=inch, number=False):
    """Return a PDF of these flowables."""
    out = io.BytesIO()

    def numbered(canvas, document):
        if number:
            canvas.drawRightString(page[0] - margin, page[1] - 0.5 * inch, str(document.page))

    document = SimpleDocTemplate(out, pagesize=page, invariant=1, leftMargin=margin, rightMargin=margin)
    document.build(flowables, onFirstPage=numbered, onLaterPages=numbered)
    return out.getvalue()


def letter(gap, setting, **more):
    """Return a PDF of the whole letter in one style with ``gap`` points between paragraphs."""
    return pdf([each for text in WHOLE for each in (Paragraph(text, setting), Spacer(1, gap))], **more)


def beside(gap=0):
    """Return a PDF with a sidebar beside the letter."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=LETTER, invariant=1)
    frames = [Frame(0.6 * inch, inch, 1.6 * inch, 9 * inch), Frame(2.6 * inch, inch, 5 * inch, 9 * inch)]
    document.addPageTemplates(PageTemplate(frames=frames))
    side = [Paragraph(text, style(9)) for text in ("Maple Bridge", "12 Mill Road", "Harbor Valley", "Tel 555-013-0100")]
    body = [each for text in WHOLE for each in (Paragraph(text, style(11)), Spacer(1, 8 + gap))]
    from reportlab.platypus import FrameBreak  # noqa: PLC0415 - of this layout alone

    document.build([*side, FrameBreak(), *body])
    return out.getvalue()


def headed():
    """Return a PDF with a letterhead left and right, and the letter below."""
    out = io.BytesIO()

    def head(canvas, _):
        canvas.setFont("Helvetica", 9)
        for place, (left, right) in enumerate(
            (("Maple Bridge", "Tel 555-013-0100"), ("12 Mill Road", "Fax 555-013-0101"))
        ):
            canvas.drawString(inch, 10.5 * inch - 12 * place, left)
            canvas.drawRightString(7.5 * inch, 10.5 * inch - 12 * place, right)

    body = [each for text in WHOLE for each in (Paragraph(text, style()), Spacer(1, 10))]
    SimpleDocTemplate(out, pagesize=LETTER, invariant=1).build([Spacer(1, 30), *body], onFirstPage=head)
    return out.getvalue()


def broken():
    """Return a PDF of numbered pages whose body runs over the page's end."""
    fill = [Paragraph("A heading of the paper", style()), Spacer(1, 545)]
    rest = [each for text in WHOLE for each in (Paragraph(text, style()), Spacer(1, 10))]
    return pdf([*fill, *rest], number=True)


def listed():
    """Return a PDF with a list between the paragraphs."""
    items = ListFlowable([Paragraph(text, style()) for text in ("pay stubs", "references")], bulletType="bullet")
    parts = [GREETING, FIRST, items, SECOND, CLOSING, *SIGNATURE]
    shown = [part if part is items else Paragraph(part, style()) for part in parts]
    return pdf([each for part in shown for each in (part, Spacer(1, 10))])


PRINTED = {
    "narrow": lambda: letter(10, style(rightIndent=3.4 * inch)),
    "single with gaps": lambda: letter(12, style()),
    "single, small gaps": lambda: letter(6, style(11)),
    "1.15 lines": lambda: letter(10, style(spacing=1.38)),
    "one and a half": lambda: letter(8, style(spacing=1.8)),
    "double with gaps": lambda: letter(10, style(spacing=2.4)),
    "double without gaps": lambda: letter(0, style(spacing=2.3)),
    "double, first line in": lambda: letter(0, style(spacing=2.3, firstLineIndent=36)),
    "single, first line in": lambda: letter(0, style(firstLineIndent=36)),
    "justified": lambda: letter(12, style(alignment=TA_JUSTIFY)),
    "justified, double": lambda: letter(0, style(spacing=2.3, firstLineIndent=36, alignment=TA_JUSTIFY)),
    "sans serif": lambda: letter(12, style(11, font="Helvetica")),
    "typewriter": lambda: letter(12, style(10, font="Courier")),
    "A4": lambda: letter(12, style(), page=A4),
    "wide margins": lambda: letter(12, style(), margin=2 * inch),
    "narrow margins": lambda: letter(12, style(10), margin=0.5 * inch),
    "large letters": lambda: letter(14, style(16)),
    "numbered pages": lambda: letter(12, style(), number=True),
    "sidebar": beside,
    "letterhead": headed,
    "over the page": broken,
    "list": listed,
    "second page": lambda: pdf([Paragraph("Title of the paper", style()), PageBreak(),
                                                *(Paragraph(text, style(spacing=2.3)) for text in WHOLE)]),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_printed_letters_come_in(name):
    """Each layout gives the two paragraphs of the body, each whole, in order, and loses no word."""
    text = read_document(PRINTED[name](), "x.pdf").text
    assert [part for part in text.split("\n\n") if len(part) > 150] == BODY
    assert [word for word in words(" ".join(WHOLE)) if word not in words(text)] == []
    assert text.index(GREETING) < text.index(FIRST[:30]) < text.index(SECOND[:30]) < text.index(CLOSING)


def word(build):
    """Return a .docx that ``build`` wrote into."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _plain(document):
    for text in WHOLE:
        document.add_paragraph(text)


def _gaps(document):
    for text in (GREETING, "", FIRST, "", SECOND, "", CLOSING, "", *SIGNATURE):
        document.add_paragraph(text)


def _room_to_sign(document):
    for text in (GREETING, FIRST, SECOND, CLOSING, "", "", "", *SIGNATURE):
        document.add_paragraph(text)


def _title_page(document):
    for text in ("", "", "My Paper", "Dara Whitlow", "", GREETING, FIRST, SECOND, CLOSING, *SIGNATURE):
        document.add_paragraph(text)


def _double(document):
    for text in WHOLE:
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.DOUBLE
        paragraph.paragraph_format.first_line_indent = Inches(0.5)
        paragraph.paragraph_format.space_after = Pt(0)


def _layout_table(document):
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = GREETING
    for text in (FIRST, SECOND, CLOSING, *SIGNATURE):
        cell.add_paragraph(text)


def _memo(document):
    table = document.add_table(3, 2)
    for row, (label, value) in zip(
        table.rows, (("To:", "Kim"), ("From:", "Dara"), ("Subject:", "A home")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = label, value
    _plain(document)


def _headed(document):
    document.sections[0].header.paragraphs[0].text = "Maple Bridge, 12 Mill Road"
    document.sections[0].footer.paragraphs[0].text = "Page"
    _plain(document)


def _lines(document):
    for text in (GREETING, FIRST, SECOND, CLOSING, "\n".join(SIGNATURE)):
        document.add_paragraph(text)


def _listed(document):
    document.add_paragraph(GREETING)
    document.add_paragraph(FIRST)
    for text in ("pay stubs", "references"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph(SECOND)


WRITTEN = {
    "plain": _plain, "gaps": _gaps, "room to sign": _room_to_sign, "title page": _title_page, "double": _double,
    "layout table": _layout_table, "memo": _memo, "header": _headed, "line breaks": _lines, "list": _listed,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_word_letters_come_in(name):
    """Each way to write a letter in Word gives the two paragraphs of the body between the others."""
    found = read_document(word(WRITTEN[name]), "x.docx")
    parts = found.text.split("\n\n")
    assert [part for part in parts if len(part) > 150] == BODY
    assert parts[parts.index(FIRST) - 1] == GREETING
    if name == "header":
        assert any("Maple Bridge, 12 Mill Road" in notice for notice in found.notices)
    if name == "list":
        assert "1. pay stubs\n2. references" in parts


def open_text(build):
    """Return an .odt that ``build`` wrote into."""
    document = odfdo.Document("text")
    document.body.clear()
    build(document.body)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _open_plain(body):
    for text in WHOLE:
        body.append(odfdo.Paragraph(text))


def _open_gaps(body):
    for text in (GREETING, "", FIRST, "", SECOND, "", CLOSING, "", *SIGNATURE):
        body.append(odfdo.Paragraph(text))


def _open_list(body):
    body.append(odfdo.Header(1, "My letter"))
    body.append(odfdo.Paragraph(FIRST))
    body.append(odfdo.List(["pay stubs", "references"]))
    body.append(odfdo.Paragraph(SECOND))


def _open_table(body):
    table = odfdo.Table("Head", width=2, height=2)
    for row, (label, value) in enumerate((("To:", "Kim"), ("Subject:", "A home"))):
        table.set_value((0, row), label)
        table.set_value((1, row), value)
    body.append(table)
    _open_plain(body)


OPEN = {"plain": _open_plain, "gaps": _open_gaps, "list": _open_list, "table": _open_table}


@pytest.mark.parametrize("name", sorted(OPEN))
def test_open_documents_come_in(name):
    """OpenDocument texts give the same paragraphs as Word's."""
    parts = read_document(open_text(OPEN[name]), "x.odt").text.split("\n\n")
    assert [part for part in parts if len(part) > 150] == BODY
    assert ("- pay stubs\n- references" in parts) is (name == "list")
    assert ("To: Kim\nSubject: A home" in parts) is (name == "table")


def mailed(text, **how):
    """Return a saved email with this body."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Request to meet about a home"
    message.set_content(text, **how)
    return bytes(message)


PLAIN = "\n\n".join([GREETING, FIRST, SECOND, "\n".join([CLOSING, *SIGNATURE])])
DIVS = "".join(f"<div>{text or '<br>'}</div>" for text in (GREETING, "", FIRST, "", SECOND, "", CLOSING, *SIGNATURE))
MAILS = {
    "quoted-printable": lambda: mailed(PLAIN, cte="quoted-printable"),
    "base64": lambda: mailed(PLAIN, cte="base64"),
    "windows-1252": lambda: mailed(PLAIN, charset="windows-1252"),
    "latin-1": lambda: mailed(PLAIN, charset="iso-8859-1"),
    "paragraphs": lambda: mailed("".join(f"<p>{text}</p>" for text in WHOLE), subtype="html"),
    "divisions": lambda: mailed(DIVS, subtype="html"),
    "breaks": lambda: mailed("<br><br>".join(WHOLE), subtype="html"),
    "table": lambda: mailed(
        f"<table><tr><td>{''.join(f'<p>{text}</p>' for text in WHOLE)}</td></tr></table>", subtype="html"
    ),
    "outlook": lambda: mailed(
        "".join(f'<p class="MsoNormal">{text}<o:p></o:p></p><p class="MsoNormal">&nbsp;</p>' for text in WHOLE),
        subtype="html",
    ),
}


@pytest.mark.parametrize("name", sorted(MAILS))
def test_emails_come_in(name):
    """Each way to encode or mark up a mail gives the two paragraphs of the body."""
    found = read_document(MAILS[name](), "x.eml")
    assert [part for part in found.text.split("\n\n") if len(part) > 150] == BODY
    assert found.text.startswith(f"{GREETING}\n\n")
    assert found.subject == "Request to meet about a home"


MARKED = {
    "plain": PLAIN,
    "tabs": "\n\n".join(f"\t{text}" for text in WHOLE),
    "emphasis": PLAIN.replace("written consent", "**written** _consent_"),
    "heading": f"# Part 2\n\n{PLAIN}",
    "html": "\n\n".join(f"<p>{text}</p>" for text in WHOLE),
}


@pytest.mark.parametrize("name", sorted(MARKED))
def test_markdown_comes_in(name):
    """Each way to write a letter in Markdown gives the two paragraphs of the body."""
    text = read_document(MARKED[name].encode(), "x.md").text
    assert [part for part in text.split("\n\n") if len(part) > 150] == BODY


GIVEN_OUT = ("assignment_docx", "assignment_pdf", "letter_docx", "email_eml", "report_pdf")


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("key", GIVEN_OUT)
def test_what_is_given_out_comes_in_again(key, kind):
    """Every document of the app that holds the email or letter brings back its two paragraphs and its lines."""
    exporter = next(each for each in exporters() if each.key == key)
    draft = Draft(text=PLAIN, subject="Request to meet about a home", kind=kind)
    work = HandIn(draft=draft, as_of=dt.date(2026, 11, 29), report=Report("", "Too short.", {}, (), (), (), {}, {}))
    found = read_document(exporter.write(work), exporter.file_name, wait_seconds=300)
    parts = found.text.split("\n\n")
    assert [part for part in parts if len(part) > 150] == BODY
    assert "\n".join([CLOSING, *SIGNATURE]) in parts


def test_there_are_forty_documents():
    """The promise of forty documents is kept."""
    assert sum(map(len, (PRINTED, WRITTEN, OPEN, MAILS, MARKED, GIVEN_OUT))) >= 40
