"""Reading in this process, for tests that ask what is read and not how a parser is held in bounds."""

from hartcity.documents.file_kinds import format_of, refuse_strangers
from hartcity.documents.text import DocumentText
from hartcity.documents.worker import answer


def read_here(data: bytes | str, name: str) -> DocumentText:
    """Return what ``read_document`` does, without the process of its own."""
    held = data.encode() if isinstance(data, str) else data
    refuse_strangers(held)
    found = DocumentText(**answer([format_of(held, name)], held))
    assert isinstance(found.notices, tuple)
    return found
