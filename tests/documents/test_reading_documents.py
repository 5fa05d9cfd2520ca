"""Documents come in as text with paragraphs, and hostile ones are refused."""

import resource
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hartcity.documents import read_document, tidy
from hartcity.documents.file_kinds import known_formats
from hartcity.files import RefusedFileError
from tests.documents.corpus import COSTLY, HOSTILE, PARAGRAPHS, W, mail, valid, word, zipped


pytestmark = pytest.mark.long

AN_HOUR = 3600.0
MOST_GROWTH_KILOBYTES = 100_000


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_documents_are_refused(name):
    """Each hostile document is refused in plain words, and this process hardly grows."""
    file, make = HOSTILE[name]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RefusedFileError) as refused:
        read_document(data, file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH_KILOBYTES
    message = str(refused.value)
    assert message.endswith((".", "?"))
    assert not any(word in message for word in ("Error", "xml", "zip", "parse", "Traceback"))


@pytest.mark.parametrize("name", sorted(COSTLY))
def test_costly_documents_are_given_up_however_patient_the_caller_is(name):
    """What was built to keep a parser busy is refused by the limits of its own process, not because nobody waits."""
    file, make = COSTLY[name]
    with pytest.raises(RefusedFileError):
        read_document(make(), file, wait_seconds=AN_HOUR)


def test_there_are_sixty_hostile_documents():
    """The corpus is as large as the project promises."""
    assert len(HOSTILE) >= 60


def test_two_hundred_valid_documents_are_read():
    """Of two hundred ordinary documents of ten kinds none is refused, and every paragraph comes out whole."""
    documents = [valid(number) for number in range(200)]
    with ThreadPoolExecutor(4) as pool:
        read = list(pool.map(lambda document: read_document(document[1], document[0]), documents))
    for (name, _, paragraphs), found in zip(documents, read, strict=True):
        assert found.text.split("\n\n") == paragraphs, name


def test_every_format_is_found_by_its_file():
    """The formats are the modules of the folder, each with a name of its own."""
    formats = known_formats()
    assert {"word", "pdf", "mail", "markdown", "plain"} <= set(formats)
    assert len({known.NAME for known in formats.values()}) == len(formats)


def test_an_email_keeps_its_subject_and_leaves_its_attachments():
    """The subject comes along, attachments are told of."""
    found = read_document(mail(PARAGRAPHS, attached=True), "x.eml")
    assert found.subject == "Request to meet about family shelter"
    assert found.notices == ("Attachments were left closed: a.pdf.",)


def test_word_cells_breaks_and_tabs_come_out():
    """Tables, line breaks and tabs of a Word document are in the text."""
    found = read_document(word(["First line\nsecond\tcolumn"], table=True), "x.docx")
    assert "First line\nsecond\tcolumn" in found.text
    assert "In a cell" in found.text


def test_tracked_deletions_stay_out(tmp_path):
    """What was deleted with tracking is not read, what was inserted is."""
    document = docx.Document()
    paragraph = document.add_paragraph("Kept ")
    for tag, words in (("w:ins", "inserted"), ("w:del", "deleted")):
        run = paragraph.add_run(words)
        wrapper = paragraph._p.makeelement(docx.oxml.ns.qn(tag), {})
        paragraph._p.replace(run._r, wrapper)
        wrapper.append(run._r)
    document.save(tmp_path / "x.docx")
    assert read_document((tmp_path / "x.docx").read_bytes(), "x.docx").text == "Kept inserted"


def body_of(inner, space=W):
    """Return what is read of a Word document whose body is this XML."""
    body = f"<w:document {space}><w:body>{inner}</w:body></w:document>"
    return read_document(zipped({"[Content_Types].xml": b"<T/>", "word/document.xml": body.encode()}), "x.docx").text


def run(words, properties=""):
    """Return a run of these words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


ITEM = "<w:p><w:pPr><w:numPr/></w:pPr>{}</w:p>"
BOX = "<w:r><w:drawing><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:drawing></w:r>"
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:p>{run('I bring:')}</w:p>{ITEM.format(run('forms'))}{ITEM.format(run('maps'))}<w:p>{run('So.')}</w:p>",
         "I bring:\n\n- forms\n- maps\n\nSo."),
        (f"<w:p>{run('before ')}{BOX.format(run('boxed'))}{run('after')}</w:p><w:p>{run('next')}</w:p>",
         "before after\n\nboxed\n\nnext"),
        (f"<w:p>{run('not shown', '<w:vanish/>')}{run('shown')}</w:p>", "shown"),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('gone')}</w:p></w:tc></w:tr></w:tbl><w:p>{run('here')}</w:p>",
         "here"),
    ],
    ids=["list", "text box", "hidden", "deleted row"],
)  # fmt: skip
def test_word_is_read_as_it_shows(inner, text):
    """Lists stay lists, a box does not tear its paragraph apart, and what is hidden or deleted stays out."""
    assert body_of(inner) == text


def test_strict_word_documents_are_read():
    """The second name space of Word's format holds the same words."""
    assert body_of(f"<w:p>{run('strict words')}</w:p>", STRICT) == "strict words"


PARTS = "Content-Type: multipart/{}; boundary=b\n\n--b\n\n"
LINES = (
    "I write for a man who agreed to this note, which I send with his knowledge",
    "and would be glad to hear from you about a meeting in the first week of May,",
    "if that suits you.",
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Content-Type: text/plain; format=flowed\n\nI write for a man \nwho agreed.\n\nSam\nIntern",
         "I write for a man who agreed.\n\nSam\nIntern"),
        ("Subject: x\n\n" + "\n".join(LINES) + "\n\nThanks,\nSam Otis", " ".join(LINES) + "\n\nThanks,\nSam Otis"),
        ("Content-Type: text/plain; charset=x-none\n\nCafé “time”", "Café “time”"),
        ("Content-Type: text/plain; charset=us-ascii\n\nCafé “time”", "Café “time”"),
        ("Content-Type: text/html\n\n<html><head><title>t</title><body><p>Not closed", "Not closed"),
        (f"{PARTS.format('alternative')} \n--b\nContent-Type: text/html\n\n<p>shown</p>\n--b--",
         "shown"),
        (f"{PARTS.format('digest')}Subject: y\n\nsent on\n--b--",
         "sent on"),
    ],
    ids=["flowed", "folded", "unknown encoding", "wrong encoding", "open tags", "empty plain part", "sent on whole"],
)  # fmt: skip
def test_emails_of_many_programs_are_read(message, text):
    """Folded lines become paragraphs again, and a wrong word about the encoding or an empty part hides nothing."""
    assert read_document(message.encode(), "x.eml").text == text


