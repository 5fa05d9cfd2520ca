"""Word documents (.docx): the words of the body, in order; what of the package is no part of them is named."""

from __future__ import annotations

from hartcity.documents.formats.word.body import Walk
from hartcity.documents.formats.word.notices import notices
from hartcity.documents.formats.word.numbering import Numberings
from hartcity.documents.formats.word.parts import is_read, main_part, parsed
from hartcity.documents.formats.word.styles import Styles
from hartcity.documents.text import DocumentText, joined
from hartcity.files import RefusedFileError, check_xml, is_archive, read_members


NAME = "Word"


def sureness(data: bytes, name: str) -> int:
    """Return 2 for a zip archive, as every .docx is, and 1 for its ending alone."""
    return 2 * is_archive(data) or int(name.lower().endswith(".docx"))


def read(data: bytes) -> DocumentText:
    """Return the text that the document shows: tracked insertions yes, deletions no."""
    members = read_members(data, lambda name: name.endswith((".xml", ".rels")) or "vbaProject" in name)
    if any("vbaProject" in name for name in members):
        raise RefusedFileError("This document holds macros, so it was not opened. Could you save it as .docx?")
    main = main_part(members)
    if main not in members:
        raise RefusedFileError("This is not a Word document. Could you save your text as .docx?")
    for content in members.values():
        check_xml(content)
    roots = {name: parsed(content) for name, content in members.items() if is_read(name, main)}
    walk = Walk(Styles.of(roots.get("word/styles.xml")), Numberings.of(roots.get("word/numbering.xml")))
    body = joined(walk.blocks(roots[main]))
    return DocumentText(body, NAME, notices=tuple(notices(walk.left_out, roots)))
