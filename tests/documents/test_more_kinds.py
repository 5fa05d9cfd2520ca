"""Further faults of ordinary documents, each by its kind: the words that must come out, and what must be named."""

import base64
import io
import textwrap
import zipfile

import pytest

from hartcity.documents import read_document
from hartcity.files import RefusedFileError
from tests.documents.test_kinds import FIRST, OWN, SECOND, THEIRS, html_mail


LETTER = f"Dear Intake Team,\n\n{FIRST}\n\n{SECOND}"
WORDS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def mail(head, body=LETTER):
    """Return a saved email with these headers of its body."""
    return f"From: d@m.example\nSubject: A home\nMIME-Version: 1.0\n{head}\n\n{body}".replace("\n", "\r\n").encode()


def parted(head, boundary):
    """Return a saved email of one part between these boundaries."""
    return mail(f"Content-Type: {head}", f"--{boundary}\nContent-Type: text/plain\n\n{LETTER}\n--{boundary}--\n")


def word(body, **parts):
    """Return a .docx of this body and these further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {WORDS}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text.replace(">", f" {WORDS}>", 1))
    return out.getvalue()


def paragraph(text, properties=""):
    """Return a paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("head", "boundary"),
    [
        ("multipart/mixed; boundary = =_x", "=_x"),
        ("multipart/mixed; boundary='b1'", "b1"),
        ("multipart/alternative", "=_x"),
        ("multipart/alternative; boundary=abc", "xyz"),
    ],
)
def test_a_boundary_that_is_told_wrongly_hides_nothing(head, boundary):
    """The parts are found by the boundary that stands between them."""
    assert read_document(parted(head, boundary), "x.eml").text == LETTER


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("Content-Transfer-Encoding: quoted-printable ; x", "caf=C3=A9", "caf\u00e9"),
        ("Content-Transfer-Encoding: base64", base64.b64encode(LETTER.encode()).decode().rstrip("="), LETTER),
        (
            "Content-Transfer-Encoding: base64",
            base64.b64encode(LETTER.encode()).decode().rstrip("=") + "\n-- \nThe list",
            f"{LETTER}\n\n--\nThe list",
        ),
        ("Content-Type: text/markdown; charset=utf-8", LETTER, LETTER),
        ("Content-Type: text/plain; charset=windows-1252", "caf\u00e9 \u2019s", "caf\u00e9 \u2019s"),
        ("Content-Type: text/plain", f"{FIRST}\n\n>From here on we plan.", f"{FIRST}\n\nFrom here on we plan."),
    ],
)
def test_words_are_unpacked_whatever_the_mail_calls_them(head, body, expected):
    """A word too many behind the encoding, a cut end, a list's words below and another charset hide no words."""
    assert read_document(mail(head, body), "x.eml").text == expected


def test_a_long_address_does_not_hide_that_a_mail_was_folded():
    """Lines end for want of room though one that has no room between words is longer."""
    address = f"https://www.north.example/{'a-long-way/' * 8}"
    folded = "\n\n".join([textwrap.fill(FIRST, 72), address, textwrap.fill(SECOND, 72)])
    found = read_document(mail("Content-Type: text/plain", f"{folded}\n\n> {'Another line. ' * 8}"), "x.eml")
    assert found.text == f"{FIRST}\n\n{address}\n\n{SECOND}"


def test_a_subject_is_read_in_the_encoding_that_programs_mean():
    """Windows-1252 under another encoding's name gives quotation marks, in the subject too."""
    data = mail("Content-Type: text/plain").replace(b"A home", b"=?iso-8859-1?Q?her=92s?=")
    assert read_document(data, "x.eml").subject == "her\u2019s"


def test_an_email_with_an_attachment_alone_is_no_empty_draft():
    """What is attached is named, and no empty draft is offered."""
    data = mail("Content-Type: application/pdf; name=letter.pdf", "x")
    with pytest.raises(RefusedFileError, match=r"only an attachment: letter\.pdf"):
        read_document(data, "x.eml")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<div style='white-space: pre-wrap'>{LETTER}</div>", LETTER),
        (f"<span style='white-space:pre-line'>{LETTER}</span>", LETTER),
        ("<a style='display:block'>One</a><span style='display: block'>Two</span>", "One\n\nTwo"),
        (f"<table><tr><td><table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table></td></tr></table>",
         f"{FIRST}\n\n{SECOND}"),
        (f"<table>{FIRST}<tr><td>{SECOND}</td></tr></table>", f"{FIRST}\n\n{SECOND}"),
        (f"<ol start=3><li>one<li value=7>two</ol>{FIRST}", f"3. one\n7. two\n\n{FIRST}"),
        ("<p>It</p><div>\u2022 pay stubs</div><div>\u2022 forms</div>", "It\n\n\u2022 pay stubs\n\u2022 forms"),
    ],
)  # fmt: skip
def test_pages_keep_the_lines_that_they_show(html, expected):
    """Lines kept by a style, blocks by a style, tables for layout and words beside cells."""
    assert read_document(html_mail(html), "x.eml").text == expected


