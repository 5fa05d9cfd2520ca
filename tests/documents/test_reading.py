"""Documents come in as text with paragraphs, and hostile ones are refused."""

import resource
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.documents import read_document, tidy
from hartcity.documents.reading import known_formats
from hartcity.files import RefusedFileError
from tests.documents.corpus import HOSTILE, PARAGRAPHS, mail, valid, word


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
    assert found.notices == ("Attachments were left closed.",)


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
def test_tidying_is_total_and_settles(text):
    """Any text is tidied, and tidying again changes nothing."""
    once = tidy(text)
    assert tidy(once) == once
    assert "\n\n\n" not in once
    assert "\u00a0" not in once
