"""Whether words that the reader marks can point to somebody, and how far such words go."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hartcity.model import Family, Finding, Span
from hartcity.reader.topics import may_name_a_matter
from hartcity.text import Document, Part
from hartcity.text.correspondents import titled_surnames
from hartcity.text.file_names import file_names
from hartcity.text.postscript import postscript_length


WORD = re.compile(r"[^\W_]+(?:['\u2019./#@-]+[^\W_]+)*")
_NAME = re.compile(r"[A-Z][\w'\u2019-]+")
_COPIED = re.compile(r"^[ \t]*b?cc[ \t]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_STOPS = frozenset(("", "\n", ".", "!", "?"))
_FULL_NAME = 3
_OWN = (Part.SALUTATION, Part.SIGNATURE, Part.ADDRESS)
_LABELED = frozenset({Part.REFERENCE, Part.SUBJECT, Part.QUOTED})


def own_names(document: Document, ruled: Iterable[Finding]) -> frozenset[str]:
    """Return the names that belong here: of letterheads, who signs, is greeted or gets a copy, and the plan's.

    Whom rules tell of in a line that says what the message is about is none of them.
    """
    plan = document.draft.plan
    told = [span.of(document.plain) for part in _OWN for span in document.part(part)]
    told += _COPIED.findall(document.plain) + list(plan.names if plan else ())
    around = [block.span for block in document.blocks if block.part in _LABELED]
    others = (
        finding.text
        for finding in ruled
        if finding.family is Family.IDENTIFIER and any(span.holds(finding.span) for span in around)
    )
    return frozenset(_NAME.findall(" ".join(told))).difference(_NAME.findall(" ".join(others)))


def greeted(document: Document) -> frozenset[str]:
    """Return the surnames by which the reader is addressed."""
    return titled_surnames(span.of(document.plain) for part in _OWN for span in document.part(part))


def is_own(text: str, own: frozenset[str], surnames: frozenset[str]) -> bool:
    """Whether words hold names that belong here, or a full name with one of ``surnames``, and no number."""
    names = _NAME.findall(text)
    if not names or any(letter.isdigit() for letter in text):
        return False
    return own.issuperset(names) or (1 < len(names) <= _FULL_NAME and names[-1] in surnames)


def is_of_the_letter(document: Document, span: Span) -> bool:
    """Whether words stand in a letterhead or the reader's address, or in the name of a file, of which rules tell."""
    if any(part.holds(span) for part in document.part(Part.ADDRESS)):
        return True
    return any(
        file.overlaps(span)
        for placed in document.placed_within(span)
        for file in file_names(document.plain, *placed.span)
    )


def tells(text: str, family: Family, span: Span) -> bool:
    """Whether words name a private matter, or look like a name, a number or an address, as ``family`` asks."""
    words = span.of(text)
    if family is Family.SENSITIVE:
        return may_name_a_matter(words)
    opens = text[: span.start].rstrip(" \t\"'(")[-1:] in _STOPS  # where a capital is no sign
    return any(mark.isdigit() or mark == "@" for mark in words) or any(
        word[0].isupper() for word in WORD.findall(words)[opens:]
    )


def is_everyday(text: str, span: Span) -> bool:
    """Whether a single word is neither a name nor a number, and so points to nobody."""
    return is_one_word(span.of(text)) and not tells(text, Family.IDENTIFIER, span)


def is_one_word(words: str) -> bool:
    """Whether the words are but one."""
    return len(WORD.findall(words)) == 1


def in_whole_words(document: Document, span: Span) -> Span:
    """Return a mark with all of the words that it cuts (Ruiz-Keane), without the mark of a postscript before it."""
    start, end = span
    for placed in document.placed_within(span)[:1]:
        at = placed.span.start
        for word in WORD.finditer(placed.line.sentence):
            here = Span(*word.span()).shifted(at)
            if here.overlaps(span):
                start, end = min(start, here.start), max(end, here.end)
        start = max(start, at + postscript_length(placed.line.sentence))
    return Span(start, max(start, end))
