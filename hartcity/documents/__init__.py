"""Documents in: a student's draft from Word, PDF, an email, Markdown or plain text, as text with paragraphs.

``read_document`` refuses what is hostile, too large or of another kind in plain words; parsing happens in a worker
process with limits on memory and time. ``tidy`` does for pasted text what reading does for a file.
"""

from hartcity.documents.reading import LARGEST_BYTES, read_document
from hartcity.documents.text import MOST_CHARACTERS, DocumentText, tidy


__all__ = ["LARGEST_BYTES", "MOST_CHARACTERS", "DocumentText", "read_document", "tidy"]
