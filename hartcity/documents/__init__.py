"""Documents in: a student's draft from Word, OpenDocument, PDF, an email, a web page, Markdown or text, as paragraphs.

``read_document`` refuses what is hostile, too large or of another kind in plain words; parsing happens in a worker
process with limits on memory and time. ``apart`` finds the message that is answered below a text. ``tidy`` does for
pasted text what reading does for a file.
"""

from hartcity.documents.file_kinds import ENDINGS
from hartcity.documents.quoted import apart
from hartcity.documents.reading import LARGEST_BYTES, read_document
from hartcity.documents.text import MOST_CHARACTERS, DocumentText, tidy


__all__ = ["ENDINGS", "LARGEST_BYTES", "MOST_CHARACTERS", "DocumentText", "apart", "read_document", "tidy"]
