"""Every document is whole, the same bytes each time, and opens elsewhere."""

import csv
import email
import email.policy
import io
import json
import zipfile
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import docx
import openpyxl
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from hartcity.assignment import COURSE, load
from hartcity.exports import Conversation, HandIn, TitlePage, exporters, mailto, standard_title
from hartcity.exports.printable import missing_in_pdf, printable, shown
from hartcity.model import (
    CheckResult,
    CriterionResult,
    Draft,
    Family,
    Finding,
    Kind,
    Level,
    PlannedService,
    PlanReport,
    Report,
    ServicePlan,
    ServiceUser,
    Severity,
    Span,
    State,
)
from tests.exports.conftest import PLAN, TEXT, hand_in_of


pytestmark = pytest.mark.long


BY_KEY = {exporter.key: exporter for exporter in exporters()}
WORD, PDF, EML, TABLE = (
    BY_KEY[key].write for key in ("assignment_docx", "assignment_pdf", "email_eml", "findings_csv")
)


def pdf_text(data):
    """Return the words of a PDF and the number of its pages."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document), len(document)


def pdf_parts(data):
    """Return the addresses that a PDF links to, the names of its fonts that are embedded, and its catalog."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    links, names = [], set()
    for page in PDFPage.create_pages(document):
        annotations = map(resolve1, resolve1(page.annots) or ())
        links += [resolve1(resolve1(each["A"])["URI"]).decode() for each in annotations]
        for font in map(resolve1, resolve1(page.resources["Font"]).values()):
            inner = resolve1(resolve1(font["DescendantFonts"])[0])
            held = resolve1(inner["FontDescriptor"])
            assert "FontFile2" in held or "FontFile3" in held
            names.add(str(held["FontName"].name).split("+")[1])
    return links, names, document.catalog


def test_the_documents_are_found_by_part():
    """The assignment comes first, then the email, then the report; names of files are unique."""
    assert [exporter.part for exporter in exporters()] == ["assignment"] * 2 + ["email"] * 2 + ["report"] * 4
    assert len({exporter.file_name for exporter in exporters()}) == len(exporters())


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_the_same_hand_in_is_the_same_bytes(key, hand_in):
    """No clock and no order of chance reaches a document."""
    assert BY_KEY[key].write(hand_in) == BY_KEY[key].write(hand_in_of())


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_an_empty_hand_in_is_a_document_too(key):
    """A student who has nothing yet gets an empty document and no failure."""
    assert BY_KEY[key].write(HandIn(draft=Draft(text=""), as_of=hand_in_of().as_of))