@pytest.mark.parametrize(
    ("text", "expected", "named"),
    [
        (f"+++\ntitle = 'x'\n+++\n\n{LETTER}", LETTER, "title"),
        (f'---\n"title": x\nkey.with.dot: 2\n---\n{LETTER}', LETTER, "key.with.dot"),
        (f"<div>\n{LETTER}", LETTER, ""),
        (f"<![CDATA[{FIRST}]]>", FIRST, ""),
        (f"{FIRST}\n\n<script>alert(1)</script>\n\n{SECOND}", f"{FIRST}\n\n{SECOND}", "1 script was left out"),
    ],
)
def test_markdown_names_what_is_no_word_and_keeps_what_is(text, expected, named):
    """Heads of any kind are named; an unclosed tag and what only looks like one take no words away."""
    found = read_document(text.encode(), "x.md")
    assert found.text == expected
    assert any(named in notice for notice in found.notices) or not named


FOREIGN = {
    "Finnish": "ma 2. maalisk. 2026 klo 16.05 Kim (kim@north.example) kirjoitti:",
    "Czech": "po 2. 3. 2026 v 16:05 odes\u00edlatel Kim <kim@north.example> napsal:",
    "Hungarian": "Kim <kim@north.example> ezt \u00edrta (id\u0151pont: 2026. m\u00e1rc. 2., H, 16:05):",
    "Turkish": "Kim <kim@north.example>, 2 Mar 2026 Pzt, 16:05 tarihinde \u015funu yazd\u0131:",
    "Turkish Outlook": "Kimden: Kim\nG\u00f6nderildi: 2 Mart 2026 Pazartesi 16:05\nKime: Dara\nKonu: x",
    "Japanese": "2026\u5e743\u67082\u65e5(\u6708) 16:05 Kim <kim@north.example>:",
    "Persian": "\u062f\u0631 \u062a\u0627\u0631\u06cc\u062e \u06f2 \u0645\u0627\u0631\u0633 \u06f2\u06f0\u06f2\u06f6\u060c \u06f1\u06f6:\u06f0\u06f5 Kim <kim@north.example> \u0646\u0648\u0634\u062a:",  # noqa: E501
    "a language of no list": "Kim <kim@north.example> \u10d3\u10d0\u10ec\u10d4\u10e0\u10d0 2026-03-02 16:05:",
    "Lotus": "Kim/Northgate wrote on 03/02/2026 04:05:11 PM:",
    "date first": "Date: Mon, 2 Mar 2026 16:05:11 -0500\nFrom: kim@north.example\nTo: d@m.example\nSubject: x",
    "labels apart": "From: Kim\n\nSent: Monday, March 2, 2026 4:05 PM\n\nTo: Dara\n\nSubject: x",
    "help desk": "##- Please type your reply above this line -##",
}


@pytest.mark.parametrize("name", sorted(FOREIGN))
def test_the_message_that_is_answered_is_known_in_further_languages(name):
    """An address in brackets and a time tell an answered message in any language; labels may come in any order."""
    found = read_document(f"{OWN}\n\n{FOREIGN[name]}\n\n{THEIRS}".encode(), "x.txt")
    assert (found.text, found.quoted) == (OWN, f"{FOREIGN[name]}\n\n{THEIRS}")


@pytest.mark.parametrize(
    "sentence",
    [
        "On March 2, 2026, at our first visit, the mother wrote:",
        "I wrote to Kim (kim@north.example) at 4:05 p.m. on March 2, 2026 and asked:",
        "Please send the forms to Kim (kim@north.example) by 4:05 p.m.:",
        "From: the shelter\nTo: her job\nBy: bus, 20 minutes",
        "To: Northgate\nFrom: Dara\nDate: March 2, 2026\nTime: 10:30\nSubject: A home",
    ],
)
def test_what_a_writer_tells_is_no_answered_message(sentence):
    """A sentence of one's own that leads to what another person said takes no words away."""
    text = f"Dear Team,\n\n{FIRST}\n\n{sentence}\n\n\u201cI want to keep my job.\u201d\n\n{SECOND}"
    assert read_document(text.encode(), "x.txt").quoted == ""


NUMBERED = (
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)


