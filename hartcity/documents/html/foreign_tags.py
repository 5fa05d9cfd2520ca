"""Words in HTML that only look like tags, such as a gap that is still to be filled in: ``<insert agency>``."""

from __future__ import annotations

import re

from hartcity.documents.html.tags import KNOWN, OPEN_ENDED


_NEVER_A_GAP = frozenset(
    "b blockquote center div em font h1 h2 h3 h4 h5 h6 i ol section span strong table tbody thead u ul".split()
)
"""What is markup though it is never closed, since no writer would leave a gap of that name to be filled in."""

_SECTION = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(r"</?([A-Za-z][\w:.-]*)[^<>]*>")
_CLOSING = re.compile(r"</([A-Za-z][\w:.-]*)")


def without_foreign_tags(html: str) -> str:
    """Return ``html`` with what only looks like a tag made into words: ``<insert agency>``, an unclosed ``<time>``."""
    html = _SECTION.sub(lambda found: found[1].replace("<", "&lt;"), html)
    closed = {name.lower() for name in _CLOSING.findall(html)}

    def kept(found: re.Match[str]) -> str:
        name = found[1].lower()
        is_markup = name in KNOWN and (name in OPEN_ENDED or name in closed or name in _NEVER_A_GAP)
        return found[0] if is_markup else found[0].replace("<", "&lt;").replace(">", "&gt;")

    return _TAG.sub(kept, html)