def test_markdown_loses_its_markup_and_its_html():
    """Words stay, signs and raw HTML go."""
    text = b"# Letter\n\nDear *team*,\n\n<script>alert(1)</script>\n\nSee [us](http://x.example) ![pic](http://y.example/z.png)"
    assert read_document(text, "x.md").text == "Letter\n\nDear team,\n\nSee us"


def test_a_wrong_ending_does_not_matter():
    """The bytes say what a file is."""
    assert read_document(word(PARAGRAPHS), "draft.txt").text.startswith("Dear Intake Team,")


def test_a_paste_from_word_becomes_ordinary_text():
    """Non-breaking spaces, soft hyphens and vertical tabs are made plain; quotation marks stay the writer's."""
    pasted = "\ufeffDear\u00a0team,\x0b\r\n\r\n\r\n\r\n\u201cShe\u2019s co\u00adoperative\u201d\u2028Yours\u200b  \n"
    assert tidy(pasted) == "Dear team,\n\n\u201cShe\u2019s cooperative\u201d\nYours"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
@example("\u00c2\x1f\x80")
def test_tidying_is_total_and_settles(text):
    """Any text is tidied, and tidying again changes nothing."""
    once = tidy(text)
    assert tidy(once) == once
    assert "\n\n\n" not in once
    assert "\u00a0" not in once
