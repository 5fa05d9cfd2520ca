"""Who signs, and how the writer can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hartcity.model import Span


_PHONE_OR_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\(?\b\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{1,2}\d{4}\b|\b\d{3}-\d{4}\b|\b\d{10}\b"
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr)\.?\s)?(?:[^\W\d_]\.\s?){0,2}[^\W\d_][\w'-]{0,24}\.?(?:\s(?:[^\W\d_]\.|[^\W\d_][\w'-]{0,24})){0,3}"
)
_DASH = "-\u2014~ "
_NO_NAMES = frozenset(
    """
    a an the your my our intern student practicum case social worker coordinator director phone tel telephone
    email cell office program agency services center signed and in of for at please call field human
    department team staff advocate navigator manager specialist aide concerned caring anonymous insert name
    """.split()
)
_REACH_ME = re.compile(r"\b(?:me|my|mine|us|i|i'm)\b", re.IGNORECASE)


def contacts_in(plain: str, span: Span) -> Iterator[Span]:
    """Yield the phone numbers and addresses in a part of the draft."""
    return (Span(*found.span()) for found in _PHONE_OR_MAIL.finditer(plain, span.start, span.end))


def contact_in(plain: str, span: Span) -> Span | None:
    """Return the first phone number or address in a part of the draft."""
    return next(contacts_in(plain, span), None)


def speaks_of_the_writer(text: str) -> bool:
    """Whether a sentence with a number gives it as the writer's own ('call me at')."""
    return _REACH_ME.search(text) is not None


def name_in(plain: str, span: Span) -> Span | None:
    """Return the name that a signature block opens with, or None ('A Father in Need', '[your name]')."""
    text = span.of(plain)
    start = len(text) - len(text.lstrip(_DASH + "\n"))
    first = text[start:].split("\n", 1)[0]
    dashed = start > 0
    found = _NAME.match(first)
    if found is None:
        return None
    words = [word.strip(".,").lower() for word in found[0].split()]
    capital = found[0][0].isupper() or dashed
    initial = first[1:2] == "."
    address = "@" in first and len(first.split("@")[0].split()) == 1
    if not capital or address or (words[0] in _NO_NAMES and not initial):
        return None
    return Span(span.start + start, span.start + start + found.end())
