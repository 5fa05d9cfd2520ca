"""Both parts as a Word document in APA 7."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from hartcity.exports.hand_in import HandIn, TitlePage
from hartcity.exports.outline import COLUMN_INCHES, Block, Entry, Heading, Paragraph, Table, blocks, runs
from hartcity.exports.printable import printable


PART = "assignment"
TITLE = "Assignment as Word document"
FILE_NAME = "assignment.docx"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_INDENT = Inches(0.5)
_CELL_SPACE = Pt(3)
_OLDEST = (1980, 1, 1, 0, 0, 0)
_BLACK = RGBColor(0, 0, 0)


def write(hand_in: HandIn) -> bytes:
    """Return the .docx: double-spaced Times New Roman 12, one-inch margins, page numbers at the top right."""
    return written(blocks(hand_in), hand_in)


def written(parts: Iterable[Block], hand_in: HandIn, *, has_numbers: bool = True) -> bytes:
    """Return a .docx of these blocks; a paper has page numbers, a letter has none."""
    document = docx.Document()
    _page(document, has_numbers=has_numbers)
    for block in parts:
        _WRITERS[type(block)](document, block)
    _properties(document, hand_in)
    out = io.BytesIO()
    document.save(out)
    return _same_bytes(out.getvalue())


def _page(document: Any, *, has_numbers: bool) -> None:  # noqa: ANN401 - python-docx has no types
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Inches(1)
    normal = document.styles["Normal"]
    for name, size in (("Normal", 12), ("Heading 1", 12), ("Heading 2", 12), ("Heading 3", 12)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(size), _BLACK
        style.font.bold, style.font.italic = name != "Normal", name == "Heading 3"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Times New Roman")
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.DOUBLE
    normal.paragraph_format.widow_control = True
    document.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if not has_numbers:
        return
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)  # noqa: SLF001 - python-docx has no page number of its own


def _title_page(document: Any, block: TitlePage) -> None:  # noqa: ANN401
    for _ in range(3):
        document.add_paragraph()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(printable(block.title)).bold = True
    document.add_paragraph()
    for line in block.lines:
        document.add_paragraph(printable(line)).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _heading(document: Any, block: Heading) -> None:  # noqa: ANN401
    if block.level:
        heading = document.add_heading(printable(block.text), block.level)
    else:  # the paper's title above its text is no heading of a section
        heading = document.add_paragraph()
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        heading.add_run(printable(block.text)).bold = True
    heading.paragraph_format.page_break_before = block.starts_page


def _paragraph(document: Any, block: Paragraph) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph(printable(block.text))
    if block.is_indented:
        paragraph.paragraph_format.first_line_indent = _INDENT
    else:
        paragraph.paragraph_format.space_after = Pt(12)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _table(document: Any, block: Table) -> None:  # noqa: ANN401
    document.add_paragraph().add_run(f"Table {block.number}").bold = True
    document.add_paragraph().add_run(block.title).italic = True
    for caption in document.paragraphs[-2:]:
        caption.paragraph_format.keep_with_next = True
    table = document.add_table(len(block.rows), len(block.rows[0]))
    table.autofit = False
    for column, width in zip(table.columns, COLUMN_INCHES, strict=True):
        column.width = Inches(width)  # LibreOffice goes by the grid, Word by the cells below
    for row_number, row in enumerate(block.rows):
        table.rows[row_number]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - none of its own
        for cell, text, width in zip(table.rows[row_number].cells, row, COLUMN_INCHES, strict=True):
            cell.width = Inches(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _CELL_SPACE
            run = paragraph.add_run(printable(text))
            run.font.size, run.bold = Pt(10), row_number == 0
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - python-docx has no repeated header row
    _rules(table)
    document.add_paragraph()


def _rules(table: Any) -> None:  # noqa: ANN401
    """Draw APA's rules: above and below the header row and below the last, none upright."""
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        sides = {"top": number == 0, "bottom": number in {0, last}}
        for cell in row.cells:
            borders = OxmlElement("w:tcBorders")
            for side, is_drawn in sides.items():
                if is_drawn:
                    border = OxmlElement(f"w:{side}")
                    for name, value in (("val", "single"), ("sz", "6"), ("color", "000000")):
                        border.set(qn(f"w:{name}"), value)
                    borders.append(border)
            cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx has no borders


def _entry(document: Any, block: Entry) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = _INDENT
    paragraph.paragraph_format.first_line_indent = -_INDENT
    for words, is_italic, link in runs(printable(block.text)):
        run = paragraph.add_run(words)
        run.italic = is_italic or None
        if link:
            anchor = OxmlElement("w:hyperlink")
            anchor.set(qn("r:id"), document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            paragraph._p.replace(run._r, anchor)  # noqa: SLF001 - python-docx has no links
            anchor.append(run._r)  # noqa: SLF001
            run.underline = True


_WRITERS: dict[type[Block], Any] = {
    TitlePage: _title_page,
    Heading: _heading,
    Paragraph: _paragraph,
    Table: _table,
    Entry: _entry,
}


def _properties(document: Any, hand_in: HandIn) -> None:  # noqa: ANN401
    day = dt.datetime.combine(hand_in.as_of, dt.time(), dt.UTC)
    about = document.core_properties
    about.title, about.author = printable(hand_in.title_page.title)[:255], printable(hand_in.title_page.author)[:255]
    about.created = about.modified = day
    about.last_modified_by, about.comments, about.language = "", "", "en-US"


def _same_bytes(data: bytes) -> bytes:
    """Return the package with one date for all its parts, so that it does not depend on the hour it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in package.namelist():
            info = zipfile.ZipInfo(name, date_time=_OLDEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(info, package.read(name))
    return out.getvalue()