def test_word_follows_apa(hand_in):
    """Title page, headings, table, hanging indent, link and page number are as APA 7 asks for a student paper."""
    document = docx.Document(io.BytesIO(WORD(hand_in)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[3] == "Service Plan and Advocacy Email"
    assert texts[5:9] == ["Ana López", "Example College", "HS 210", "December 1, 2026"]
    headings = {paragraph.text: paragraph for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"}
    assert list(headings) == ["Part 1: Service Plan", "Part 2: Advocacy Email", "References"]
    title, *others = [paragraph for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before]
    assert title.text == texts[3]
    assert [paragraph.text for paragraph in others] == ["Part 2: Advocacy Email", "References"]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].paragraph_format.line_spacing == 2
    (table,) = document.tables
    assert table.cell(1, 0).text == "Tannery Row Adult Shelter"
    entry = document.paragraphs[-1]
    assert entry.paragraph_format.first_line_indent == -entry.paragraph_format.left_indent
    assert [run.text for run in entry.runs if run.italic] == [
        "Generalist case management: A method of human service delivery"
    ]
    assert "PAGE" in document.sections[0].header._element.xml


def test_a_doi_is_a_working_link():
    """The link's address is the DOI as written, without the sign that ends the sentence."""
    work = hand_in_of(references=("Lee, A. (2020). *Plans*. https://doi.org/10.1000/abc.1",))
    document = docx.Document(io.BytesIO(WORD(work)))
    targets = [link.target_ref for link in document.part.rels.values() if link.is_external]
    assert targets == ["https://doi.org/10.1000/abc.1"]
    assert set(pdf_parts(PDF(work))[0]) == {"https://doi.org/10.1000/abc.1"}


def test_brackets_in_a_doi_stay_and_those_around_it_go():
    """A bracket that the address opened belongs to it; one that the sentence opened does not."""
    entry = "Lee, A. (2020). *Plans* (https://doi.org/10.1000/abc(3)2) and https://doi.org/10.1000/x(1)."
    document = docx.Document(io.BytesIO(WORD(hand_in_of(references=(entry,)))))
    targets = {link.target_ref for link in document.part.rels.values() if link.is_external}
    assert targets == {"https://doi.org/10.1000/abc(3)2", "https://doi.org/10.1000/x(1)"}
    assert document.paragraphs[-1].text == entry.replace("*", "")


def test_the_table_stays_whole_and_dates_are_words():
    """No row is torn by a page's end, the caption stays with its table, and dates are written out."""
    service = PlannedService("Tannery Row Adult Shelter", "overnight bed", start="2026-12-01", review="after a week")
    document = docx.Document(io.BytesIO(WORD(hand_in_of(plan=ServicePlan(services=(service,))))))
    (table,) = document.tables
    assert table.cell(1, 4).text == "December 1, 2026\nto after a week"
    assert all(row._tr.trPr.findall(docx.oxml.ns.qn("w:cantSplit")) for row in table.rows)
    captions = [each for each in document.paragraphs if each.text in {"Table 1", "Services in the Plan"}]
    assert [each.paragraph_format.keep_with_next for each in captions] == [True, True]


def test_findings_in_the_plan_are_reported_too():
    """What was seen in the plan stands in the table and in the report for people."""
    seen = Finding(
        "vague.x", Family.VAGUE, Span(0, 4), "soon", "“soon” names no day.", Severity.ADVICE, field="coordination"
    )
    work = hand_in_of(plan_report=PlanReport(checks=(), findings=(seen,)))
    rows = list(csv.reader(io.StringIO(TABLE(work).decode("utf-8-sig"), newline="")))
    assert ["Plan: finding", "Vague"] in [row[:2] for row in rows]
    assert "names no day" in pdf_text(BY_KEY["report_pdf"].write(work))[0]


def test_the_table_speaks_plainly():
    """Checks, criteria and findings stand by their titles with results in words, and each criterion with its score."""
    finding = Finding("wordy.x", Family.WORDY, Span(7, 13), "Intake", "Long.", Severity.ADVICE)
    report = replace(
        hand_in_of().report,
        criteria=(CriterionResult("professional_communication", Level.NOT_YET, 41.9),),
        checks=(CheckResult("meeting_mode", State.NOT_APPLICABLE), CheckResult("closing", State.NOT_SEEN)),
        findings=(finding,),
    )
    rows = list(csv.reader(io.StringIO(TABLE(hand_in_of(report=report)).decode("utf-8-sig"), newline="")))
    assert [row[:4] for row in rows[:7]] == [
        ["Kind", "Name", "Result", "Score"],
        ["Criterion", "Professional communication", "Not yet", "41"],
        ["Wording", "Clarity", "", "81"],
        ["Wording", "Tone", "", ""],
        ["Check", "Says how to meet", "Does not apply", ""],
        ["Check", "Closes professionally", "Not seen", ""],
        ["Finding", "Wordy", "Advice", ""],
    ]
    assert not any("_" in cell for row in rows for cell in row)


def test_what_a_tutor_said_stands_in_the_report_and_its_table():
    """Comments come with their words, their answers and their state, however long; words that are gone are told."""
    asked = Conversation((("Dr. R", "Which one? " * 900), ("Student", "The first")), words="Intake", span=Span(5, 11))
    settled = Conversation((("Dr. R", "=Well"),), about="Clarity", words="a bed", is_settled=True)
    given = hand_in_of(conversations=(asked, settled))
    text = " ".join(pdf_text(BY_KEY["report_pdf"].write(given))[0].split())
    assert "From your tutor" in text
    assert "“Intake”." in text
    assert "Student: The first" in text
    assert "Clarity: “a bed” (these words are gone from the draft). Settled." in text
    table = csv.reader(io.StringIO(TABLE(given).decode("utf-8-sig"), newline=""))
    rows = [row for row in table if row[0] == "Comment"]
    assert [row[1:7] for row in rows] == [
        ["", "Open", "", "5", "11", "Intake"],
        ["Clarity", "Settled", "", "", "", "a bed"],
    ]
    assert rows[0][7].endswith("Student: The first")


def test_nothing_in_word_tells_the_hour(hand_in):
    """Every part of the package has the same old date, and the properties hold the hand-in's day."""
    data = WORD(hand_in)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(data)).core_properties.created.date() == hand_in.as_of


def test_pdf_says_what_word_says(hand_in):
    """Each paragraph of the Word document stands in the PDF."""
    text, pages = pdf_text(PDF(hand_in))
    assert pages == 4
    flat = " ".join(text.split())
    for paragraph in docx.Document(io.BytesIO(WORD(hand_in))).paragraphs:
        assert " ".join(paragraph.text.split()) in flat


def test_a_letter_has_its_address_blocks_and_date(letter):
    """Sender, date, recipient and subject stand before the words, in this order."""
    text, _ = pdf_text(PDF(letter))
    places = [
        text.index(part)
        for part in (
            "Advocacy Letter",
            "Example College\r\nNovember 22, 2026",
            "300 Tannery Row",
            "Re: Request",
            "Dear",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("title", "kind", "heading"),
    [
        ("Advocacy email", Kind.EMAIL, "Advocacy Email"),
        ("Advocacy email", Kind.LETTER, "Advocacy Letter"),
        ("Referral letter", Kind.EMAIL, "Referral Letter"),
        ("a note to the MHCLG, for Ms. A", Kind.LETTER, "A Note to the MHCLG, for Ms. A"),
    ],
)
def test_the_second_part_is_called_as_its_assignment(title, kind, heading):
    """A referral letter is no advocacy email, on the title page and above the words; a letter is no email."""
    asked = replace(load(COURSE), title=title)
    work = hand_in_of(assignment=asked, draft=Draft(text="Dear Kim,\n\nI write.", kind=kind))
    headings = [one.text for one in docx.Document(io.BytesIO(WORD(work))).paragraphs if one.style.name == "Heading 1"]
    assert f"Part 2: {heading}" in headings
    assert standard_title(title, kind) == f"Service Plan and {heading}"


def test_blocks_that_the_letter_holds_already_do_not_come_twice():
    """A letter that begins with its own addresses is left as it is."""
    own = "Ana López\nExample College\n\nNovember 22, 2026\n\nDear Intake Team,\n\nI write."
    work = hand_in_of(draft=Draft(text=own, kind=Kind.LETTER))
    text, _ = pdf_text(PDF(work))
    part = text[text.index("Advocacy Letter") :]
    assert part.count("November 22, 2026") == 1
    assert part.count("Ana López") == 1


def test_the_email_file_is_a_draft_to_the_recipient(hand_in):
    """A mail program reads subject, recipient and words, and takes it for not sent."""
    message = email.message_from_bytes(EML(hand_in), policy=email.policy.default)
    assert message["Subject"] == "Request to meet about a bed"
    assert message["To"].addresses[0].addr_spec == "tannery-row@example.org"
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n").strip() == TEXT


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_no_words_can_add_a_header(subject, recipient, address):
    """Whatever stands in subject, recipient and address, the email has its own headers alone."""
    work = hand_in_of(
        draft=Draft(text="Dear team,", subject=printable(subject)),
        plan=ServicePlan(email_recipient=printable(recipient)),
        recipient_email=printable(address),
    )
    message = email.message_from_bytes(EML(work), policy=email.policy.default)
    assert set(message.keys()) <= {
        "Subject",
        "To",
        "Date",
        "X-Unsent",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }


def test_the_link_holds_the_whole_email(hand_in):
    """The mail program gets recipient, subject and every line."""
    link = urlsplit(mailto(hand_in))
    assert link.path == "tannery-row@example.org"
    fields = parse_qs(link.query)
    assert fields["subject"] == ["Request to meet about a bed"]
    assert fields["body"] == [TEXT.replace("\n", "\r\n")]
    assert " " not in mailto(hand_in)
    assert mailto(hand_in_of(recipient_email="x@y.org?cc=evil@z.org")).startswith("mailto:?subject=")


def test_the_report_is_given_as_it_is(hand_in):
    """The JSON is the contract's report, the PDF says what was seen and that it is no grade."""
    assert json.loads(BY_KEY["report_json"].write(hand_in)) == hand_in.report_json
    text, _ = pdf_text(BY_KEY["report_pdf"].write(hand_in))
    for words in ("not your grade", "It closes well.", "too short to say", "Harper 2.13.0", "LanguageTool: not used"):
        assert words in text


ANY = st.text(st.characters(exclude_categories=[]), max_size=40)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY, ANY, ANY)
def test_any_words_make_documents(first, second, third):
    """No characters of a student break a document, and XML and PDF stay readable."""
    plan = ServicePlan(
        service_user=ServiceUser(alias=first, needs=(second,)),
        services=(PlannedService(organization=second, service=third, benefit=first),),
        coordination=third,
    )
    work = HandIn(
        draft=Draft(text=second, subject=third), as_of=hand_in_of().as_of, plan=plan, references=(first, third)
    )
    docx.Document(io.BytesIO(WORD(work)))
    assert len(pypdfium2.PdfDocument(PDF(work))) >= 1


def findings_of(texts):
    """Return a hand-in whose report holds a finding for each text."""
    findings = tuple(Finding(text, Family.VAGUE, Span(0, 1), text, text, Severity.ADVICE, text) for text in texts)
    return hand_in_of(report=Report("", None, {}, (), (), findings, {}, {}), plan_report=None)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=5))
