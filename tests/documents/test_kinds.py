"""Faults that ordinary documents showed, each with its kind: the words and paragraphs that must come out."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from hartcity.documents import read_document
from hartcity.files import RefusedFileError


CASES = Path(__file__).parent / "cases"
FIRST = (
    "I am an intern at Maple Bridge Family Center, and I write, with her consent, for a mother of two who needs a safe "
    "home near her work."
)
SECOND = (
    "Could we meet by phone on Monday at 10 or Tuesday at 2? I will bring the forms that we filled in together, and I "
    "thank you for your time."
)
FIRST_LONG = (
    f"{FIRST} She works full time, has saved for a deposit and hopes that both children can stay in their school."
)
SECOND_LONG = f"{SECOND} We could then plan the next steps together, with her, before the lease ends in June."
LIST = "- pay stubs\n- references"


def read(name):
    """Return what is read of a file among the cases."""
    return read_document((CASES / name).read_bytes(), name)


@pytest.mark.parametrize(
    "name",
    ["double_spaced_apa.pdf", "one_and_a_half.pdf", "double_24.pdf", "page_break.pdf", "indent_no_gap.pdf"],
)
def test_a_printed_paragraph_is_one_paragraph(name):
    """Line spacing, first-line indents and the end of a page neither divide a paragraph nor join two."""
    assert [part for part in read(name).text.split("\n\n") if len(part) > 60] == [FIRST_LONG, SECOND_LONG]


def test_short_printed_lines_stay_lines():
    """A letterhead, a list and a signature keep their lines, since each left room for the next word."""
    text = read("short_lines.pdf").text
    for lines in (
        "Maple Bridge Family Center\n12 Mill Road, Suite 4\nHarbor Valley, OH 44000\nTel 555-013-0100",
        "- pay stubs from May\n- a landlord's letter\n- the signed release\n- a photo ID",
        "Dara Whitlow\nIntern, Maple Bridge\n555-013-0142\nd@maple.example",
    ):
        assert lines in text.split("\n\n")


def test_a_letterhead_is_read_before_the_greeting():
    """Blocks beside each other at the head of a page are read one after the other, above what stands below them."""
    parts = read("letterhead_right.pdf").text.split("\n\n")
    assert parts[:3] == [
        "Maple Bridge Family Center\n12 Mill Road\nHarbor Valley, OH 44000",
        "Tel 555-013-0100\nFax 555-013-0101\nwww.maplebridge.example",
        "Dear Ms. Okonjo-Bell,",
    ]
    assert [part[:20] for part in parts if len(part) > 100] == ["My name is Dara Whit", "I know how carefully"]


@pytest.mark.parametrize("name", ["indent_tab.md", "indent_four.md", "div_block.md"])
def test_no_paragraph_of_markdown_is_lost(name):
    """Indented paragraphs are paragraphs and no programs; words in HTML stay."""
    assert read(name).text.split("\n\n")[:3] == ["Dear Intake Team,", FIRST, SECOND]


@pytest.mark.parametrize(("name", "items"), [("list.md", LIST), ("numbered.md", "1. pay stubs\n2. references")])
def test_lists_of_markdown_stay_lists(name, items):
    """The items of a list are lines with their mark."""
    assert items in read(name).text.split("\n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sincerely,<br>Dara<br/>Intern", "Sincerely,\nDara\nIntern"),
        ("The <insert agency> asked, and <Your Name> wrote on <time>.", None),
        ("[Phone]: 555-013-0142\n\nCall me.", None),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("Words<!-- a remark -->on", "Wordson"),
        ("| To | Kim |\n|--|--|\n| From: | Dara |", "To\tKim\nFrom: Dara"),
        ("1 < 2 & 3 > 2", None),
        ("# Title\nText\\\nnext", "Title\n\nText\nnext"),
        ("> Their words\n\nMine here", "Mine here"),
        ("```\nDear Team,\n\nI write.\n```", "Dear Team,\n\nI write."),
    ],
)
def test_words_of_markdown_stay(text, expected):
    """What is no markup stays as it stands; what is becomes lines and paragraphs."""
    assert read_document(text.encode(), "x.md").text == (text if expected is None else expected)


def test_the_head_of_a_markdown_file_is_named():
    """Front matter is no part of the draft; its subject is, and the rest is named."""
    found = read_document(b"---\ntitle: Letter\nsubject: A request to meet\n---\n\nDear Team,", "x.md")
    assert (found.text, found.subject) == ("Dear Team,", "A request to meet")
    assert "title, subject" in found.notices[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p_then_text.eml", [f"{FIRST}\n\n{SECOND}"]),
        ("ul_then_text.eml", [LIST, f"\n\n{SECOND}"]),
        ("td_signature.eml", ["Dara Whitlow\tSocial Work Intern\n555-013-0142\td@maple.example"]),
        ("h4.eml", ["Center\n\nDear Intake Team,"]),
        ("pre.eml", [f"Dear Intake Team,\n\n{FIRST}\n\n{SECOND}"]),
        ("boundary_outlook.eml", ["Dear Intake Team,\n\nI write for a mother of two."]),
        ("boundary_eq.eml", ["Dear Intake Team,\n\nI write for a mother of two."]),
        ("flowed_delsp.eml", ["rapid-rehousing/application/2026 today.\n\nFrom here on"]),
        ("latin1_really_cp1252.eml", ["The client\u2019s letter says \u201cyes\u201d."]),
    ],
)
def test_emails_keep_their_words_apart(name, expected):
    """No word is glued to another or lost, whatever a mail program wrote."""
    text = read(name).text
    for part in expected:
        assert part in text


def html_mail(html):
    """Return a saved email with this page as its body."""
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content(html, subtype="html")
    return bytes(message)


@pytest.mark.parametrize("tag", "p h1 h4 h6 ul ol table blockquote pre section article header footer dl center".split())
def test_a_block_of_a_page_stands_apart(tag):
    """After the end of any block the next words begin a line of their own."""
    inner = {"ul": "<li>one</li>", "ol": "<li>one</li>", "table": "<tr><td>one</td></tr>", "dl": "<dt>one</dt>"}
    found = read_document(html_mail(f"before<{tag}>{inner.get(tag, 'one')}</{tag}>after"), "x.eml")
    assert [line.removeprefix("- ").removeprefix("1. ") for line in found.text.split("\n") if line] == [
        "before",
        "one",
        "after",
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>Dear Kim,</div><div><br></div><div>I write.</div><div><br></div><div>Sam</div><div>Intern</div>",
         "Dear Kim,\n\nI write.\n\nSam\nIntern"),
        (f"<div>Dear Kim,</div><div>{FIRST}</div><div>{SECOND}</div>", f"Dear Kim,\n\n{FIRST}\n\n{SECOND}"),
        ('<p class="MsoNormal">Dear Kim,</p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Sam</p>'
         '<p class="MsoNormal">Intern</p>', "Dear Kim,\n\nSam\nIntern"),
        ("<table><tr><td><p>Dear Kim,</p><p>I write.</p></td></tr></table>", "Dear Kim,\n\nI write."),
        ("<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>", "- one\n  - inner\n- two"),
        ('shown<span style="display: none">secret</span> on', "shown on"),
        ("caf&eacute; &#146;s", "caf\u00e9 \u2019s"),
        ("<b>Not", "Not"),
    ],
)  # fmt: skip
def test_pages_in_mail_read_as_they_show(html, expected):
    """Lines, paragraphs, lists and tables of a page come out as a reader sees them."""
    assert read_document(html_mail(html), "x.eml").text == expected


def test_every_part_of_a_mail_comes_in_or_is_named():
    """Words before and after an attachment are both taken, and the attachment is named."""
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("Dear Kim,\n")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="map.gif")
    message.add_attachment("After the picture.\n", disposition="inline")
    found = read_document(bytes(message), "x.eml")
    assert found.text == "Dear Kim,\n\nAfter the picture."
    assert found.notices == ("Attachments were left closed: map.gif.",)


def test_a_plain_part_that_only_points_to_the_page_does_not_hide_it():
    """Where the plain words only say that the page cannot be shown, the page is read."""
    message = EmailMessage()
    message.set_content("Your program cannot show this.")
    message.add_alternative(f"<p>{FIRST}</p><p>{SECOND}</p>", subtype="html")
    assert read_document(bytes(message), "x.eml").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: multipart/mixed; boundary=b\r\nSubject: x\r\n\r\nno boundary here",
        b"Content-Type: multipart/encrypted; boundary=b\r\nSubject: x\r\n\r\n--b\r\n\r\nVersion: 1\r\n--b--",
        b"Content-Type: application/pkcs7-mime\r\nSubject: x\r\n\r\nAAAA",
    ],
)
def test_a_mail_that_cannot_be_read_is_never_an_empty_draft(body):
    """What cannot be read is refused and not offered as a draft without words."""
    with pytest.raises(RefusedFileError):
        read_document(body, "x.eml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tracked_paragraph_mark.docx", [FIRST, SECOND]),
        ("numid_zero.docx", [FIRST, SECOND]),
        ("style_list_bullet.docx", [FIRST, LIST, SECOND]),
        ("gap_and_list.docx", [FIRST, LIST, SECOND]),
        ("drop_cap.docx", [FIRST, SECOND]),
        ("placeholder.docx", [FIRST, SECOND]),
        ("memo_table.docx", ["To: Northgate Housing\nFrom: Dara Whitlow\nSubject: Request to meet about a home",
                             "Dear Intake Team,", FIRST, SECOND]),
        ("gap_before_signature_short.docx",
         ["I am an intern at Maple Bridge. I write, with her consent, for a parent of two who needs a home.",
          "Could we meet on Monday at 10 or Tuesday at 2? I will bring her forms. Thank you for your time."]),
    ],
)  # fmt: skip
def test_paragraphs_of_word_are_those_that_it_shows(name, expected):
    """Tracked marks, numberings, styles, tables and blank paragraphs give the paragraphs that Word shows, in order."""
    parts = read(name).text.split("\n\n")
    places = [parts.index(part) for part in expected]
    assert places == list(range(places[0], places[0] + len(expected)))


def test_the_main_part_of_word_may_have_another_name():
    """Word Online calls it document2.xml; the package's relations say so."""
    out = io.BytesIO()
    with zipfile.ZipFile(CASES / "numid_zero.docx") as package, zipfile.ZipFile(out, "w") as renamed:
        for member in package.infolist():
            content = package.read(member).replace(b"word/document.xml", b"word/document2.xml")
            renamed.writestr(member.filename.replace("word/document.xml", "word/document2.xml"), content)
    assert read_document(out.getvalue(), "x.docx").text == read("numid_zero.docx").text


