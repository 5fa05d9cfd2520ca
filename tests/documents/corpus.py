"""Documents made for the tests: valid ones with the words that must come out, and hostile ones."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from email.message import EmailMessage

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from tests.files.hostile import HOSTILE as HOSTILE_ARCHIVES
from tests.files.hostile import named, zipped


Made = tuple[str, Callable[[], bytes]]
"""The name of a document, and what makes its bytes."""

PARAGRAPHS = (
    "Dear Intake Team,",
    "I am an intern at Fairview Center and write for a parent of two who agreed in writing to this note.",
    "Could we meet by phone on Monday at 10 or Thursday at 2? I will bring the forms that we filled in together.",
    "Sincerely,",
    "Sam Otis",
)
TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def words_of(number: int) -> list[str]:
    """Return the paragraphs of the valid document of this number."""
    return [f"{paragraph} Note {number}." if place == 1 else paragraph for place, paragraph in enumerate(PARAGRAPHS)]


def word(paragraphs: Iterable[str], *, table: bool = False) -> bytes:
    """Return a .docx of these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        run = document.add_paragraph().add_run(paragraph[: len(paragraph) // 2])
        run.bold = True
        document.paragraphs[-1].add_run(paragraph[len(paragraph) // 2 :])
    if table:
        document.add_table(1, 2).rows[0].cells[1].text = "In a cell"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(paragraphs: Iterable[str]) -> bytes:
    """Return a PDF of these paragraphs, long ones broken over lines."""
    out = io.BytesIO()
    style = getSampleStyleSheet()["Normal"]
    flowables = [each for paragraph in paragraphs for each in (Paragraph(paragraph, style), Spacer(1, 14))]
    SimpleDocTemplate(out, invariant=1).build(flowables or [Spacer(1, 14)])
    return out.getvalue()


def mail(paragraphs: Sequence[str], *, html: bool = False, attached: bool = False) -> bytes:
    """Return a saved email with these paragraphs as its body."""
    message = EmailMessage()
    message["Subject"] = "Request to meet about family shelter"
    message["From"] = "sam.otis@fairview.example"
    if html:
        message.set_content("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), subtype="html")
    else:
        message.set_content("\n\n".join(paragraphs), cte="quoted-printable")
    if attached:
        message.add_attachment(b"secret", maintype="application", subtype="pdf", filename="a.pdf")
    return bytes(message)


def valid(number: int) -> tuple[str, bytes, list[str]]:
    """Return name, bytes and paragraphs of a valid document; ten kinds take turns."""
    paragraphs = words_of(number)
    text = "\n\n".join(paragraphs)
    makers: tuple[Made, ...] = (
        ("docx", lambda: word(paragraphs)),
        ("docx", lambda: word([each for paragraph in paragraphs for each in (paragraph, "")])),
        ("txt", text.encode),
        ("txt", lambda: text.replace("\n", "\r\n").encode("utf-16")),
        ("txt", lambda: text.replace(" ", "\u00a0", 4).encode("cp1252")),
        ("md", lambda: text.replace("Sincerely", "**Sincerely**").encode("utf-8-sig")),
        ("eml", lambda: mail(paragraphs)),
        ("eml", lambda: mail(paragraphs, html=True)),
        ("eml", lambda: mail(paragraphs, attached=True)),
        ("pdf", lambda: pdf(paragraphs)),
    )
    ending, make = makers[number % len(makers)]
    return f"draft {number}.{ending}", make(), paragraphs


def _package(body: bytes, **others: bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": body, **others})


def _body(inner: str, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>', before: str = "") -> bytes:
    return f"{declaration}{before}<w:document {W}><w:body>{inner}</w:body></w:document>".encode()


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return _body("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", before=f"<!DOCTYPE d [{entities}]>")


def _entity(target: str) -> bytes:
    return _body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{target}">]>')


def _cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


GOOD = word(PARAGRAPHS)
GOOD_PDF = pdf(PARAGRAPHS)


def _many_parts(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", _body("<w:p/>"))
        for number in range(count):
            archive.writestr(f"word/{number}.xml", b"<a/>")
    return out.getvalue()


def _nested_mail(depth: int) -> bytes:
    head = b"MIME-Version: 1.0\r\n"
    body = b"Content-Type: text/plain\r\n\r\nwords"
    for number in range(depth):
        mark = f"b{number}".encode()
        body = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n%s\r\n--%s--' % (mark, mark, body, mark)
    return head + body


def _pdf_of(*objects: bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalog."""
    parts = [b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1)]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (len(objects) + 1)


def _stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), about, data)


def _page_of(content: bytes, about: bytes = b"") -> bytes:
    """Return a PDF of one page with this content stream."""
    return _pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        _stream(content, about),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(
            _stream(
                b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number
            )
            for number in range(7, 17)
        ),
    )


def _scattered_words() -> bytes:
    words = (b"1 0 0 1 %d %d Tm (w%d) Tj " % (n * 37 % 560, n * 53 % 750, n) for n in range(20_000))
    return b"BT /F 8 Tf " + b"".join(words) + b"ET"


COSTLY: dict[str, Made] = {
    "pdf_bomb": ("x.pdf", lambda: _page_of(zlib.compress(bytes(300_000_000), 9), b"/Filter/FlateDecode")),
    "pdf_scattered": ("x.pdf", lambda: _page_of(_scattered_words())),
    "pdf_forms_in_forms": ("x.pdf", lambda: _page_of(b"/X Do " * 10)),
    "pdf_endless_line": ("x.pdf", lambda: _page_of(b"0 0 m " + b"9 9 l 0 9 l " * 200_000 + b"S")),
    "pdf_long_line": ("x.pdf", lambda: _page_of(b"BT /F 1 Tf 9 9 Td (" + b"a" * 3_000_000 + b") Tj ET")),
    "pdf_zeros": ("x.pdf", lambda: _page_of(b"z" * 2_000_000 + b"~>", b"/Filter/ASCII85Decode")),
    "pdf_pages": (
        "x.pdf",
        lambda: _pdf_of(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[" + b"3 0 R " * 200_000 + b"]/Count 200000>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        ),
    ),
    "markdown_angles": ("x.md", lambda: b"<" * 4_900_000),
    "markdown_brackets": ("x.md", lambda: b"[" * 2_000_000),
    "markdown_notes": ("x.md", lambda: b"".join(b"[a%d]: b\n" % number for number in range(150_000))),
    "page_links": ("x.html", lambda: b"<a href=#a id=a>x</a>" * 200_000),
    "page_rules": ("x.html", lambda: b"<style>" + b".a,.b,p{}" * 500_000 + b"</style>" + b"<p class='a b'>" * 80_000),
    "mail_comments": ("x.eml", lambda: b"Content-Type: text/html\r\n\r\n" + b"<!--" * 1_000_000),
    "mail_sections": ("x.eml", lambda: b"Content-Type: text/html\r\n\r\n" + b"<![CDATA[" * 400_000),
    "mail_parameters": ("x.eml", lambda: b"Content-Type: text/plain; " + b"a*0=b; " * 200_000 + b"\r\n\r\nwords"),
    "mail_folds": ("x.eml", lambda: b"Subject: a\r\n" + b" b\r\n" * 400_000 + b"\r\nwords"),
}
"""Documents that a parser would be busy with for many seconds or with much memory."""

HOSTILE: dict[str, Made] = {
    **COSTLY,
    **{f"archive_{name}": (f"{name}.docx", make) for name, make in HOSTILE_ARCHIVES.items()},
    "entity_file": ("x.docx", lambda: _package(_entity("file:///etc/passwd"))),
    "entity_web": ("x.docx", lambda: _package(_entity("http://127.0.0.1:9/x"))),
    "entity_parameter": (
        "x.docx",
        lambda: _package(_body("", before='<!DOCTYPE d [<!ENTITY % x SYSTEM "file:///x">%x;]>')),
    ),
    "laughs": ("x.docx", lambda: _package(_laughs())),
    "laughs_utf_16": ("x.docx", lambda: _package(_laughs().decode().replace("UTF-8", "UTF-16").encode("utf-16"))),
    "quadratic": (
        "x.docx",
        lambda: _package(_body("&a;" * 5000, before=f'<!DOCTYPE d [<!ENTITY a "{"a" * 50000}">]>')),
    ),
    "doctype_alone": ("x.docx", lambda: _package(_body("<w:p/>", before="<!DOCTYPE d>"))),
    "doctype_in_styles": ("x.docx", lambda: _package(_body("<w:p/>"), **{"word/styles.xml": b"<!DOCTYPE a><a/>"})),
    "doctype_in_rels": ("x.docx", lambda: _package(_body("<w:p/>"), **{"_rels/.rels": b"<!DOCTYPE a><a/>"})),
    "utf_7": ("x.docx", lambda: _package(_body("<w:p/>", declaration='<?xml version="1.0" encoding="utf-7"?>'))),
    "ebcdic": ("x.docx", lambda: _package(_body("<w:p/>").decode().encode("cp037"))),
    "not_xml": ("x.docx", lambda: _package(b"\x00\x01\x02 nothing")),
    "broken_xml": ("x.docx", lambda: _package(b"<w:document><w:body>")),
    "empty_body": ("x.docx", lambda: _package(b"")),
    "deep": ("x.docx", lambda: _package(_body("<w:r>" * 50_000 + "</w:r>" * 50_000))),
    "no_body": ("x.docx", lambda: zipped({"[Content_Types].xml": TYPES, "other.xml": b"<a/>"})),
    "macros": ("x.docm", lambda: _package(_body("<w:p/>"), **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})),
    "no_words": ("x.docx", lambda: _package(_body("<w:p/>"))),
    "too_many_words": ("x.docx", lambda: _package(_body(f"<w:p><w:r><w:t>{'word ' * 30_000}</w:t></w:r></w:p>"))),
    "parts": ("x.docx", lambda: _many_parts(800)),
    "outside": ("x.docx", lambda: named("../../word/document.xml")),
    "cut_half": ("x.docx", lambda: _cut(GOOD, 0.5)),
    "cut_end": ("x.docx", lambda: _cut(GOOD, 0.98)),
    "docx_that_is_text": ("x.docx", lambda: b"only words"),
    "old_word": ("x.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    "rich_text": ("x.rtf", lambda: b"{\\rtf1\\ansi words}"),
    "program": ("x.txt", lambda: b"MZ\x90\x00" + bytes(200)),
    "elf": ("x.txt", lambda: b"\x7fELF" + bytes(200)),
    "script": ("x.txt", lambda: b"#!/bin/sh\nrm -rf /\n"),
    "picture": ("x.md", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "photo": ("x.txt", lambda: b"\xff\xd8\xff\xe0" + bytes(100)),
    "gzip": ("x.txt", lambda: b"\x1f\x8b\x08" + bytes(100)),
    "empty": ("x.txt", lambda: b""),
    "blank": ("x.txt", lambda: b" \n\t "),
    "too_large": ("x.txt", lambda: b"word " * 1_000_001),
    "controls": ("x.txt", lambda: bytes(range(1, 32)) * 100),
    "nuls": ("x.txt", lambda: bytes(3000)),
    "pdf_cut": ("x.pdf", lambda: _cut(GOOD_PDF, 0.3)),
    "pdf_head": ("x.pdf", lambda: b"%PDF-1.7\n"),
    "pdf_protected": ("x.pdf", lambda: GOOD_PDF.replace(b"/Root", b"/Encrypt 1 0 R /Root")),
    "pdf_that_is_text": ("x.pdf", lambda: b"only words"),
    "pdf_without_text": ("x.pdf", lambda: pdf([])),
    "pdf_loop": (
        "x.pdf",
        lambda: (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
            b"trailer<</Root 1 0 R>>\n%%EOF"
        ),
    ),
    "mail_empty": ("x.eml", lambda: b"\r\n\r\n"),
    "mail_attachment_alone": (
        "x.eml",
        lambda: b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC",
    ),
    "mail_many_parts": (
        "x.eml",
        lambda: b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 300 + b"--b--",
    ),
    "mail_deep": ("x.eml", lambda: _nested_mail(400)),
    "web_page": ("x.txt", lambda: b"\xef\xbb\xbf\n<!DOCTYPE html><html><script>'Dear team,'</script></html>"),
    "page_deep": ("x.html", lambda: b"<html>" + b"<div>" * 100_000 + b"words"),
    "page_blank": ("x.html", lambda: b"<p>&nbsp;</p><style>p{}</style>"),
    "phone_photo": ("x.txt", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(200)),
    "outlook": ("x.msg", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
}