def test_no_cell_of_the_table_is_a_formula(texts):
    """Whatever the words are, no cell begins like a formula, and the words come back without the apostrophe."""
    rows = list(csv.reader(io.StringIO(TABLE(findings_of(texts)).decode("utf-8-sig"), newline="")))
    assert len(rows) == len(texts) + 1
    for row in rows:
        assert not any(cell[:1] in CONTROLS or cell.lstrip()[:1] in SIGNS for cell in row if cell)


SIGNS = set("=+-@\uff1d\uff0b\uff0d\uff20")
CONTROLS = set("\t\r\n\x00")
FORMULAS = ("=1+1", "+2", "-3+4", "@SUM(1)", "\t=5", " =6", "=HYPERLINK(1)", "\uff1d7", "'=8", "=cmd|'/C calc'!A0")


def test_libreoffice_opens_them_all(convert, hand_in, letter, tmp_path):
    """LibreOffice opens the Word documents with all pages and words, and the table without a single formula."""
    files = {
        "email.docx": WORD(hand_in),
        "letter.docx": WORD(letter),
        "empty.docx": WORD(HandIn(draft=Draft(text=""), as_of=hand_in.as_of)),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    folder = convert([tmp_path / name for name in files], "pdf")
    for name, least in (("email", 4), ("letter", 4), ("empty", 1)):
        text, pages = pdf_text((folder / f"{name}.pdf").read_bytes())
        assert pages >= least, name
    text, _ = pdf_text((folder / "email.pdf").read_bytes())
    for words in ("Part 1: Service Plan", "Bus fare of $2.", "Sincerely,", "Cengage Learning."):
        assert words in text

    (tmp_path / "findings.csv").write_bytes(TABLE(findings_of(FORMULAS)))
    book = openpyxl.load_workbook(convert([tmp_path / "findings.csv"], "xlsx") / "findings.xlsx")
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 5 * len(FORMULAS)
    assert not [cell.value for cell in cells if cell.data_type == "f"]


NAMES = (
    "Nguy\u1ec5n \u0141ukasz Jos\u00e9 \u03a0\u03b1\u03c0\u03c0\u03ac\u03c2",
    "\u0428\u0435\u0432\u0447\u0435\u043d\u043a\u043e",
    "\u0645\u0631\u062d\u0628\u0627 \u0639\u0628\u062f \u0627\u0644\u0644\u0647",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f",
    "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e04\u0e23\u0e31\u0e1a",
    "\u9648\u5148\u751f",
    "\u65e5\u672c\u8a9e\u306e\u540d\u524d",
    "\ud55c\uad6d\uc5b4",
    "\u1230\u120b\u121d",
    "\u1781\u17d2\u1798\u17c2\u179a",
    "\u1019\u103c\u1014\u103a\u1019\u102c",
    "\u09ac\u09be\u0982\u09b2\u09be",
    "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd",
    "\u0540\u0561\u0575\u0565\u0580\u0565\u0576",
    "\u10e5\u10d0\u10e0\u10d7\u10e3\u10da\u10d8",
)


def test_letters_that_a_pdf_cannot_show_are_known():
    """Names of many languages stay as they are in a PDF, and what no font holds can be told beforehand."""
    for name in NAMES:
        assert (shown(name), missing_in_pdf(name)) == (name, "")
    assert missing_in_pdf("Jos\u00e9 \u201cx\u201d \U00012000") == "\U00012000"
    assert missing_in_pdf(TEXT + PLAN.coordination) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_carries_its_letters(name):
    """A name in any script stands in every PDF as it was typed, in fonts that the file brings along."""
    work = hand_in_of(title_page=TitlePage(author=name), draft=Draft(text=f"Dear Kim,\n\nI am {name}."))
    for key in ("assignment_pdf", "report_pdf"):
        data = BY_KEY[key].write(work)
        document = pypdfium2.PdfDocument(data)
        assert document.get_metadata_value("Author") == name
        assert all(font.startswith("Noto") for font in pdf_parts(data)[1])
        assert "?" not in pdf_text(data)[0].replace("shorter?", "")


def test_a_pdf_is_tagged_and_has_bookmarks(hand_in):
    """A screen reader hears headings, tables and the language, and the reader's list of contents has every heading."""
    data = PDF(hand_in)
    catalog = pdf_parts(data)[2]
    assert resolve1(catalog["MarkInfo"])["Marked"]
    assert "StructTreeRoot" in catalog
    assert resolve1(catalog["Lang"]) == b"en-US"
    assert b"pdfuaid" in resolve1(catalog["Metadata"]).get_data()
    titles = [entry.get_title() for entry in pypdfium2.PdfDocument(data).get_toc()]
    assert [title for title in titles if title.startswith("Part")] == ["Part 1: Service Plan", "Part 2: Advocacy Email"]
    assert {"Services", "Coordination of Services", "References"} <= {*titles}


def test_words_that_run_to_the_left_begin_at_the_right():
    """A paragraph in Arabic stands at the right margin, and one in English at the left."""
    text = "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645"
    document = pypdfium2.PdfDocument(PDF(hand_in_of(draft=Draft(text=f"Dear Kim,\n\n{text}"))))
    for page in document:
        found = page.get_textpage()
        words = found.get_text_range()
        if "Dear Kim" in words:
            boxes = [found.get_rect(place) for place in range(found.count_rects())]
            assert min(box[0] for box in boxes) < 73
            assert max(box[2] for box in boxes if box[3] < 650) > 535
            return
    pytest.fail("The email stands on no page.")


def test_long_words_and_addresses_are_broken():
    """Nothing reaches beyond the margins of a page."""
    address = "https://www.northgate.example/" + "programs/rapid-rehousing/" * 12 + "index.html"
    work = hand_in_of(references=(f"Lee, A. (2020). *Plans*. {address}",), draft=Draft(text="a" * 400))
    for page in pypdfium2.PdfDocument(PDF(work)):
        found = page.get_textpage()
        assert all(found.get_rect(place)[2] < 612 - 65 for place in range(found.count_rects()))
    assert set(pdf_parts(PDF(work))[0]) == {address}


def test_a_tower_of_marks_keeps_its_first():
    """Thousands of marks on one letter would hold a writer of PDFs up for minutes; a real letter keeps all of its."""
    assert shown("e" + "\u0301" * 5000 + "x") == "e" + "\u0301" * 8 + "x"


def test_the_report_quotes_the_words_that_it_is_about():
    """A tutor reads criteria by their titles, the writer's words beside what was seen, questions, and the draft."""
    start = TEXT.index("Thank you.")
    report = Report(
        id="",
        refused=None,
        scores={"tone": 70.4},
        criteria=(CriterionResult("professional_communication", Level.PARTLY, 61.0),),
        checks=(
            CheckResult("gratitude", State.MET, (Span(start, start + 10),), "You thank the reader."),
            CheckResult("meeting_request", State.NOT_SEEN, reason="No meeting is asked for.", question="When?"),
        ),
        findings=(),
        metrics={},
        engines={"harper": "2.13.0"},
    )
    text = " ".join(pdf_text(BY_KEY["report_pdf"].write(hand_in_of(report=report)))[0].split())
    title = next(each.title for each in load("advocacy-email").criteria if each.id == "professional_communication")
    for words in (
        f"{title} partly 61",
        "\u201cThank you.\u201d",
        "When?",
        "Tone 70",
        "I write for a man",
        "Ana L\u00f3pez",
        "Harper 2.13.0",
    ):
        assert words in text


def test_the_report_quotes_no_harmful_words_as_what_a_draft_does():
    """What bears such a finding is left out beside a check that is met, and the next evidence is quoted."""
    text = "Dear Team,\n\nShe suffers from nerves. She cooks on Mondays.\n\nThank you."
    first, second = (Span(text.index(said), text.index(said) + len(said)) for said in ("She suffers from", "She cooks"))
    found = Finding("stigmatizing.x", Family.STIGMATIZING, Span(first.end - 4, first.end), "from", "", Severity.ADVICE)
    report = replace(hand_in_of().report, findings=(found,))
    for state, quotes in ((State.MET, False), (State.PARTLY, True)):
        seen = replace(report, checks=(CheckResult("gratitude", state, (first, second)),))
        told, _ = pdf_text(BY_KEY["report_pdf"].write(hand_in_of(report=seen, draft=Draft(text=text))))
        assert ("\u201cShe suffers from\u201d" in " ".join(told.split())) is quotes
        assert "\u201cShe cooks\u201d" in told


def test_the_report_calls_criteria_as_its_assignment_does():
    """A tutor's own criterion stands in the report by the title that the tutor gave it."""
    own = replace(load(COURSE).criteria[0], id="first_contact", title="Opens a door")
    asked = replace(load(COURSE), criteria=(own,))
    report = replace(hand_in_of().report, criteria=(CriterionResult("first_contact", Level.MET, 90.0),))
    text, _ = pdf_text(BY_KEY["report_pdf"].write(hand_in_of(report=report, assignment=asked)))
    assert "Opens a door met 90" in " ".join(text.split())


def test_the_title_stands_again_above_the_text():
    """APA 7 repeats the title on the first page of text, and calls each table out before it stands."""
    text, _ = pdf_text(BY_KEY["assignment_pdf"].write(hand_in_of()))
    assert text.count(TitlePage().title) == 2
    assert text.index("Table 1 shows") < text.index("Services in the Plan")


def test_an_email_file_says_whom_it_is_from():
    """The sender's own address is the From of the file; without one the mail program puts in its own."""
    sender = ("Sam Otis", "sam.otis@fairview.example")
    message = email.message_from_bytes(
        BY_KEY["email_eml"].write(hand_in_of(sender=sender)), policy=email.policy.default
    )
    assert message["From"].addresses[0].addr_spec == "sam.otis@fairview.example"


def test_a_letter_alone_is_a_word_document():
    """The words alone, without title page, page numbers or plan."""
    document = docx.Document(io.BytesIO(BY_KEY["letter_docx"].write(hand_in_of())))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Sincerely," in text
    assert "Part 1" not in text
    assert TitlePage().title not in text