HEADS = {
    "Outlook": "From: Kim Ode <kim@north.example>\nSent: Monday, March 2, 2026 4:05 PM\nTo: Dara\nSubject: RE: housing",
    "Outlook with a rule": f"{'_' * 32}\nFrom: Kim\nSent: Monday, March 2, 2026 4:05 PM\nTo: Dara\nSubject: x",
    "bold": "*From:* Kim\n*Sent:* Monday, March 2, 2026 4:05 PM\n*To:* Dara\n*Subject:* x",
    "with Cc": "From: Kim\nDate: Monday, 2 March 2026 at 16:05\nTo: Dara\nCc: Lee\nSubject: x",
    "Gmail": "On Mon, Mar 2, 2026 at 4:05 PM Kim Ode <kim@north.example> wrote:",
    "two lines": "On Mon, Mar 2, 2026 at 4:05 PM Kim Ode\n<kim@north.example> wrote:",
    "Apple": "On Mar 2, 2026, at 4:05 PM, Kim Ode wrote:",
    "original": "-----Original Message-----",
    "forwarded": "---------- Forwarded message ---------",
    "Apple forwarded": "Begin forwarded message:",
    "Spanish": "El lun, 2 mar 2026 a las 16:05, Kim Ode (<kim@north.example>) escribi\u00f3:",
    "Spanish Outlook": "De: Kim\nEnviado: lunes, 2 de marzo de 2026 16:05\nPara: Dara\nAsunto: vivienda",
    "French": "Le lun. 2 mars 2026 \u00e0 16:05, Kim Ode <kim@north.example> a \u00e9crit :",
    "French Outlook": "De : Kim\nEnvoy\u00e9 : lundi 2 mars 2026 16:05\n\u00c0 : Dara\nObjet : logement",
    "German": "Am Mo., 2. M\u00e4rz 2026 um 16:05 Uhr schrieb Kim Ode <kim@north.example>:",
    "German Outlook": "Von: Kim\nGesendet: Montag, 2. M\u00e4rz 2026 16:05\nAn: Dara\nBetreff: Wohnung",
    "Portuguese": "Em seg., 2 de mar. de 2026 \u00e0s 16:05, Kim Ode <kim@north.example> escreveu:",
    "Vietnamese": "V\u00e0o Th 2, 2 thg 3, 2026 l\u00fac 16:05 Kim Ode <kim@north.example> \u0111\u00e3 vi\u1ebft:",
    "Chinese": "Kim Ode <kim@north.example> \u4e8e2026\u5e743\u67082\u65e5\u5468\u4e00 16:05\u5199\u9053\uff1a",
    "Russian": "\u043f\u043d, 2 \u043c\u0430\u0440. 2026 \u0433. \u0432 16:05, Kim Ode <kim@north.example> \u043f\u0438\u0448\u0435\u0442:",  # noqa: E501
    "Dutch": "Op ma 2 mrt 2026 om 16:05 schreef Kim Ode <kim@north.example>:",
    "Arabic": "\u0641\u064a 2 \u0645\u0627\u0631\u0633 2026 16:05\u060c \u0643\u062a\u0628 Kim Ode <kim@north.example>:",  # noqa: E501
}
OWN = f"Dear Intake Team,\n\n{FIRST}\n\n{SECOND}\n\nSincerely,\nDara Whitlow\n555-013-0142"
THEIRS = "Hello Dara,\n\nSend us her name and 123-45-6789.\n\nKim"


