"""The words of HTML, in paragraphs, lists and lines as a reader sees them, and what was left out of it.

Emails, Markdown and web pages are read by the same means. ``styles`` knows how a page shows its parts, ``notes`` finds
comments and footnotes, ``typed_lists`` the lists that Word draws, and ``walk`` goes through it all in order.
"""

from hartcity.documents.html.foreign_tags import without_foreign_tags
from hartcity.documents.html.page import words_of
from hartcity.documents.html.rows import row_of


__all__ = ["row_of", "without_foreign_tags", "words_of"]