def item(text, number, level=0):
    """Return an item of a list of Word."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_items_are_counted_as_word_counts_them():
    """A list begins where it is told to, and letters count where letters are set."""
    body = item("one", 1) + item("sub", 1, 1) + item("two", 1) + paragraph(FIRST) + item("anew", 2)
    assert read_document(word(body, numbering=NUMBERED), "x.docx").text.split("\n\n") == [
        "3. one\n  a. sub\n4. two",
        FIRST,
        "1. anew",
    ]


def test_a_level_without_a_number_is_no_list():
    """Only a number makes a list item."""
    body = paragraph(FIRST, '<w:numPr><w:ilvl w:val="0"/></w:numPr>') + paragraph(SECOND)
    assert read_document(word(body), "x.docx").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("mark", ["\u2022 ", "- ", "1. ", "(2) "])
def test_typed_items_are_one_list(mark):
    """Items whose marks were typed stand together as a list does."""
    body = "".join(map(paragraph, (FIRST, f"{mark}pay stubs", f"{mark}forms", SECOND)))
    assert read_document(word(body), "x.docx").text == f"{FIRST}\n\n{mark}pay stubs\n{mark}forms\n\n{SECOND}"


def test_words_for_older_programs_are_read_once():
    """Where a newer program draws, the older one's words are taken; where both show them, they come once."""
    older = f"<mc:Fallback><w:r><w:t>{FIRST}</w:t></w:r></mc:Fallback>"
    newer = f'<mc:Choice Requires="x"><w:r><w:t>{FIRST}</w:t></w:r></mc:Choice>'
    drawn = '<mc:Choice Requires="x"><w:r><w:drawing/></w:r></mc:Choice>'
    for choice in (newer, drawn):
        body = f"<w:p><mc:AlternateContent>{choice}{older}</mc:AlternateContent></w:p>{paragraph(SECOND)}"
        header = f"<w:hdr><w:p><mc:AlternateContent>{choice}{older}</mc:AlternateContent></w:p></w:hdr>"
        found = read_document(word(body, header1=header), "x.docx")
        assert found.text == f"{FIRST}\n\n{SECOND}"
        assert found.notices[0].count(FIRST[:40]) == 1


def test_an_accent_behind_its_letter_joins_it():
    """What a program wrote as two signs is one letter, as dictionaries have it."""
    assert read_document("cafe\u0301 Nguye\u0302\u0303n".encode(), "x.txt").text == "caf\u00e9 Nguy\u1ec5n"


SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
COUNTED = '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>'
MIXED = (
    '<text:list-style style:name="N"><text:list-level-style-bullet text:level="1"/>'
    '<text:list-level-style-number text:level="2"/></text:list-style>'
)
UNMARKED = COUNTED.replace('text:level="1"', 'text:level="1" style:num-format=""')


def content(body, styles=""):
    """Return the content of an OpenDocument text."""
    return (
        f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def listed(*items, attributes="", first=""):
    """Return a list of OpenDocument."""
    inner = "".join(
        f"<text:list-item {first if not at else ''}><text:p>{text}</text:p></text:list-item>"
        for at, text in enumerate(items)
    )
    return f'<text:list text:style-name="N" {attributes}>{inner}</text:list>'


@pytest.mark.parametrize(
    ("body", "styles", "expected"),
    [
        (listed("one", "two", first='text:start-value="3"'), COUNTED, "3. one\n4. two"),
        (f"{listed('one')}<text:p>{FIRST}</text:p>" + listed("two", attributes='text:continue-numbering="true"'),
         COUNTED, f"1. one\n\n{FIRST}\n\n2. two"),
        (listed("one", "two"), MIXED, "- one\n- two"),
        (listed(FIRST, SECOND), UNMARKED, f"{FIRST}\n\n{SECOND}"),
        ('<text:list text:style-name="N"><text:list-item><text:h>Part 2</text:h></text:list-item></text:list>'
         f"<text:p>{FIRST}</text:p>", COUNTED, f"Part 2\n\n{FIRST}"),
        ("<text:p><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>c</text:p>",
         "", "ac"),
        (f"<text:p><draw:frame><svg:desc>said aloud</svg:desc></draw:frame>{FIRST}</text:p>", "", FIRST),
    ],
)  # fmt: skip
def test_lists_of_open_documents_are_those_that_they_show(body, styles, expected):
    """Numbers, signs and headings come as they are shown, and what is no word of the text stays out."""
    assert read_document(content(body, styles).encode(), "x.fodt").text == expected


def test_notes_of_open_documents_are_quoted():
    """The words of footnotes and comments are told, as for Word, and so are all heads of pages."""
    inner = "<text:note-citation>1</text:note-citation><text:note-body><text:p>Seen.</text:p></text:note-body>"
    note = f"<text:note>{inner}</text:note>"
    remark = "<office:annotation><text:p>Say more?</text:p></office:annotation>"
    heads = "".join(f"<style:header><text:p>{text}</text:p></style:header>" for text in ("Maple Bridge", "First page"))
    found = read_document(content(f"<text:p>{FIRST}{note}{remark}</text:p>", heads).encode(), "x.fodt")
    assert found.text == FIRST
    for words in ("Seen.", "Say more?", "Maple Bridge", "First page"):
        assert any(f"\u201c{words}\u201d" in notice for notice in found.notices)


def test_a_file_of_a_program_is_no_text():
    """XML that is no document is never taken for a draft."""
    with pytest.raises(RefusedFileError, match="for programs"):
        read_document(b"<?xml version='1.0'?><data><word>Dear</word></data>", "x.txt")


def test_a_saved_mail_is_known_by_its_head():
    """An email that was saved as text is read as the email that it is."""
    data = mail("Content-Transfer-Encoding: quoted-printable", "caf=C3=A9")
    found = read_document(data, "x.txt")
    assert (found.text, found.subject) == ("caf\u00e9", "A home")
    own = read_document(f"From: Dara\nSubject: A home\n\n{LETTER}".encode(), "x.txt")
    assert own.text.startswith("From: Dara")