@pytest.mark.parametrize("name", sorted(HEADS))
def test_the_message_that_is_answered_is_kept_apart(name):
    """However a mail program begins the other person's words, they are quoted and no part of the draft."""
    found = read_document(f"{OWN}\n\n{HEADS[name]}\n\n{THEIRS}".encode(), "x.txt")
    assert found.text == OWN
    assert found.quoted == f"{HEADS[name]}\n\n{THEIRS}"
    assert any("stands apart" in notice for notice in found.notices)


@pytest.mark.parametrize("name", ["outlook_rule.txt", "outlook_plain.txt", "outlook_bold.txt"])
def test_outlook_answers_are_kept_apart(name):
    """The writer's own words end where the header block of the other message begins."""
    found = read(name)
    assert found.text == OWN
    assert "date of birth ASAP" in found.quoted


def test_an_answer_below_or_between_is_the_writers_own():
    """Marked lines are the other person's, whatever stands above and below them."""
    found = read_document(
        b"On Mon, Mar 2, 2026, Kim wrote:\n> Who are you?\n\nI am Dara.\n\n> Since when?\n\nMay.", "x.txt"
    )
    assert found.text == "I am Dara.\n\nMay."
    assert found.quoted == "On Mon, Mar 2, 2026, Kim wrote:\n> Who are you?\n\n> Since when?"


@pytest.mark.parametrize(
    "text",
    [
        f"From: Dara Whitlow\nDate: March 2, 2026\nTo: Kim\nSubject: A request\n\n{OWN}",
        f"Part 1\n\n{FIRST}\n\nPart 2\n\nTo: Kim\nFrom: Dara\nSubject: A request\n\n{OWN}",
        f"{FIRST}\n\nOn Monday, the landlord wrote: she may stay until June.\n\n{SECOND}",
        f"{FIRST} I bring:\n\n- forms\n- From: what she wrote",
        "---------- Forwarded message ---------\nFrom: Dara\n\nDear Kim,",
    ],
)
def test_the_writers_own_head_is_no_answer(text):
    """The head of one's own email, a report of what was written, and an email that was only sent on stay whole."""
    found = read_document(text.encode(), "x.txt")
    assert (found.text, found.quoted) == (text, "")


def test_ligatures_become_letters():
    """What many PDFs hold as one sign is read as the letters of the word."""
    text = read("ligatures.txt").text
    assert "Griffin Family Office" in text
    assert not any("\ufb00" <= letter <= "\ufb06" for letter in text)
